/** Which row of the document tree a paragraph of a Word file belongs to: section, row within it, and column, each counted from 0. */
export type RowPlace = { readonly section: number; readonly row: number; readonly column: number }

// Word neither lists nor shows bookmarks that begin with an underscore, so a lawyer never sees these; Word and LibreOffice both keep them.
const prefix = '_Musubi'
const pattern = /^_Musubi_(\d{1,6})_(\d{1,6})_(\d{1,2})$/

/**
 * The name of the bookmark around the first paragraph of a row in one column, "_Musubi_3_12_1": by it a file that comes back edited tells which
 * clause and row each paragraph was. Numbers are places in the `AssembledDocument` that was written. What follows up to the next such bookmark
 * of the same column belongs to the row (the lines of a party, the rows of a table, a paragraph somebody split or added).
 */
export function rowBookmarkName({ section, row, column }: RowPlace): string {
  return `${prefix}_${section}_${row}_${column}`
}

/** The row a bookmark stands for; undefined for every other bookmark. LibreOffice and Word number copies of a name behind it: those are no rows. */
export function readRowBookmark(name: string): RowPlace | undefined {
  const [, section, row, column] = pattern.exec(name) ?? []
  return section === undefined ? undefined : { section: Number(section), row: Number(row), column: Number(column) }
}
