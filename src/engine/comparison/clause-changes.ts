import type { AssembledDocument, Change, Inline, Row, Section, SectionKind } from '../document.ts'
import { inlineText } from '../document.ts'
import { linesOf } from './block-diff.ts'
import { acceptAll, rejectAll } from './resolve.ts'
import { alignRows } from './row-alignment.ts'
import { countWords } from './tokens.ts'

/** What became of a clause. `moved` clauses stand elsewhere; their words are counted as if they had stayed. */
export type ClauseState = 'same' | 'changed' | 'added' | 'removed' | 'moved'

/** One clause, annex or other section of a redline. Labels and titles per language; both are empty where a section has no heading. */
export type ClauseChange = {
  readonly section: string
  readonly kind: SectionKind
  readonly state: ClauseState
  /** Place in the sections of the redline. */
  readonly index: number
  readonly labels: readonly string[]
  /** Labels in the old version, where the number moved. */
  readonly labelsBefore: readonly string[] | undefined
  readonly titles: readonly string[]
  /** Words of all languages; a reference or a short answer counts as one. */
  readonly wordsAdded: number
  readonly wordsRemoved: number
}

/** Sums up a redline clause by clause, in its order; a moved clause is listed at its new place only. */
export function clauseChanges(redline: AssembledDocument): readonly ClauseChange[] {
  return redline.sections.flatMap((section, index): readonly ClauseChange[] => {
    const state = stateOf(section)
    const twin = state === 'added' || state === 'removed' ? redline.sections.find((other) => other !== section && other.id === section.id) : undefined
    if (twin === undefined) return [{ ...describe(section, index), state, ...countChanged(section.rows) }]
    if (state === 'removed') return []
    const [before, after] = [rejectAll({ ...redline, sections: [twin] }), acceptAll({ ...redline, sections: [section] })]
    const rows = alignRows(before.sections[0]?.rows ?? [], after.sections[0]?.rows ?? [])
    return [{ ...describe(section, index), state: 'moved', ...countChanged(rows) }]
  })
}

/** Whether a redline shows any difference in words or structure; numbers that only moved do not count. */
export const hasChanges = ({ sections }: Pick<AssembledDocument, 'sections'>): boolean => sections.some((section) => stateOf(section) !== 'same')

function stateOf({ rows }: Section): Exclude<ClauseState, 'moved'> {
  if (rows.every(({ change }) => change === 'inserted')) return 'added'
  if (rows.every(({ change }) => change === 'deleted')) return 'removed'
  return rows.some(isChanged) ? 'changed' : 'same'
}

const isChanged = (row: Row): boolean =>
  row.change !== undefined ||
  row.cells.some(
    (block) =>
      linesOf(block).some((line) => line.some(({ change }) => change !== undefined)) ||
      (block.kind === 'table' && (block.rowChanges ?? []).some((change) => change !== undefined)),
  )

function describe(section: Section, index: number): Pick<ClauseChange, 'section' | 'kind' | 'index' | 'labels' | 'labelsBefore' | 'titles'> {
  const heading = section.rows.find(({ cells }) => cells[0]?.kind === 'heading' && cells[0].level === 1)
  const headings = heading?.cells.flatMap((block) => (block.kind === 'heading' ? block : [])) ?? []
  const hasMoved = headings.some(({ labelBefore }) => labelBefore !== undefined)
  return {
    section: section.id,
    kind: section.kind,
    index,
    labels: headings.map(({ label }) => label),
    labelsBefore: hasMoved ? headings.map(({ label, labelBefore }) => labelBefore ?? label) : undefined,
    titles: headings.map(({ content }) => inlineText(content.filter(({ change }) => change !== 'deleted'))),
  }
}

function countChanged(rows: readonly Row[]): { readonly wordsAdded: number; readonly wordsRemoved: number } {
  const count = (wanted: Change): number =>
    rows.reduce((sum, row) => {
      const isWanted = (inline: Inline): boolean => (row.change ?? inline.change) === wanted
      return sum + row.cells.flatMap(linesOf).reduce((words, line) => words + countWords(line.filter(isWanted)), 0)
    }, 0)
  return { wordsAdded: count('inserted'), wordsRemoved: count('deleted') }
}
