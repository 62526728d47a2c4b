import { isDictionary, isReference, nameOf, type PdfDictionary, pdfObjects, pdfString, type PdfValue } from './pdf-objects.ts'
import { contentKey } from './pdf-words.ts'

/** An element of the structure tree with what is in it: further elements, and words on a page. */
export type StructureElement = {
  readonly type: string
  /** Its own language, or that of what it is in. */
  readonly language: string
  readonly children: readonly (StructureElement | Words)[]
}
export type Words = { readonly text: string; readonly page: number }

export const isWords = (child: StructureElement | Words): child is Words => 'text' in child
const isElement = (child: StructureElement | Words): child is StructureElement => !isWords(child)

/** The structure tree of a whole file with the words of its pages, and the keys of the content it holds. pdf.js gives it page by page only. */
export function structureOf(
  bytes: Uint8Array,
  words: ReadonlyMap<string, string>,
): { readonly elements: readonly StructureElement[]; readonly used: ReadonlySet<string> } {
  const { trailer, resolve } = pdfObjects(bytes)
  const used = new Set<string>()
  const wordsAt = (page: PdfValue | undefined, id: PdfValue | undefined): readonly Words[] => {
    if (!isReference(page) || typeof id !== 'number') return []
    const key = contentKey(page.object, id)
    used.add(key)
    return [{ text: words.get(key) ?? '', page: page.object }]
  }
  const elementOf = (dictionary: PdfDictionary, inherited: string): StructureElement => {
    const language = pdfString(resolve(dictionary.get('Lang'))) || inherited
    const page = dictionary.get('Pg')
    const children = kidsOf(dictionary).flatMap((kid): readonly (StructureElement | Words)[] => {
      const inner = resolve(kid)
      if (typeof inner === 'number') return wordsAt(page, inner)
      if (!isDictionary(inner) || nameOf(inner.get('Type')) === 'OBJR') return []
      if (nameOf(inner.get('Type')) === 'MCR') return wordsAt(inner.get('Pg') ?? page, inner.get('MCID'))
      return [elementOf(inner, language)]
    })
    return { type: nameOf(dictionary.get('S')), language, children }
  }
  const catalog = resolve(trailer.get('Root'))
  const root = isDictionary(catalog) ? resolve(catalog.get('StructTreeRoot')) : undefined
  return { elements: isDictionary(root) ? elementOf(root, '').children.filter(isElement) : [], used }
}

const isList = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value)

function kidsOf(dictionary: PdfDictionary): readonly PdfValue[] {
  const value = dictionary.get('K')
  if (value === undefined) return []
  return isList(value) ? value : [value]
}
