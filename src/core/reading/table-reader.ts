import type { CellPlace, TrackedChange } from './word-document.ts'

type OpenTable = { readonly table: number; row: number; cell: number; rowChange: TrackedChange | undefined; cellChange: TrackedChange | undefined }

/** Follows the tables of a part: in which cells one is, and whether somebody added or took away the row or the cell as a whole. */
export type TableReader = {
  readonly openTable: () => void
  readonly closeTable: () => void
  readonly openRow: () => void
  readonly openCell: () => void
  readonly changeRow: (change: TrackedChange) => void
  readonly changeCell: (change: TrackedChange) => void
  /** From the outermost table inwards. */
  readonly places: () => readonly CellPlace[]
  readonly change: () => TrackedChange | undefined
}

/** Begins outside of any table. */
export function createTableReader(): TableReader {
  const tables: OpenTable[] = []
  let count = 0
  const set = (values: Partial<OpenTable>): void => void Object.assign(tables.at(-1) ?? {}, values)
  return {
    openTable: () => void tables.push({ table: count++, row: -1, cell: -1, rowChange: undefined, cellChange: undefined }),
    closeTable: () => void tables.pop(),
    openRow: () => set({ row: (tables.at(-1)?.row ?? -1) + 1, cell: -1, rowChange: undefined, cellChange: undefined }),
    openCell: () => set({ cell: (tables.at(-1)?.cell ?? -1) + 1, cellChange: undefined }),
    changeRow: (rowChange) => set({ rowChange }),
    changeCell: (cellChange) => set({ cellChange }),
    places: () => tables.map(({ table, row, cell }) => ({ table, row, cell })),
    change: () => tables.at(-1)?.cellChange ?? tables.at(-1)?.rowChange,
  }
}
