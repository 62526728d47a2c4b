import type { AssembledDocument, Block, Inline, Row } from '../document.ts'
import { mapSignatureLines } from '../document-lines.ts'
import { documentText } from '../plain-text.ts'

/** A redline as plain text: what was taken out as [-old-], what was put in as {+new+}, a number that moved as [-(2)-]{+(3)+}. */
export function redlineText(redline: AssembledDocument): string {
  return documentText({ ...redline, sections: redline.sections.map((section) => ({ ...section, rows: section.rows.map(rowInText) })) })
}

function rowInText(row: Row): Row {
  const { change } = row
  const line = (content: readonly Inline[]): readonly Inline[] => lineInText(change === undefined ? content : content.map((inline) => ({ ...inline, change })))
  return { ...row, cells: row.cells.map((block) => blockInText(block, line)) }
}

function blockInText(block: Block, line: (content: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.kind) {
    case 'title':
    case 'note':
      return { ...block, content: line(block.content) }
    case 'heading':
    case 'paragraph':
      return { ...block, label: block.labelBefore === undefined ? block.label : `[-${block.labelBefore}-]{+${block.label}+}`, content: line(block.content) }
    case 'party':
      return { ...block, name: line(block.name), lines: block.lines.map(line), shortName: line(block.shortName) }
    case 'table':
      return { ...block, columns: block.columns.map((column) => ({ ...column, header: line(column.header) })), rows: block.rows.map((row) => row.map(line)) }
    case 'signatures':
      return mapSignatureLines(block, line)
    case 'chart':
    case 'pageBreak':
      return block
  }
}

/** Brackets around each stretch of one mark. */
function lineInText(content: readonly Inline[]): readonly Inline[] {
  return content.flatMap((inline, index): readonly Inline[] => {
    const { change } = inline
    if (change === undefined) return [inline]
    const opens = content[index - 1]?.change !== change
    const closes = content[index + 1]?.change !== change
    const [open, close] = change === 'deleted' ? ['[-', '-]'] : ['{+', '+}']
    return [...(opens ? [{ kind: 'text', text: open } as const] : []), inline, ...(closes ? [{ kind: 'text', text: close } as const] : [])]
  })
}
