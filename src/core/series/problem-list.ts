import { problemMessage, type RowProblem } from './problems.ts'

/** The problems of a series: all are counted, as many are kept as somebody could ever read. */
export type ProblemList = {
  readonly add: (problems: readonly RowProblem[]) => void
  /** In the order of the rows. */
  readonly kept: () => readonly RowProblem[]
  readonly count: () => number
}

const maximumKept = 20_000
const maximumPerRow = 25

/** Makes an empty list. `add` takes the problems of one row at a time. */
export function createProblemList(): ProblemList {
  const kept: RowProblem[] = []
  let count = 0
  return {
    add: (problems) => {
      count += problems.length
      if (kept.length >= maximumKept) return
      kept.push(...problems.slice(0, maximumPerRow))
      const [first] = problems
      const rest = problems.length - maximumPerRow
      if (first !== undefined && rest > 0) kept.push({ ...first, column: '', message: problemMessage('morePlaces', { count: rest }) })
    },
    kept: () => kept.toSorted((one, other) => one.row - other.row),
    count: () => count,
  }
}
