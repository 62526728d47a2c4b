import { isWords, type StructureElement, structureOf, type Words } from './pdf-structure.ts'
import { wordsByContent } from './pdf-words.ts'
import { footnoteMark, type Line, type Reading } from './reading.ts'

/** Reads a PDF as a screen reader does: elements in the order of the structure tree, their words from the marked content of the pages. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const words = await wordsByContent(bytes)
  const { elements, used } = structureOf(bytes, words)
  const lost = [...words].filter(([key, text]) => !used.has(key) && text.trim() !== '')
  return { format: 'PDF', lines: elements.flatMap(linesOf), faults: lost.map(([, text]) => `words outside the structure tree: "${text.trim()}"`) }
}

/** What belongs to the words around it, rather than being a line of its own. */
const inlineTypes = new Set(['Link', 'Span', 'Reference', 'Annot'])
const isInline = (child: StructureElement | Words): boolean => isWords(child) || inlineTypes.has(child.type)

const elementsIn = (element: StructureElement): readonly StructureElement[] =>
  element.children.flatMap((child) => (isWords(child) || inlineTypes.has(child.type) ? [] : [child]))

function linesOf(element: StructureElement): readonly Line[] {
  switch (element.type) {
    case 'TOC':
    case 'Figure':
    case 'Caption':
      return []
    case 'Sect':
      // The heading of the contents is no heading of the text.
      return elementsIn(element).some(({ type }) => type === 'TOC') ? [] : elementsIn(element).flatMap(linesOf)
    case 'Div': {
      // Each signatory has a place and date; the text says it once a party.
      const said = new Set<string>()
      return elementsIn(element)
        .flatMap(linesOf)
        .filter(({ text }) => !said.has(text) && said.add(text))
    }
    case 'H1':
      return line(element, 'title', wordsOf(element))
    case 'H2':
    case 'H3':
      return line(element, 'heading', wordsOf(element))
    case 'LI':
      return itemLines(element)
    case 'P':
      return [...line(element, 'paragraph', wordsOf(element)), ...elementsIn(element).flatMap(linesOf)]
    case 'TR':
      return line(element, 'row', elementsIn(element).map(wordsOf).join(' | '))
    case 'Note':
      return line(element, 'footnote', noteText(element))
    default:
      return elementsIn(element).flatMap(linesOf)
  }
}

const line = ({ language }: StructureElement, kind: Line['kind'], text: string): readonly Line[] => (text.trim() === '' ? [] : [{ kind, text, language }])

/** An item has a label and a body for each language; the first line of a body carries its label. */
function itemLines(item: StructureElement): readonly Line[] {
  let label = ''
  return elementsIn(item).flatMap((child) => {
    if (child.type === 'Lbl') {
      label = wordsOf(child)
      return []
    }
    const [first, ...others] = elementsIn(child).flatMap(linesOf)
    return first === undefined ? [] : [{ ...first, text: `${label} ${first.text}` }, ...others]
  })
}

/** The words of an element and of the links in it; a line end where they go on on another page. */
function wordsOf(element: StructureElement): string {
  return wordsIn(element)
    .map(({ text, page }, index, all) => (index > 0 && all[index - 1]?.page !== page ? `\n${text}` : text))
    .join('')
}

function wordsIn(element: StructureElement): readonly Words[] {
  return element.children.filter(isInline).flatMap((child): readonly Words[] => {
    if (isWords(child)) return [child]
    const words = wordsIn(child)
    return child.type === 'Reference' ? [{ text: footnoteMark(wordsOf(child).trim()), page: words[0]?.page ?? 0 }] : words
  })
}

function noteText(note: StructureElement): string {
  const label = elementsIn(note).find(({ type }) => type === 'Lbl')
  const body = [
    wordsOf(note),
    ...elementsIn(note)
      .filter((child) => child !== label)
      .map(wordsOf),
  ]
    .join(' ')
    .trim()
  return label === undefined ? body : `${footnoteMark(wordsOf(label).trim())}: ${body}`
}
