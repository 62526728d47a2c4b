import Pdf from 'pdfkit'
import type { AssembledDocument, Block, Inline } from '../src/engine/document.ts'
import { inlineText } from '../src/engine/document.ts'
import { chartTexts } from './bare-docx.ts'
import { fontPath } from '../src/core/export/fonts.ts'

/** The same words with `doc.text()`, pdfkit breaking lines and pages. */
export async function barePdf(document: AssembledDocument): Promise<Buffer> {
  const file = new Pdf({ size: 'A4', margin: 68, font: fontPath('serif') })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve) => {
    file.on('end', () => resolve())
  })
  for (const { text, font } of bareLines(document)) file.font(fontPath(font)).fontSize(10.5).text(text)
  file.end()
  await done
  return Buffer.concat(chunks)
}

type BareLine = { readonly text: string; readonly font: 'serif' | 'serifBold' | 'serifJapanese' | 'sans' }

function bareLines(document: AssembledDocument): readonly BareLine[] {
  return [
    { text: `${document.titles.join(' / ')} ${document.version}`, font: 'sans' },
    ...document.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(blockLines))),
  ]
}

function blockLines(block: Block): readonly BareLine[] {
  const plain = (content: readonly Inline[], label = ''): BareLine => {
    const text = `${label} ${inlineText(content)}`
    return { text, font: /[\u3000-\u9fff]/.test(text) ? 'serifJapanese' : 'serif' }
  }
  switch (block.kind) {
    case 'title':
      return [{ text: inlineText(block.content), font: 'serifBold' }]
    case 'heading':
      return [{ text: `${block.label} ${inlineText(block.content)}`, font: 'serifBold' }]
    case 'paragraph':
      return [plain(block.content, block.label)]
    case 'party':
      return [plain(block.name), ...block.lines.map((line) => plain(line)), plain(block.shortName)]
    case 'table':
      return [...block.columns.map(({ header }) => plain(header)), ...block.rows.flatMap((row) => row.map((cell) => plain(cell)))]
    case 'signatures':
      return block.parties.flatMap((party) => [
        plain(party.name),
        ...party.signatories.flatMap((signatory) => [plain(signatory.name), plain(signatory.function)]),
      ])
    case 'chart':
      return chartTexts(block).map((text) => plain([{ kind: 'text', text }]))
    default:
      return []
  }
}
