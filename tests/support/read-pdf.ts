import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** An element of the structure tree as a reader gets it, with its text. */
export type ReadNode = { readonly role: string; readonly language: string | undefined; readonly text: string; readonly children: readonly ReadNode[] }

/** What a reader finds in a PDF: per page the whole text, and the structure tree with texts; links that lead nowhere. */
export type ReadPdf = {
  readonly pages: readonly { readonly text: string; readonly tree: ReadNode; readonly links: number }[]
  readonly outline: readonly string[]
  readonly deadLinks: readonly string[]
  readonly title: string
  readonly language: string
}

/** Reads a PDF with pdf.js, independent of the writer. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const document = await task.promise
  const pages: { text: string; tree: ReadNode; links: number }[] = []
  const deadLinks: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const texts = new Map<string, string>()
    const open: (string | undefined)[] = []
    let all = ''
    for (const item of content.items) {
      if ('str' in item) {
        all += item.str + (item.hasEOL ? '\n' : '')
        const id = open.findLast((candidate) => candidate !== undefined)
        if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? '\n' : ''))
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push('id' in item && typeof item.id === 'string' ? item.id : undefined)
    }
    const tree: unknown = await page.getStructTree()
    const annotations: readonly unknown[] = await page.getAnnotations()
    for (const target of annotations.map((annotation) => field(annotation, 'dest'))) {
      if (target !== '' && (await document.getDestination(target)) === null) deadLinks.push(target)
    }
    pages.push({ text: all, tree: nodeOf(tree, texts), links: annotations.length })
  }
  const outline = (await document.getOutline()) ?? []
  const { info } = await document.getMetadata()
  const result = { pages, outline: outline.map((entry) => entry.title), deadLinks, title: field(info, 'Title'), language: field(info, 'Language') }
  await task.destroy()
  return result
}

function field(value: unknown, key: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'string' ? found : ''
}

function nodeOf(value: unknown, texts: ReadonlyMap<string, string>): ReadNode {
  if (field(value, 'type') === 'content') return { role: 'text', language: undefined, text: texts.get(field(value, 'id')) ?? '', children: [] }
  if (field(value, 'type') !== '') return { role: 'annotation', language: undefined, text: '', children: [] }
  const children: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'children') : []
  const nodes = Array.isArray(children) ? children.map((child: unknown) => nodeOf(child, texts)) : []
  const language = field(value, 'lang')
  return { role: field(value, 'role'), language: language === '' ? undefined : language, text: nodes.map((node) => node.text).join(''), children: nodes }
}

/** All elements of a role below a node, in reading order. */
export function nodesOf(node: ReadNode, role: string): readonly ReadNode[] {
  return [...(node.role === role ? [node] : []), ...node.children.flatMap((child) => nodesOf(child, role))]
}
