import type { AssembledDocument, Block, Inline } from '../../document.ts'

/**
 * A document as a reader sees it: sections, rows, blocks, labels and words with their looks, without what a redline cannot keep of both versions
 * (row ids, the question behind a word, widths, how a run of words is cut into pieces).
 */
export const plainTree = (document: AssembledDocument): unknown => ({
  titles: document.titles,
  sections: document.sections.map(({ id, kind, rows }) => ({
    id,
    kind,
    rows: rows.map(({ cells, isFullWidth }) => ({ isFullWidth, cells: cells.map(plainBlock) })),
  })),
})

function plainBlock(block: Block): unknown {
  switch (block.kind) {
    case 'title':
    case 'note':
      return [block.kind, words(block.content)]
    case 'heading':
      return [block.kind, block.level, block.label, words(block.content)]
    case 'paragraph':
      return [block.kind, block.level, block.marker, block.label, words(block.content)]
    case 'party':
      return [block.kind, block.label, words(block.name), block.lines.filter(({ length }) => length > 0).map(words), words(block.shortName)]
    case 'table':
      return [block.kind, block.columns.map(({ header }) => words(header)), block.rows.map((row) => row.map(words))]
    case 'signatures':
      return [
        block.kind,
        block.parties.map((party) => [
          words(party.name),
          party.placeAndDate,
          party.signatories.map((signatory) => [words(signatory.name), words(signatory.function)]),
        ]),
      ]
    case 'chart':
    case 'pageBreak':
      return block
  }
}

function words(content: readonly Inline[]): string {
  let look = ''
  return content
    .filter((inline) => inline.kind === 'lineBreak' || inline.kind === 'footnote' || inline.text !== '')
    .map((inline) => {
      const own = lookOf(inline)
      const mark = own === look ? '' : `<${own}>`
      look = own
      return mark + (inline.kind === 'lineBreak' ? '\n' : inline.kind === 'footnote' ? words(inline.content) : inline.text)
    })
    .join('')
}

const lookOf = (inline: Inline): string =>
  inline.kind === 'text' || inline.kind === 'answer' ? `${inline.strong ? 'strong ' : ''}${inline.emphasis ? 'emphasis' : ''}` : inline.kind
