import { type Inline, type MatrixCell, matrixCellText, type RiskMatrix } from '../../../engine/document.ts'
import { levelFills, matrixShares } from '../chart-scale.ts'
import { type Box, type FlowColumn, flowItem, type FlowItem, type Rectangle } from './flow.ts'
import type { Column } from './layout-context.ts'
import { textLines } from './text-lines.ts'
import type { BlockStyle } from './text-style.ts'

const inset = 7
/** White lines between the cells. */
const gap = 2

/** Space above and below the words of a cell, in points; Word has the same. */
export const matrixPadding = { top: 10, bottom: 10.5 }

type Place = { readonly caption: string; readonly column: Column; readonly section: number; readonly number: number; readonly spaceBefore: number }

/** Sets a matrix as what it is: a table whose rows and columns have names, kept on one page with the words that follow. Each cell says its level and has the colour of it. */
export function layoutMatrix(matrix: RiskMatrix, { caption, column, section, number, spaceBefore }: Place): readonly FlowItem[] {
  const { sheet } = column
  const places = placesOf(matrix, column)
  const cells = (texts: readonly (readonly Inline[])[], styles: readonly BlockStyle[]): readonly FlowColumn[] =>
    places.map(({ x, width }, index) => ({
      x: x + inset,
      width: width - 2 * inset,
      language: column.language,
      lines: textLines(
        texts[index] ?? [],
        styles[Math.min(index, styles.length - 1)] ?? sheet.table,
        { language: column.language, targets: new Set() },
        { width: width - 2 * inset, hyphenation: 'needed' },
      ),
    }))
  const header = flowItem({
    section,
    tag: { kind: 'tableHeader', table: number, summary: caption },
    columns: cells([matrix.corner, ...matrix.columns].map(plain), [sheet.tableHeader]),
    spaceBefore,
    padding: { top: 4, bottom: 4.5 },
    isUnbreakable: true,
    keepsWithNext: true,
  })
  const rows = matrix.rows.map((row) =>
    flowItem({
      section,
      tag: { kind: 'tableRow', table: number, summary: caption, hasRowHeader: true },
      columns: cells([plain(row.label), ...row.cells.map(matrixWords)], [sheet.tableHeader, sheet.table]),
      padding: matrixPadding,
      isUnbreakable: true,
      keepsWithNext: true,
      decorations: (box) => row.cells.map((cell, at) => fillOf(cell, places[at + 1] ?? { x: 0, width: 0 }, box)),
    }),
  )
  return [header, ...rows]
}

const plain = (text: string): readonly Inline[] => [{ kind: 'text', text }]

/** The words of a cell, the numbers strong. */
export function matrixWords(cell: MatrixCell): readonly Inline[] {
  const numbers = cell.items.join(', ')
  if (numbers === '') return plain(cell.text)
  const whole = matrixCellText(cell)
  return [
    { kind: 'text', text: whole.slice(0, whole.length - numbers.length) },
    { kind: 'text', text: numbers, strong: true },
  ]
}

function placesOf(matrix: RiskMatrix, { x, width }: Column): readonly { readonly x: number; readonly width: number }[] {
  let at = x
  return matrixShares(matrix).map((share) => {
    const place = { x: at, width: width * share }
    at += place.width
    return place
  })
}

function fillOf({ level }: MatrixCell, { x, width }: { readonly x: number; readonly width: number }, box: Box): Rectangle {
  return { x: x + gap / 2, y: box.top + gap / 2, width: width - gap, height: box.bottom - box.top - gap, color: levelFills[level] }
}
