import { type Answers, type ChecklistAnswer, dateSchema } from './answers.ts'
import { type Checklist, checklistInterview } from './checklist.ts'
import { type ChecklistFinding, type ChecklistResult, scoreChecklist } from './checklist-score.ts'
import type { AssembledDocument, Block, Inline, Row, Section, Table, Tone } from './document.ts'
import { formatDate } from './format.ts'
import { type Language, localize, type Localized } from './language.ts'
import { reportWords } from './report-words.ts'

type Context = { readonly checklist: Checklist; readonly result: ChecklistResult; readonly answers: Answers; readonly languages: readonly Language[] }
/** Writes something in one language. */
type Writer<Written> = (language: Language) => Written

/**
 * The report of a checklist run as a document: facts, score by topic, what to look at first, actions, all answers. Drawn by the same
 * writers as agreements, in one language or two side by side.
 */
export function checklistReport(checklist: Checklist, answers: Answers, languages: readonly Language[], contentHash = ''): AssembledDocument {
  const context: Context = { checklist, result: scoreChecklist(checklist, answers), answers, languages }
  const { id, version, title } = checklist.content
  return {
    titles: languages.map((language) => localize(title, language)),
    languages,
    prevailing: undefined,
    sections: [opening(context), topics(context), findings(context), actions(context), allAnswers(context)],
    version: `${id} ${version}${contentHash === '' ? '' : ` · ${contentHash.slice(0, 8)}`}`,
  }
}

const text = (words: string): readonly Inline[] => (words === '' ? [] : [{ kind: 'text', text: words }])
const strong = (words: string): readonly Inline[] => [{ kind: 'text', text: words, strong: true }]
const plain = (content: readonly Inline[]): Block => ({ kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content })

/** Numbers the rows of a section as they are written. */
function section({ languages }: Context, id: string, kind: 'opening' | 'part', rows: readonly (Writer<Block> | { readonly full: Block })[]): Section {
  return {
    id,
    kind,
    rows: rows.map((row, index): Row => {
      const full = typeof row === 'function' ? undefined : row.full
      const cells = typeof row === 'function' ? languages.map((language) => row(language)) : []
      return { id: `${id}:${index}`, isFullWidth: full !== undefined || cells.length === 1, cells: full ? [full] : cells }
    }),
  }
}

function heading(id: string, words: (language: Language) => string): Writer<Block> {
  return (language) => ({ kind: 'heading', level: 1, label: '', anchor: id, content: text(words(language)) })
}

const both = (languages: readonly Language[], words: (language: Language) => string): string => [...new Set(languages.map(words))].join(' / ')

function opening(context: Context): Section {
  const { checklist, result, answers, languages } = context
  const value = (key: string): string => {
    const answer = answers[key]
    return typeof answer === 'string' ? answer.trim() : ''
  }
  const date = dateSchema.safeParse(answers['assessed_on'])
  const fact = (label: (language: Language) => string, content: (language: Language) => string): readonly Writer<Block>[] =>
    content(languages[0] ?? 'en') === '' ? [] : [(language) => plain([...strong(`${label(language)}: `), ...text(content(language))])]
  return section(context, 'opening', 'opening', [
    (language) => ({ kind: 'title', content: text(localize(checklist.content.title, language)) }),
    ...fact(
      (language) => reportWords[language].organisation,
      () => value('organisation'),
    ),
    ...fact(
      (language) => reportWords[language].date,
      (language) => (date.success ? formatDate(date.data, language) : ''),
    ),
    ...fact(
      (language) => reportWords[language].assessor,
      () => value('assessor'),
    ),
    (language) => plain(text(headline(result, language))),
    (language) => plain(text(reportWords[language].notice)),
  ])
}

/** One sentence that says what matters: how many gaps, how grave. */
export function headline(result: ChecklistResult, language: Language): string {
  const words = reportWords[language]
  const grave = result.findings.filter(({ level }) => level === 'high').length
  if (result.answered === 0) return words.nothingAnswered
  const gaps = result.findings.length === 0 ? words.noGaps : grave === 0 ? words.smallGaps(result.findings.length) : words.graveGaps(grave)
  return result.answered < result.asked ? `${gaps} ${words.unfinished(result.answered, result.asked)}` : gaps
}

