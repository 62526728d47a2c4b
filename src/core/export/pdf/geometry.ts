/** Points per millimetre. */
export const mm = 72 / 25.4

/** A4 with the margins of exported documents, in points from the top left corner. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 25 * mm,
  right: 595.28 - 22 * mm,
  top: 24 * mm,
  bottom: 841.89 - 26 * mm,
} as const

/** Width and height of the text area. */
export const textWidth = page.right - page.left
export const textHeight = page.bottom - page.top

/** Left edge and width of each text column: one over the full width, or two with a gutter of 8 mm. */
export function textColumns(count: number): readonly { readonly x: number; readonly width: number }[] {
  const gutter = 8 * mm
  const width = (textWidth - gutter * (count - 1)) / count
  return Array.from({ length: count }, (_, index) => ({ x: page.left + index * (width + gutter), width }))
}
