import { Document, Packer, Paragraph, TextRun } from 'docx'
import { inlineText, matrixRows, type AssembledDocument, type Block, type Chart } from '../src/engine/document.ts'

/** The words of a block, one text per line: what the bare run packs as plain paragraphs. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
    case 'note':
      return [inlineText(block.content)]
    case 'party':
      return [block.name, ...block.lines, block.shortName].map(inlineText)
    case 'table':
      return [...block.columns.map((column) => inlineText(column.header)), ...block.rows.flat().map(inlineText)]
    case 'signatures':
      return block.parties.flatMap((party) => [
        inlineText(party.name),
        ...party.signatories.flatMap((person) => [inlineText(person.name), inlineText(person.function)]),
      ])
    case 'chart':
      return chartTexts(block)
    case 'pageBreak':
      return []
  }
}

/** The words of a chart. */
export function chartTexts({ chart }: Chart): readonly string[] {
  if (chart.kind === 'matrix') return matrixRows(chart).flat()
  return (chart.kind === 'bars' ? chart.items : chart.axes).map(({ label, text }) => `${label} ${text}`)
}

/** The same words packed by docx as plain paragraphs: what the export is measured against. */
export async function packBare(document: AssembledDocument): Promise<void> {
  const texts = document.sections.flatMap((section) => section.rows.flatMap((row) => row.cells.flatMap(textsOf)))
  await Packer.pack(new Document({ sections: [{ children: texts.map((text) => new Paragraph({ children: [new TextRun(text)] })) }] }), 'uint8array')
}
