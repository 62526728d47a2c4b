import { inlineText, type Heading, type Note, type Paragraph, type PartyBlock, type Title } from '../../../engine/document.ts'
import { textContext } from './footnotes.ts'
import type { FlowItem, FlowLine, FlowTag, ListNumbering } from './flow.ts'
import type { Column } from './layout-context.ts'
import { textLines, type TextContext } from './text-lines.ts'

/** A block of running text. */
export type TextBlock = Title | Heading | Paragraph | PartyBlock | Note

/** The lines of a text block in its column, and how the row they stand in behaves. */
export type TextLayout = { readonly lines: readonly FlowLine[]; readonly tag: FlowTag; readonly row: Partial<FlowItem> }

/** Sets a block of running text in a column. */
export function layoutText(block: TextBlock, column: Column, targets: ReadonlySet<string>): TextLayout {
  const context = textContext(column, targets)
  switch (block.kind) {
    case 'title':
      return {
        lines: textLines(block.content, column.sheet.title, context, { width: column.width, hyphenation: 'needed' }),
        tag: { kind: 'title' },
        row: { padding: { top: 0, bottom: 8 }, keepsWithNext: true },
      }
    case 'heading':
      return layoutHeading(block, column, context)
    case 'paragraph':
      return layoutParagraph(block, column, context)
    case 'party':
      return layoutParty(block, column, context)
    case 'note':
      return layoutNote(block, column, context)
    default:
      return assertNever(block)
  }
}

function assertNever(value: never): never {
  throw new Error(`Unknown block ${JSON.stringify(value)}`)
}

function layoutHeading(block: Heading, column: Column, context: TextContext): TextLayout {
  const { sheet, width } = column
  const style = block.level === 1 ? sheet.heading : sheet.subheading
  const indent = block.label === '' ? 0 : sheet.indents[1]
  return {
    lines: textLines(block.content, style, context, { width, indent, label: block.label, hyphenation: 'needed' }),
    tag: { kind: 'heading', level: block.level },
    row: { spaceBefore: block.level === 1 ? sheet.space.heading : sheet.space.subheading, keepsWithNext: true },
  }
}

function layoutParagraph(block: Paragraph, column: Column, context: TextContext): TextLayout {
  const { sheet, width } = column
  const isBullet = block.marker === 'bullet'
  // A bullet at the edge of the page is set like the first level.
  const level = isBullet ? Math.max(1, block.level) : block.level
  const indent = sheet.indents[level] ?? 0
  const labelAt = sheet.indents[level - 1] ?? 0
  const label = block.marker === 'none' ? '' : isBullet && block.label === '' ? '•' : block.label
  const isListed = level > 0 && block.marker !== 'none'
  return {
    lines: textLines(block.content, sheet.body, context, { width, indent, label, labelAt }),
    tag: isListed || level > 0 ? { kind: 'listItem', level, isBullet, hasLabel: isListed, numbering: numberingOf(label, level) } : { kind: 'paragraph' },
    row: {
      spaceBefore: level > 1 || isBullet ? sheet.space.item : sheet.space.paragraph,
      keepsTailWithNext: block.isLeadIn === true || /[:：]\s*$/.test(inlineText(block.content).slice(-12)),
    },
  }
}

/** How the list of a label counts: "(1)" and "1." in figures, "a)" and "(A)" in letters, "(ii)" on the third level in Roman figures, "ア" in its own way. */
function numberingOf(label: string, level: number): ListNumbering {
  const [core = ''] = /[\p{L}\p{N}]+/u.exec(label) ?? []
  if (core === '') return 'Disc'
  if (level === 3 && /^\([ivx]+\)$/.test(label)) return 'LowerRoman'
  if (/^\d/.test(core)) return 'Decimal'
  return /^[a-z]/.test(core) ? 'LowerAlpha' : /^[A-Z]/.test(core) ? 'UpperAlpha' : 'None'
}

function layoutParty(block: PartyBlock, column: Column, context: TextContext): TextLayout {
  const { sheet, width } = column
  const indent = sheet.indents[1]
  const place = { width, indent, hyphenation: 'needed' } as const
  const name = textLines(
    block.name.map((inline) => (inline.kind === 'text' || inline.kind === 'answer' ? { ...inline, strong: true as const } : inline)),
    sheet.body,
    context,
    { ...place, label: block.label, part: 0 },
  )
  const lines = block.lines.flatMap((line, index) => textLines(line, sheet.body, context, { ...place, part: index + 1 }))
  const short = textLines(block.shortName, sheet.body, context, { ...place, part: block.lines.length + 1 })
  return {
    lines: [...name, ...lines, ...short],
    tag: { kind: 'group' },
    row: { spaceBefore: sheet.space.block, isUnbreakable: true, padding: { top: 0, bottom: sheet.space.block - sheet.space.paragraph } },
  }
}

function layoutNote(block: Note, column: Column, context: TextContext): TextLayout {
  const { sheet, width, x } = column
  return {
    lines: textLines(block.content, sheet.note, context, { width: width - 8, indent: 10 }),
    tag: { kind: 'note' },
    row: {
      spaceBefore: sheet.space.block,
      padding: { top: 5, bottom: 5 },
      decorations: (box) => [
        { x, y: box.top, width, height: box.bottom - box.top, color: [0.97, 0.95, 0.89] },
        { x, y: box.top, width: 2, height: box.bottom - box.top, color: [0.72, 0.55, 0.16] },
      ],
    },
  }
}
