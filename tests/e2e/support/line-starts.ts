import type { Page } from '@playwright/test'

/** The first characters of the lines of all paragraphs on the screen: what Japanese line breaking must keep from standing there shows here. */
export const lineStarts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('p, li, h1, h2, h3')].flatMap((element) => {
      const starts: string[] = []
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let last = Number.NEGATIVE_INFINITY
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? ''
        // Words for screen readers alone are folded into a pixel.
        if ((node.parentElement?.getBoundingClientRect().width ?? 0) < 2) continue
        const range = document.createRange()
        for (let index = 0; index < text.length; index += 1) {
          range.setStart(node, index)
          range.setEnd(node, index + 1)
          const box = range.getBoundingClientRect()
          if (box.height === 0) continue
          if (box.top > last + box.height / 2) starts.push(text.charAt(index))
          last = Math.max(last, box.top)
        }
      }
      // The first character of a paragraph begins no line by being broken.
      return starts.slice(1)
    }),
  )
