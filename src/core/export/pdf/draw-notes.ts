import { drawColumn } from './draw-placement.ts'
import { elementWriter, type Drawing } from './draw-words.ts'
import type { FlowNote } from './flow.ts'
import { page } from './geometry.ts'
import { backTo, noteWords } from './note-words.ts'
import type { PageContent } from './page-content.ts'
import { noteGap, type NotePlacement } from './page-notes.ts'
import type { StructureNode } from './structure-tree.ts'

const ruleWidth = 56

/** Draws the footnotes of the current page below a short rule, each into the element that stands behind its mark in reading order. */
export function drawNotes(placements: readonly NotePlacement[], content: PageContent, drawing: Drawing): void {
  if (placements.length === 0) return
  drawRules(placements, content)
  for (const { note, top, from, to } of placements) {
    const { document, tree, notes } = drawing
    const known = notes.get(note.mark)
    // A footnote whose mark was not drawn as text, such as one in a header that is only ever repeated, has no element yet.
    const id = known?.id ?? `note-${notes.size + 1}`
    const node = known?.node ?? tree.add(tree.root, 'Note', { id })
    notes.set(note.mark, { id, node })
    if (from === 0) document.addNamedDestination(id, 'XYZ', null, page.top + top - 10, null)
    let label: StructureNode | undefined
    const tags = { label: () => (label ??= tree.add(node, 'Lbl')), part: () => node }
    const writer = elementWriter(content, drawing)
    drawColumn(known === undefined ? note : withWayBack(note, id), [from, to], page.top + top, tags, content, writer, drawing)
    writer.close()
  }
}

/** The number of a footnote leads back to its mark. */
function withWayBack(note: FlowNote, id: string): FlowNote {
  const { text } = note.mark.footnote
  const mark = { kind: 'link', target: backTo(id), text: noteWords[note.language].back(text) } as const
  return { ...note, lines: note.lines.map((line) => (line.label.length === 0 ? line : { ...line, label: line.label.map((run) => ({ ...run, mark })) })) }
}

/** One rule above the footnotes of each column. */
function drawRules(placements: readonly NotePlacement[], content: PageContent): void {
  const top = Math.min(...placements.map((placement) => placement.top))
  const edges = new Set(placements.filter((placement) => placement.top === top).map(({ note }) => note.x))
  content.beginArtifact('/Type /Layout')
  content.shapes([...edges].map((x) => ({ x, y: page.top + top - noteGap / 2, width: ruleWidth, height: 0.5, color: [0.35, 0.35, 0.35] as const })))
  content.end()
}
