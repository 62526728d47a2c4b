import type { Agreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { columnWidths } from './column-widths.ts'
import type { AssembledDocument, Block, Inline, Paragraph, Row, Section, Signatures, Table } from './document.ts'
import { inlineText } from './document.ts'
import { interview, type Interview, type Scope, scopeFor } from './interview.ts'
import { type Language, languageSchema } from './language.ts'
import { createLanguageRenderer, type LanguageSection, type LanguageText } from './render-language.ts'

/** Assembles the document again and again as answers change. Sections and rows that did not change are the same objects as before. */
export type Assembler = (answers: Answers, languages: readonly Language[], known?: Interview) => AssembledDocument

/** Makes an assembler for an agreement. `contentHash` names the exact content in the footer; empty while there is none. */
export function createAssembler(agreement: Agreement, contentHash = ''): Assembler {
  const renderers = new Map<Language, (scope: Scope) => LanguageText>()
  const remembered = new Map<string, { readonly parts: readonly LanguageSection[]; readonly section: Section }>()
  const { id, version } = agreement.content
  return (answers, languages, known) => {
    const current = known ?? interview(agreement, answers, languages)
    const texts = languages.flatMap((language) => {
      const text = agreement.texts.get(language)
      if (!text) return []
      const renderer = renderers.get(language) ?? createLanguageRenderer(agreement, text)
      renderers.set(language, renderer)
      return [renderer(scopeFor(agreement, current, languages, language))]
    })
    const sections = alignSections(texts.map((text) => text.sections)).map((parts) => {
      const key = `${languages.join('+')}:${parts[0]?.id ?? ''}`
      const last = remembered.get(key)
      if (last && last.parts.length === parts.length && last.parts.every((part, index) => part === parts[index])) return last.section
      const section = joinSection(parts, last?.section)
      remembered.set(key, { parts, section })
      return section
    })
    const prevailing = languageSchema.safeParse(answers['prevailing_language'])
    return {
      titles: texts.map((text) => inlineText(text.title)),
      languages,
      prevailing: languages.length > 1 && prevailing.success ? prevailing.data : undefined,
      sections: withTitle(sections, texts, remembered),
      version: `${id} ${version}${contentHash === '' ? '' : ` · ${contentHash.slice(0, 8)}`}`,
    }
  }
}

/** Puts sections of all languages side by side by id, in the order of the first language. */
function alignSections(texts: readonly (readonly LanguageSection[])[]): readonly (readonly LanguageSection[])[] {
  const [first = [], ...others] = texts
  return first.map((section) => [
    section,
    ...others.map((other) => other.find(({ id }) => id === section.id) ?? { id: section.id, kind: section.kind, blocks: [] }),
  ])
}

function joinSection(parts: readonly LanguageSection[], last: Section | undefined): Section {
  const [first] = parts
  const count = Math.max(...parts.map((part) => part.blocks.length))
  const rows = Array.from({ length: count }, (_, index): Row => {
    const cells = parts.map((part) => part.blocks[index] ?? emptyLike(parts.find((other) => other.blocks[index])?.blocks[index]))
    const row = joinRow(`${first?.id ?? ''}:${index}`, cells)
    const before = last?.rows[index]
    return before && sameRow(before, row) ? before : row
  })
  return { id: first?.id ?? '', kind: first?.kind ?? 'clause', rows }
}

const rowTexts = new WeakMap<Row, string>()

function sameRow(one: Row, other: Row): boolean {
  const text = (row: Row): string => {
    const known = rowTexts.get(row) ?? JSON.stringify(row)
    rowTexts.set(row, known)
    return known
  }
  return text(one) === text(other)
}

function emptyLike(block: Block | undefined): Block {
  const empty: Paragraph = { kind: 'paragraph', level: 0, marker: 'none', label: '', anchor: undefined, content: [] }
  return block?.kind === 'paragraph' ? { ...block, anchor: undefined, content: [] } : empty
}

/** Tables, signatures and page breaks run over the full width, their words in all languages where those differ. */
function joinRow(id: string, cells: readonly Block[]): Row {
  const [first] = cells
  if (first?.kind === 'pageBreak') return { id, isFullWidth: true, cells: [first] }
  if (cells.length > 1) {
    const tables = cells.filter((cell): cell is Table => cell.kind === 'table')
    if (tables.length === cells.length) return { id, isFullWidth: true, cells: [joinTables(tables)] }
    const signatures = cells.filter((cell): cell is Signatures => cell.kind === 'signatures')
    if (signatures.length === cells.length) return { id, isFullWidth: true, cells: [joinSignatures(signatures)] }
  }
  return { id, isFullWidth: cells.length === 1, cells }
}

const unique = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join(' / ')

function joinInlines(contents: readonly (readonly Inline[])[]): readonly Inline[] {
  const seen = new Set<string>()
  const kept = contents.filter((content) => {
    const text = inlineText(content)
    const isNew = text !== '' && !seen.has(text)
    seen.add(text)
    return isNew
  })
  return kept.flatMap((content, index) => (index === 0 ? content : [{ kind: 'text', text: ' / ' } as const, ...content]))
}

function joinTables(tables: readonly Table[]): Table {
  const [first] = tables
  if (!first) return { kind: 'table', caption: '', columns: [], rows: [] }
  const headers = first.columns.map((_, index) => joinInlines(tables.map((table) => table.columns[index]?.header ?? [])))
  const rows = first.rows.map((row, rowIndex) => row.map((_, index) => joinInlines(tables.map((table) => table.rows[rowIndex]?.[index] ?? []))))
  const widths = columnWidths([headers, ...rows])
  return {
    kind: 'table',
    caption: unique(tables.map((table) => table.caption)),
    columns: first.columns.map((column, index) => ({ ...column, header: headers[index] ?? [], width: widths[index] ?? column.width })),
    rows,
  }
}

function joinSignatures(all: readonly Signatures[]): Signatures {
  const [first] = all
  return {
    kind: 'signatures',
    parties: (first?.parties ?? []).map((party, index) => ({
      name: joinInlines(all.map((signatures) => signatures.parties[index]?.name ?? [])),
      placeAndDate: unique(all.map((signatures) => signatures.parties[index]?.placeAndDate ?? '')),
      signatories: party.signatories.map((_, position) => ({
        name: joinInlines(all.map((signatures) => signatures.parties[index]?.signatories[position]?.name ?? [])),
        function: joinInlines(all.map((signatures) => signatures.parties[index]?.signatories[position]?.function ?? [])),
      })),
    })),
  }
}

/** The title is the first row of the opening. */
function withTitle(
  sections: readonly Section[],
  texts: readonly LanguageText[],
  remembered: Map<string, { readonly parts: readonly LanguageSection[]; readonly section: Section }>,
): readonly Section[] {
  const [opening, ...rest] = sections
  if (!opening) return sections
  const title: Row = { id: 'title', isFullWidth: texts.length === 1, cells: texts.map((text) => ({ kind: 'title', content: text.title })) }
  const last = remembered.get('title')
  const joined: Section = { ...opening, rows: [title, ...opening.rows] }
  if (last && JSON.stringify(last.section) === JSON.stringify(joined)) return [last.section, ...rest]
  remembered.set('title', { parts: [], section: joined })
  return [joined, ...rest]
}