const toneOf = (score: number): Tone => (score >= 75 ? 'good' : score >= 50 ? 'medium' : 'high')

function topics(context: Context): Section {
  const { result, languages } = context
  const items = result.topics.map((topic) => ({
    label: both(languages, (language) => localize(topic.title, language)),
    value: (topic.score ?? 0) / 100,
    text: topic.score === undefined ? both(languages, (language) => reportWords[language].notAnswered) : `${topic.score} %`,
    tone: topic.score === undefined ? ('neutral' as const) : toneOf(topic.score),
  }))
  const caption = both(languages, (language) => reportWords[language].byTopic)
  return section(context, 'topics', 'part', [
    heading('topics', (language) => reportWords[language].byTopic),
    { full: { kind: 'chart', caption, chart: { kind: 'bars', items } } },
    (language) => plain(text(reportWords[language].howScored)),
  ])
}

function findings(context: Context): Section {
  const { result } = context
  const rows =
    result.findings.length === 0
      ? [(language: Language): Block => plain(text(reportWords[language].noGaps))]
      : result.findings.flatMap((finding): readonly Writer<Block>[] => [
          (language) => ({
            kind: 'heading',
            level: 2,
            label: '',
            anchor: undefined,
            content: text(`${localize(finding.question.missing, language)} (${reportWords[language].levels[finding.level]})`),
          }),
          (language) => plain(text(localize(finding.question.consequence, language))),
          (language) =>
            plain([
              ...strong(`${reportWords[language].action}: `),
              ...text(`${localize(finding.question.action, language)}${cites(context, finding, language)}`),
            ]),
        ])
  return section(context, 'findings', 'part', [heading('findings', (language) => reportWords[language].findings), ...rows])
}

function cites({ checklist }: Context, { question }: ChecklistFinding, language: Language): string {
  const found = question.laws.flatMap((id) => checklist.content.lawEntries.filter((law) => law.id === id)).map((law) => localize(law.cite, language))
  return found.length === 0 ? '' : ` (${found.join('; ')})`
}

function actions(context: Context): Section {
  const { result, languages } = context
  const column = (words: (language: Language) => string, width: number): Table['columns'][number] => ({
    header: text(both(languages, words)),
    width,
    align: 'start',
  })
  const table: Table = {
    kind: 'table',
    caption: both(languages, (language) => reportWords[language].actionPlan),
    columns: [
      column((language) => reportWords[language].action, 0.5),
      column((language) => reportWords[language].risk, 0.14),
      column((language) => reportWords[language].owner, 0.2),
      column((language) => reportWords[language].due, 0.16),
    ],
    rows: result.findings.map((finding) => [
      text(inAll(languages, finding.question.action)),
      text(both(languages, (language) => reportWords[language].levels[finding.level])),
      [],
      [],
    ]),
  }
  if (result.findings.length === 0) return section(context, 'actions', 'part', [])
  return section(context, 'actions', 'part', [heading('actions', (language) => reportWords[language].actionPlan), { full: table }])
}

const inAll = (languages: readonly Language[], words: Localized): string => both(languages, (language) => localize(words, language))

function allAnswers(context: Context): Section {
  const { checklist, answers, languages } = context
  const value = (answer: ChecklistAnswer | undefined): string =>
    both(languages, (language) => (answer ? reportWords[language].values[answer.value] : reportWords[language].notAnswered))
  const table: Table = {
    kind: 'table',
    caption: both(languages, (language) => reportWords[language].allAnswers),
    columns: [
      { header: text(both(languages, (language) => reportWords[language].question)), width: 0.56, align: 'start' },
      { header: text(both(languages, (language) => reportWords[language].answer)), width: 0.16, align: 'start' },
      { header: text(both(languages, (language) => reportWords[language].note)), width: 0.28, align: 'start' },
    ],
    rows: checklistInterview(checklist, answers).map(({ question, answer }) => [
      text(inAll(languages, question.question)),
      text(value(answer)),
      text(answer?.note.trim() ?? ''),
    ]),
  }
  return section(context, 'answers', 'part', [heading('answers', (language) => reportWords[language].allAnswers), { full: table }])
}
