import type { Agreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { balanceOf, type Lean } from './balance.ts'
import { balanceWords, leanText, sideName } from './balance-words.ts'
import { displayIn } from './display.ts'
import type { AssembledDocument, Block, Inline, Row } from './document.ts'
import { type Finding, findingsIn } from './findings.ts'
import { interview, type Interview } from './interview.ts'
import type { Language, Localized } from './language.ts'
import { localize } from './language.ts'
import { topicName } from './topics.ts'

type MemoWords = {
  readonly title: string
  readonly open: string
  readonly nothingOpen: string
  readonly chosen: string
  readonly notChosen: string
  readonly kinds: Readonly<Record<Finding['kind'], string>>
}

const memoWords: Readonly<Record<Language, MemoWords>> = {
  de: {
    title: 'Offene Punkte und Gründe (nicht für die andere Seite)',
    open: 'Vor der Unterschrift zu klären',
    nothingOpen: 'Es ist kein Punkt offen.',
    chosen: 'Gewählte Regelungen und ihre Gründe',
    notChosen: 'noch nicht gewählt',
    kinds: {
      missing: 'Angabe fehlt',
      openOnPurpose: 'bewusst offen',
      invalid: 'Angabe passt nicht',
      error: 'Widerspruch',
      risk: 'rechtliches Risiko',
      hint: 'Hinweis',
    },
  },
  en: {
    title: 'Open points and reasons (not for the other side)',
    open: 'To be settled before signing',
    nothingOpen: 'No point is open.',
    chosen: 'Chosen alternatives and their reasons',
    notChosen: 'not chosen yet',
    kinds: { missing: 'missing', openOnPurpose: 'left open on purpose', invalid: 'does not fit', error: 'contradiction', risk: 'legal risk', hint: 'hint' },
  },
  ja: {
    title: '未確定事項と理由（相手方には渡さない）',
    open: '締結前に決めること',
    nothingOpen: '未確定事項はありません。',
    chosen: '選んだ条項とその理由',
    notChosen: '未選択',
    kinds: { missing: '未入力', openOnPurpose: '未確定', invalid: '入力が合いません', error: '矛盾', risk: '法的リスク', hint: '参考' },
  },
}

/**
 * The document with a last page for one's own side: what is still open, which side the draft
 * favours, and why each contested clause reads as it does. `more` are findings from
 * elsewhere, such as those about deviations.
 */
export function withMemo(document: AssembledDocument, agreement: Agreement, answers: Answers, more: readonly Finding[] = []): AssembledDocument {
  const { languages } = document
  const lines: readonly ((language: Language) => Block)[] = [
    (language) => heading(1, memoWords[language].title),
    ...memoLines(agreement, answers, languages, more),
  ]
  const rows = lines.map((line, index): Row => ({ id: `memo:${index + 1}`, isFullWidth: languages.length === 1, cells: languages.map(line) }))
  const pageBreak: Row = { id: 'memo:0', isFullWidth: true, cells: [{ kind: 'pageBreak' }] }
  return { ...document, sections: [...document.sections, { id: 'memo', kind: 'part', rows: [pageBreak, ...rows] }] }
}

/** The lines of the memo: what is still open, and why each contested clause reads as it does. */
export function memoLines(
  agreement: Agreement,
  answers: Answers,
  languages: readonly Language[],
  more: readonly Finding[] = [],
): readonly ((language: Language) => Block)[] {
  const current = interview(agreement, answers, languages)
  const open = withoutRepeats([...findingsIn(agreement, current, languages), ...more])
  return [
    (language) => heading(2, memoWords[language].open),
    ...(open.length === 0
      ? [(language: Language): Block => plain(memoWords[language].nothingOpen)]
      : open.map((finding) => (language: Language) => findingLine(finding, language))),
    ...balanceLines(agreement, current),
    (language) => heading(2, memoWords[language].chosen),
    ...choices(agreement, current),
  ]
}

const words = (text: string): readonly Inline[] => [{ kind: 'text', text }]
const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, label: '', anchor: level === 1 ? 'memo' : undefined, content: words(text) })
const plain = (text: string): Block => ({ kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content: words(text) })
const bullet = (lead: string, text: string): Block => ({
  kind: 'paragraph',
  level: 1,
  marker: 'bullet',
  label: '',
  anchor: undefined,
  content: [{ kind: 'text', text: lead, strong: true }, ...(text === '' ? [] : words(` ${text}`))],
})

/** A party that lacks two things is one open point here. */
function withoutRepeats(all: readonly Finding[]): readonly Finding[] {
  return all.filter((finding, index) => all.findIndex((other) => other.kind === finding.kind && other.message.de === finding.message.de) === index)
}

function findingLine(finding: Finding, language: Language): Block {
  const more = [finding.reason, finding.fix].flatMap((text: Localized | undefined) => (text ? [localize(text, language)] : []))
  return bullet(localize(finding.message, language), [`(${memoWords[language].kinds[finding.kind]})`, ...more].join(' '))
}

/** Which side the draft favours, as a whole and by topic; nothing where no clause is contested. */
function balanceLines(agreement: Agreement, current: Interview): readonly ((language: Language) => Block)[] {
  const balance = balanceOf(agreement, current)
  if (balance.topics.length === 0) return []
  const stands = (lean: Lean, language: Language): string => leanText(lean, (side) => sideName(agreement, current, balance, side, language), language)
  return [
    (language) => heading(2, balanceWords[language].title),
    (language) => bullet(balanceWords[language].whole, stands(balance.overall, language)),
    ...balance.topics.map((topic) => (language: Language) => bullet(localize(topicName(topic.topic), language), stands(topic, language))),
  ]
}

function choices(agreement: Agreement, current: Interview): readonly ((language: Language) => Block)[] {
  return current.pages.flatMap((page) =>
    page.questions.flatMap(({ question, isAsked, value }) => {
      if (!isAsked || question.type !== 'clause') return []
      const chosen = question.alternatives.find(({ id }) => id === value)
      return [
        (language: Language): Block =>
          bullet(
            displayIn(agreement, question.label, current, language),
            chosen
              ? `${displayIn(agreement, chosen.label, current, language)}. ${displayIn(agreement, chosen.explanation, current, language)}`
              : memoWords[language].notChosen,
          ),
      ]
    }),
  )
}
