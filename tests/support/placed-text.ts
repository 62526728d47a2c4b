import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Words where they stand on a page, in points from the lower left corner. */
export type PlacedRun = { readonly text: string; readonly x: number; readonly y: number; readonly width: number }

/**
 * An element of the structure of one page: `runs` are its own words, `text` has also those of its children, but for footnotes. `language` is what holds for it.
 */
export type PlacedNode = {
  readonly role: string
  readonly language: string | undefined
  readonly runs: readonly PlacedRun[]
  readonly text: string
  readonly children: readonly PlacedNode[]
}

/** A page as pdf.js reads it: all words on it, and the structure of those that are text. */
export type PlacedPage = { readonly runs: readonly PlacedRun[]; readonly tree: PlacedNode }

type FoundRun = { readonly id: string | undefined; readonly run: PlacedRun }

/** Reads where the words of a PDF stand, independent of its writer. */
export async function readPlacedPages(bytes: Uint8Array): Promise<readonly PlacedPage[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const file = await task.promise
  const pages: PlacedPage[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const found: FoundRun[] = []
    const open: (string | undefined)[] = []
    for (const item of items) {
      if ('str' in item) {
        const [, , , , x = 0, y = 0] = item.transform.map(Number)
        const isTurned = Math.abs(Number(item.transform[1])) > 0.01
        if (item.str.trim() !== '' && !isTurned) {
          // A blank at the end of a line is read, not seen.
          const blank = item.str.length - item.str.trimEnd().length
          const width = item.width - blank * item.height * 0.2
          found.push({ id: open.findLast((id) => id !== undefined), run: { text: item.str.trimEnd(), x, y, width } })
        }
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push('id' in item && typeof item.id === 'string' ? item.id : undefined)
    }
    const tree: unknown = await page.getStructTree()
    pages.push({ runs: found.map(({ run }) => run), tree: nodeOf(tree, found, undefined) })
  }
  await task.destroy()
  return pages
}

/** An element and all below it in reading order, except what lies below elements of these roles. */
export function allNodes(node: PlacedNode, except: readonly string[]): readonly PlacedNode[] {
  return except.includes(node.role) ? [] : [node, ...node.children.flatMap((child) => allNodes(child, except))]
}

const textField = (value: unknown, key: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'string' && found !== '' ? found : undefined
}

function nodeOf(value: unknown, found: readonly FoundRun[], inherited: string | undefined): PlacedNode {
  const role = textField(value, 'role') ?? 'Document'
  const language = textField(value, 'lang') ?? inherited
  const children: PlacedNode[] = []
  const runs: PlacedRun[] = []
  let text = ''
  const given: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'children') : []
  for (const child of Array.isArray(given) ? given.map((one: unknown) => one) : []) {
    if (textField(child, 'type') === 'content') {
      const own = found.filter(({ id }) => id !== undefined && id === textField(child, 'id')).map(({ run }) => run)
      runs.push(...own)
      text += own.map((run) => run.text).join('')
    } else if (textField(child, 'type') === undefined) {
      const node = nodeOf(child, found, language)
      children.push(node)
      if (node.role === 'Note') continue
      text += node.text
    }
  }
  return { role, language, runs, text, children }
}
