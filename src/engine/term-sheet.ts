import type { Agreement } from './agreement.ts'
import { answerText } from './answer-drop.ts'
import { type Answers, type Json, partySchema } from './answers.ts'
import { displayIn } from './display.ts'
import type { AssembledDocument, Block, Inline, Row, Section, Table } from './document.ts'
import { memoLines } from './drafting-memo.ts'
import { interview, type Interview, type QuestionState } from './interview.ts'
import { type Language, localize, type Localized } from './language.ts'
import { documentWords } from './words.ts'

/** A filled agreement of a suite. `shared` names its questions that an earlier document has answered already. */
export type SheetSource = { readonly agreement: Agreement; readonly answers: Answers; readonly shared?: ReadonlySet<string> }
type Writer = (language: Language) => Block

const words = {
  de: {
    termSheet: 'Eckpunkte',
    openPoints: 'Offene Punkte und Gründe',
    notice: 'Diese Übersicht fasst die Entwürfe zusammen. Sie bindet niemanden; maßgeblich ist, was in den Dokumenten steht.',
    own: 'Nur für die eigene Seite bestimmt, nicht für die andere.',
    matter: 'Punkt',
    agreed: 'Vorschlag',
    open: 'offen',
    documents: 'Dokumente',
  },
  en: {
    termSheet: 'Term sheet',
    openPoints: 'Open points and reasons',
    notice: 'This overview sums up the drafts. It binds nobody; what counts is what the documents say.',
    own: 'For your own side only, not for the other.',
    matter: 'Point',
    agreed: 'Proposal',
    open: 'open',
    documents: 'Documents',
  },
  ja: {
    termSheet: '主要条件',
    openPoints: '未確定事項と理由',
    notice: '本書は草案の要約であり、拘束力はありません。各文書の記載が優先します。',
    own: '自社用。相手方には渡さないこと。',
    matter: '項目',
    agreed: '提案',
    open: '未定',
    documents: '文書',
  },
} as const

/** The terms of several documents at a glance: the parties, the key figures, the chosen alternatives. Not binding, and says so. */
export function termSheet(title: Localized, sources: readonly SheetSource[], languages: readonly Language[]): AssembledDocument {
  const opening = section('opening', 'opening', languages, [
    (language) => ({ kind: 'title', content: text(`${words[language].termSheet}${documentWords[language].colon}${localize(title, language)}`) }),
    (language) => plain(words[language].notice),
  ])
  return sheet(title, 'termSheet', languages, [opening, ...sources.map((source, index) => terms(source, index, languages))])
}

/** What is still open in several documents, and why each contested clause reads as it does; for one's own side. */
export function openPointsSheet(title: Localized, sources: readonly SheetSource[], languages: readonly Language[]): AssembledDocument {
  const opening = section('opening', 'opening', languages, [
    (language) => ({ kind: 'title', content: text(`${words[language].openPoints}${documentWords[language].colon}${localize(title, language)}`) }),
    (language) => plain(words[language].own),
  ])
  const documents = sources.map(({ agreement, answers }, index) =>
    section(`document-${index + 1}`, 'part', languages, [
      (language) => heading(1, localize(agreement.content.title, language), `document-${index + 1}`),
      ...memoLines(agreement, answers, languages),
    ]),
  )
  return sheet(title, 'openPoints', languages, [opening, ...documents])
}

function sheet(title: Localized, kind: 'termSheet' | 'openPoints', languages: readonly Language[], sections: readonly Section[]): AssembledDocument {
  return {
    titles: languages.map((language) => `${words[language][kind]}${documentWords[language].colon}${localize(title, language)}`),
    languages,
    prevailing: undefined,
    sections,
    version: '',
  }
}

function section(id: string, kind: Section['kind'], languages: readonly Language[], rows: readonly (Writer | { readonly full: Block })[]): Section {
  return {
    id,
    kind,
    rows: rows.map((row, index): Row => {
      const cells = typeof row === 'function' ? languages.map(row) : [row.full]
      return { id: `${id}:${index}`, isFullWidth: cells.length === 1, cells }
    }),
  }
}

const text = (content: string): readonly Inline[] => (content === '' ? [] : [{ kind: 'text', text: content }])
const plain = (content: string): Block => ({ kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content: text(content) })
const heading = (level: 1 | 2, content: string, anchor?: string): Block => ({ kind: 'heading', level, label: '', anchor, content: text(content) })

function terms({ agreement, answers, shared }: SheetSource, index: number, languages: readonly Language[]): Section {
  const current = interview(agreement, answers, languages)
  const both = (write: (language: Language) => string): string => [...new Set(languages.map(write).filter((part) => part !== ''))].join(' / ')
  const rows = current.pages.flatMap((page) =>
    page.questions
      .filter((state) => state.isAsked && isTerm(state) && shared?.has(state.question.id) !== true)
      .map((state) => [
        text(both((language) => displayIn(agreement, state.question.label, current, language))),
        text(both((language) => valueIn(agreement, state, current, language))),
      ]),
  )
  const table: Table = {
    kind: 'table',
    caption: both((language) => localize(agreement.content.title, language)),
    columns: [
      { header: text(both((language) => words[language].matter)), width: 0.42, align: 'start' },
      { header: text(both((language) => words[language].agreed)), width: 0.58, align: 'start' },
    ],
    rows,
  }
  return section(`document-${index + 1}`, 'part', languages, [
    (language) => heading(1, localize(agreement.content.title, language), `document-${index + 1}`),
    ...(rows.length === 0 ? [] : [{ full: table }]),
  ])
}

/** Names of what belongs on a term sheet although it is text. */
const namedTerms: readonly string[] = ['project_title', 'purpose', 'field_of_use', 'territory']

/** The parties, figures, days and periods, and every choice of a clause; not lists, contacts or descriptions. */
function isTerm({ question, value, isDefault }: QuestionState): boolean {
  switch (question.type) {
    case 'party':
    case 'clause':
      return true
    case 'money':
    case 'percent':
    case 'date':
    case 'duration':
      return value !== undefined || question.required
    case 'integer':
    case 'decimal':
      // Numbers left as they were preset are details; the documents have them.
      return value !== undefined && !isDefault && question.unit !== undefined
    case 'text':
    case 'longText':
      return namedTerms.includes(question.id)
    default:
      return false
  }
}

function valueIn(agreement: Agreement, { question, value }: QuestionState, current: Interview, language: Language): string {
  if (question.type === 'clause') {
    const chosen = question.alternatives.find(({ id }) => id === value)
    return chosen === undefined ? words[language].open : displayIn(agreement, chosen.label, current, language)
  }
  if (question.type === 'party') return partyNames(value) ?? words[language].open
  const printed = answerText({ question, path: question.id, value, language, label: '', isRequired: false }) ?? words[language].open
  const unit = (question.type === 'integer' || question.type === 'decimal') && question.unit !== undefined ? ` ${localize(question.unit, language)}` : ''
  return `${printed}${unit}`
}

/** "Akatsuki Photonics KK (Akatsuki)". */
function partyNames(value: Json | undefined): string | undefined {
  const party = partySchema.safeParse(value)
  if (!party.success) return undefined
  const { name, shortName } = party.data
  if (name === '') return shortName === '' ? undefined : shortName
  return shortName === '' || shortName === name ? name : `${name} (${shortName})`
}
