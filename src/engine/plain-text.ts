import type { AssembledDocument, Block, Chart, Inline, Row, Section } from './document.ts'
import { footnotesOf, inlineText, matrixRows } from './document.ts'

/**
 * Writes a document as plain text (Markdown-like): what `--text` prints, what expected texts hold, what tests read. One language after
 * the other for each row; gaps in [brackets]; the marks of footnotes as [^1], the notes at the end of their section, again language by language.
 */
export function documentText(document: AssembledDocument): string {
  return `${document.sections
    .map(sectionText)
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function sectionText(section: Section): string {
  return [...section.rows.map(rowText), ...notesText(section)].join('\n\n')
}

function notesText(section: Section): readonly string[] {
  const columns = Math.max(0, ...section.rows.map((row) => row.cells.length))
  return Array.from({ length: columns }, (_, column) => section.rows.flatMap((row) => footnotesOf(row.cells[column])))
    .flat()
    .map((note) => `[^${note.text}]: ${words(note.content).replaceAll('\n', '\n    ')}`)
}

function rowText(row: Row): string {
  return row.cells
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n')
}

const words = (content: readonly Inline[]): string => inlineText(content.map(marked))

/** A gap and the mark of a footnote stand in brackets, so that they cannot be taken for words of the text. */
function marked(inline: Inline): Inline {
  if (inline.kind === 'gap') return { ...inline, text: `[${inline.text}]` }
  return inline.kind === 'footnote' ? { kind: 'text', text: `[^${inline.text}]` } : inline
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${words(block.content)}`
    case 'heading':
      return block.level === 1 ? `## ${[block.label, words(block.content)].filter((text) => text !== '').join(' ')}` : `### ${words(block.content)}`
    case 'paragraph': {
      const indent = '   '.repeat(Math.max(0, block.level - 1))
      const label = block.marker === 'number' ? `${block.label} ` : block.marker === 'bullet' ? '- ' : block.level > 0 ? '   ' : ''
      return `${indent}${label}${words(block.content).replaceAll('\n', `\n${indent}${' '.repeat(label.length)}`)}`
    }
    case 'party':
      return [`${block.label} ${words(block.name)}`, ...block.lines.map(words), words(block.shortName)].join('\n')
    case 'table':
      return tableText([block.columns.map((column) => words(column.header)), ...block.rows.map((row) => row.map(words))])
    case 'signatures':
      return block.parties
        .map((party) =>
          [
            words(party.name),
            `${party.placeAndDate}: ____________________`,
            ...party.signatories.map(
              (signatory) => `____________________\n${words(signatory.name)}${signatory.function.length === 0 ? '' : `, ${words(signatory.function)}`}`,
            ),
          ].join('\n'),
        )
        .join('\n\n')
    case 'note':
      return `> ${words(block.content)}`
    case 'chart':
      return chartText(block)
    case 'pageBreak':
      return ''
  }
}

const tableText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `| ${row.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`).join('\n')

function chartText({ caption, chart }: Chart): string {
  if (chart.kind === 'matrix') return [caption, tableText(matrixRows(chart))].join('\n')
  const items = chart.kind === 'bars' ? chart.items : chart.axes
  return [caption, ...items.map(({ label, text }) => `- ${label}: ${text}`)].join('\n')
}
