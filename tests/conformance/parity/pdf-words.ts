import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The words of every piece of marked content by its key, as pdf.js reads them from the pages; the end of a line is a line end. */
export async function wordsByContent(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true, useSystemFonts: false })
  const words = new Map<string, string>()
  try {
    const pdf = await task.promise
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const open: (string | undefined)[] = []
      for (const item of (await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })).items) {
        if ('type' in item) {
          if (item.type === 'endMarkedContent') open.pop()
          else open.push(item.type === 'beginMarkedContentProps' ? (item.id ?? undefined) : undefined)
          continue
        }
        const key = open.findLast((id) => id !== undefined)
        if (key !== undefined) words.set(key, `${words.get(key) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
      }
    }
    return words
  } finally {
    await task.destroy()
  }
}

/** The key of a piece of content: the object of its page and its number there. */
export const contentKey = (page: number, id: number): string => `p${page}R_mc${id}`
