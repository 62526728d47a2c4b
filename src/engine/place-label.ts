import { inlineText, type Section } from './document.ts'

/** Where a row stands, as people say it: "§ 7 (3) a)", "Anlage 2 1.", "Präambel (B)"; the title of the document for its opening. */
export function placeLabel(section: Section, row: number, column: number): string {
  const blocks = section.rows.map(({ cells }) => cells[cells.length === 1 ? 0 : column])
  const heading = blocks.find((block) => block?.kind === 'heading' && block.level === 1)
  const title = heading?.kind === 'heading' ? heading.label || inlineText(heading.content) : ''
  const labels: string[] = []
  let level = 4
  for (let at = Math.min(row, blocks.length - 1); at >= 0 && level > 1; at -= 1) {
    const block = blocks[at]
    if (block?.kind === 'heading') break
    if (block?.kind === 'party' && at === row) labels.unshift(block.label)
    if (block?.kind !== 'paragraph' || block.marker === 'bullet' || block.level === 0 || block.level >= level) {
      if (at === row) level = block?.kind === 'paragraph' && block.level === 0 ? 1 : level
      continue
    }
    // A further paragraph under a number stands under that number.
    level = block.label === '' ? block.level + 1 : block.level
    if (block.label !== '') labels.unshift(block.label)
  }
  return [title, ...labels].filter((part) => part !== '').join(' ')
}
