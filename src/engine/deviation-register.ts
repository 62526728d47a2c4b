import { columnWidths } from './column-widths.ts'
import type { Deviation } from './deviation.ts'
import { deviationWords } from './deviation-words.ts'
import type { AssembledDocument, Block, Inline, Row, Section, Table } from './document.ts'
import { dateSchema } from './answers.ts'
import { formatDate } from './format.ts'
import type { Language } from './language.ts'

/** A deviation as the register lists it: what it is in itself, and what the present document makes of it. */
export type RegisterEntry = { readonly deviation: Deviation; readonly state: Deviation['state'] | 'replaced' | 'stale' }

/** The decided deviations in the order given, each with its state in the present document. Undecided ones are no deviations yet. */
export function registerEntries(deviations: readonly Deviation[], stale: readonly Deviation[]): readonly RegisterEntry[] {
  const replaced = new Set(deviations.flatMap(({ state, replaces }) => (state === 'accepted' && replaces !== undefined ? [replaces] : [])))
  const staleIds = new Set(stale.map(({ id }) => id))
  return deviations
    .filter(({ state }) => state !== 'open')
    .map((deviation) => ({
      deviation,
      state: replaced.has(deviation.id) ? 'replaced' : staleIds.has(deviation.id) && deviation.state === 'accepted' ? 'stale' : deviation.state,
    }))
}

const words = (text: string): readonly Inline[] =>
  text
    .split('\n')
    .flatMap((line, index): readonly Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'lineBreak' } as const]),
      ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
    ])

function stateText({ state }: RegisterEntry, language: Language): string {
  const known = deviationWords[language]
  return state === 'replaced' ? known.replaced : state === 'stale' ? known.stale : known.states[state]
}

/** What stands in the columns of old and new words. Cells of a table row are told apart by a stroke. */
function wordColumns({ kind, oldWords, newWords }: Deviation, language: Language): readonly [string, string] {
  const known = deviationWords[language]
  const plain = (text: string): string => text.replaceAll('\t', ' | ')
  if (kind === 'inserted') return [known.added, plain(newWords)]
  if (kind === 'deleted') return [plain(oldWords), known.deleted]
  return kind === 'commented' ? [plain(oldWords), known.remark] : [plain(oldWords), plain(newWords)]
}

function decision({ decidedBy, decidedAt }: Deviation, language: Language): string {
  const day = dateSchema.safeParse(decidedAt?.slice(0, 10))
  return [decidedBy, day.success ? formatDate(day.data, language) : ''].filter((text) => text !== '').join(', ')
}

function note({ note: own, comments }: Deviation): string {
  return [own, ...comments.map(({ author, text }) => (author === '' ? text : `${author}: ${text}`))].filter((text) => text !== '').join('\n')
}

function registerTable(entries: readonly RegisterEntry[], language: Language): Table {
  const known = deviationWords[language]
  const header = known.columns.map(words)
  const rows = entries.map((entry, index) => {
    const [before, after] = wordColumns(entry.deviation, language)
    return [
      String(index + 1),
      entry.deviation.place,
      before,
      after,
      stateText(entry, language),
      decision(entry.deviation, language),
      note(entry.deviation),
    ].map(words)
  })
  const widths = columnWidths([header, ...rows])
  return {
    kind: 'table',
    caption: known.title,
    columns: header.map((content, index) => ({ header: content, width: widths[index] ?? 1 / header.length, align: 'start' })),
    rows,
  }
}

const paragraph = (content: readonly Inline[]): Block => ({ kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content })
const plain = (text: string): Block => paragraph(words(text))

/** The register as a part of a document, its words side by side where that has two languages; the table is in the first. */
export function registerSection(entries: readonly RegisterEntry[], languages: readonly Language[]): Section {
  const line = (id: string, block: (language: Language) => Block): Row => ({ id, isFullWidth: languages.length === 1, cells: languages.map(block) })
  const heading = (language: Language): Block => ({
    kind: 'heading',
    level: 1,
    label: '',
    anchor: 'deviations',
    content: words(deviationWords[language].title),
  })
  const body: readonly Row[] =
    entries.length === 0
      ? [line('deviations:1', (language) => plain(deviationWords[language].nothing))]
      : [
          line('deviations:1', (language) => plain(deviationWords[language].intro)),
          { id: 'deviations:2', isFullWidth: true, cells: [registerTable(entries, languages[0] ?? 'en')] },
        ]
  return { id: 'deviations', kind: 'part', rows: [line('deviations:0', heading), ...body] }
}

/** The register by itself, to be printed: which agreement it belongs to, and the table. */
export function registerDocument(document: AssembledDocument, entries: readonly RegisterEntry[], language: Language): AssembledDocument {
  const { title, intro, nothing } = deviationWords[language]
  const agreement = document.titles[document.languages.indexOf(language)] ?? document.titles[0] ?? ''
  const line = (id: string, block: Block): Row => ({ id, isFullWidth: true, cells: [block] })
  const opening: Section = {
    id: 'opening',
    kind: 'opening',
    rows: [line('title', { kind: 'title', content: words(title) }), line('opening:0', paragraph([{ kind: 'text', text: agreement, strong: true }]))],
  }
  const table: readonly Row[] = entries.length === 0 ? [] : [line('deviations:1', registerTable(entries, language))]
  const part: Section = { id: 'deviations', kind: 'part', rows: [line('deviations:0', plain(entries.length === 0 ? nothing : intro)), ...table] }
  return { titles: [`${title}: ${agreement}`], languages: [language], prevailing: undefined, version: document.version, sections: [opening, part] }
}
