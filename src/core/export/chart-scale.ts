import type { RiskMatrix } from '../../engine/document.ts'

/** What a full bar stands for: values are shares up to 1, or percentages; what lies beyond stretches the scale. */
export function barScale(items: readonly { readonly value: number }[]): number {
  const greatest = Math.max(0, ...items.map(({ value }) => (Number.isFinite(value) ? value : 0)))
  return greatest <= 1 ? 1 : Math.max(100, greatest)
}

/** Shares of the width of a matrix: the names of its rows, then equal columns. */
export function matrixShares({ columns }: RiskMatrix): readonly number[] {
  return [0.22, ...columns.map(() => 0.78 / columns.length)]
}

/** Colours of the levels of a matrix, from 0 to 1; in grey each is darker than the one below. The words in the cells say the same. */
export const levelFills = { high: [0.96, 0.8, 0.76], medium: [0.98, 0.92, 0.8], low: [0.91, 0.96, 0.92] } as const
