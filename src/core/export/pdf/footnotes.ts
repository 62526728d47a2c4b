import type { FootnoteMark } from './atoms.ts'
import type { FlowNote } from './flow.ts'
import type { Column } from './layout-context.ts'
import { blankLine, textLines, type TextContext } from './text-lines.ts'

const indent = 11

/** What the text of a column needs to be set; its footnotes go to the foot of the column. */
export function textContext(column: Column, targets: ReadonlySet<string>): TextContext {
  const plain: TextContext = { language: column.language, targets }
  return { ...plain, setNote: (mark) => setNote(mark, column, plain) }
}

function setNote(mark: FootnoteMark, column: Column, context: TextContext): FlowNote {
  const { x, width, language, sheet, isWide } = column
  const lines = textLines(mark.footnote.content, sheet.footnote, context, { width, indent, label: mark.footnote.text })
  return { mark, isWide, x, width, language, lines: lines.length === 0 ? [blankLine(sheet.footnote.leading, 0)] : lines }
}
