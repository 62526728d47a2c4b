import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isDictionary, isReference, nameOf, type PdfDictionary, pdfObjects, pdfString, type PdfValue } from './pdf-objects.ts'
import { footnoteMark, type Line, type Reading } from './reading.ts'

/** Reads a PDF as a screen reader does: elements in the order of the structure tree, their words from the marked content of the pages. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const words = await wordsByContent(bytes)
  const { trailer, resolve } = pdfObjects(bytes)
  const catalog = resolve(trailer.get('Root'))
  const root = isDictionary(catalog) ? resolve(catalog.get('StructTreeRoot')) : undefined
  const lines: Line[] = []
  const faults: string[] = []
  if (!isDictionary(root)) return { format: 'PDF', lines, faults: ['the file has no structure tree'] }
  const used = new Set<string>()

  const elementsOf = (element: PdfDictionary): readonly PdfDictionary[] =>
    kids(element)
      .map((kid) => resolve(kid))
      .filter((kid) => isDictionary(kid) && kid.has('S'))
      .filter(isDictionary)
  /** The words that belong to an element or to links and spans inside it; other elements inside it are lines of their own. */
  const wordsOf = (element: PdfDictionary): string =>
    piecesOf(element)
      .map(({ text, page }, index, all) => (index > 0 && all[index - 1]?.page !== page ? `\n${text}` : text))
      .join('')
  const piecesOf = (element: PdfDictionary): readonly { readonly text: string; readonly page: number }[] => {
    const page = element.get('Pg')
    return kids(element).flatMap((kid) => {
      const inner = resolve(kid)
      if (typeof inner === 'number') return [contentWords(page, inner)]
      if (!isDictionary(inner) || nameOf(inner.get('Type')) === 'OBJR') return []
      if (nameOf(inner.get('Type')) === 'MCR') return [contentWords(inner.get('Pg') ?? page, inner.get('MCID'))]
      if (!isInline(inner)) return []
      const pieces = piecesOf(inner)
      return nameOf(inner.get('S')) === 'Reference' ? [{ text: footnoteMark(wordsOf(inner).trim()), page: pieces[0]?.page ?? 0 }] : pieces
    })
  }
  const contentWords = (page: PdfValue | undefined, id: PdfValue | undefined): { readonly text: string; readonly page: number } => {
    const number = isReference(page) ? page.object : 0
    const key = `p${number}R_mc${typeof id === 'number' ? id : '?'}`
    used.add(key)
    return { text: words.get(key) ?? '', page: number }
  }

  let label = ''
  const walk = (element: PdfDictionary, inherited: string, group: Set<string> | undefined): void => {
    const language = pdfString(resolve(element.get('Lang'))) || inherited
    const type = nameOf(element.get('S'))
    const add = (kind: Line['kind'], text: string): void => {
      if (text.trim() === '' || group?.has(text) === true) return
      group?.add(text)
      lines.push({ kind, text, language })
    }
    const inside = (): void => {
      // Each signatory has a place and date; the text says it once a party.
      const own = type === 'Div' ? new Set<string>() : group
      for (const child of elementsOf(element).filter((one) => !isInline(one))) walk(child, language, own)
    }
    switch (type) {
      case 'TOC':
      case 'Figure':
      case 'Caption':
        wordsBelow(element)
        return
      case 'Sect':
        // The heading of the contents is no heading of the text.
        if (elementsOf(element).some((child) => nameOf(child.get('S')) === 'TOC')) wordsBelow(element)
        else inside()
        return
      case 'H1':
        return add('title', wordsOf(element))
      case 'H2':
      case 'H3':
        return add('heading', wordsOf(element))
      case 'Lbl':
        label = wordsOf(element)
        return
      case 'P':
      case 'LBody': {
        const own = wordsOf(element)
        if (own.trim() !== '') {
          add('paragraph', label === '' ? own : `${label} ${own}`)
          label = ''
        }
        return inside()
      }
      case 'TR':
        return add(
          'row',
          elementsOf(element)
            .map((cell) => wordsOf(cell))
            .join(' | '),
        )
      case 'Note':
        return add('footnote', noteText(element))
      default:
        return inside()
    }
  }
  /** Everything below an element, whatever it is, so that its content counts as read. */
  const wordsBelow = (element: PdfDictionary): string => {
    const blocks = elementsOf(element).filter((child) => !isInline(child))
    return [wordsOf(element), ...blocks.map(wordsBelow)].join(' ')
  }
  const noteText = (note: PdfDictionary): string => {
    const blocks = elementsOf(note).filter((child) => !isInline(child))
    const number = blocks.find((child) => nameOf(child.get('S')) === 'Lbl')
    const body = [wordsOf(note), ...blocks.filter((child) => child !== number).map(wordsBelow)].join(' ')
    return number === undefined ? body : `${footnoteMark(wordsOf(number).trim())}: ${body.trim()}`
  }
  for (const element of elementsOf(root)) walk(element, '', undefined)
  for (const [key, text] of words) if (!used.has(key) && text.trim() !== '') faults.push(`words outside the structure tree: "${text.trim()}"`)
  return { format: 'PDF', lines, faults }
}

const isList = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value)
const isInline = (element: PdfDictionary): boolean => ['Link', 'Span', 'Reference', 'Annot'].includes(nameOf(element.get('S')))

function kids(element: PdfDictionary): readonly PdfValue[] {
  const value = element.get('K')
  if (value === undefined) return []
  return isList(value) ? value : [value]
}

/** The words of every piece of marked content; line ends stay line ends, so that a hyphen at one can be told. */
async function wordsByContent(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true, useSystemFonts: false })
  const pdf = await task.promise
  const words = new Map<string, string>()
  try {
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
