// Advance widths of Source Serif 4 in thousandths of the font size, from its regular TrueType file: U+0020–007E and U+00A0–00FF.
const basic =
  '237 289 381 525 518 932 728 182 362 362 458 534 302 320 302 341 529 529 529 529 529 529 529 529 529 529 302 302 534 534 534 414 834 712 653 662 739 638 612 723 814 376 381 710 618 935 768 738 621 738 690 544 632 758 709 1005 672 667 586 335 341 335 534 514 400 541 619 520 614 533 369 557 641 329 303 594 329 955 643 579 622 601 456 465 359 628 579 836 569 586 490 359 290 359 534'
const latin =
  '237 289 518 519 501 518 290 494 400 756 376 540 534 320 460 400 344 534 381 381 400 617 599 302 400 381 400 540 902 932 902 414 712 712 712 712 712 712 956 662 638 638 638 638 376 376 376 376 739 768 738 738 738 738 738 534 738 758 758 758 758 667 624 630 541 541 541 541 541 541 827 520 533 533 533 533 329 329 329 329 565 643 579 579 579 579 579 534 579 628 628 628 628 586 607 586'
const marks: readonly (readonly [number, number])[] = [
  [0x2013, 514],
  [0x2014, 814],
  [0x2018, 225],
  [0x2019, 225],
  [0x201c, 440],
  [0x201d, 440],
  [0x201e, 440],
  [0x2022, 305],
  [0x2026, 826],
  [0x20ac, 518],
]
/** What an unknown letter is taken for: an average one. */
const average = 560
const wide = 1000
const boldFactor = 1.035

const widths = new Uint16Array(0x3000).fill(average)
basic.split(' ').forEach((width, index) => (widths[0x20 + index] = Number(width)))
latin.split(' ').forEach((width, index) => (widths[0xa0 + index] = Number(width)))
for (const [code, width] of marks) widths[code] = width
widths.fill(wide, 0x2e80)

/**
 * How many lines a text takes at a width in points, broken at spaces, after hyphens and anywhere between East Asian characters. It knows no
 * kerning and no hyphenation: it serves to estimate pages.
 */
export function countLines(text: string, widthPt: number, sizePt: number, isBold: boolean): number {
  const limit = (widthPt * 1000) / (sizePt * (isBold ? boldFactor : 1))
  let lines = 1
  let line = 0
  let word = 0
  const endWord = (): void => {
    if (line + word > limit && line > 0) {
      lines += 1
      line = 0
    }
    line += word
    word = 0
  }
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0x0a) {
      endWord()
      lines += 1
      line = 0
    } else if (code === 0x20) {
      endWord()
      line += 237
    } else {
      const width = code < 0x3000 ? (widths[code] ?? average) : wide
      word += width
      if (code === 0x2d || code >= 0x2e80) endWord()
      else if (word > limit) endWord()
    }
  }
  endWord()
  return lines
}
