import { strFromU8, unzipSync } from 'fflate'
import { readWordParagraphs } from '../../../src/core/export/docx/testing/word-numbers.ts'
import { type Field, openFields } from './docx-fields.ts'
import { footnoteMark, type Line, type Reading } from './reading.ts'
import { childOf, childrenOf, type Element, elementsBelow, isElement, readXml, textBelow } from './xml-tree.ts'

/** The marks of footnotes by the ids of their notes, and how many of them Word has counted. */
type Marks = { readonly byNote: Map<string, string>; counted: number }
type Paragraph = { readonly text: string; readonly number: string; readonly style: string; readonly language: string }

/** Reads a DOCX as Word shows it: numbers counted from the lists, fields by their results, the contents left out. */
export function readDocx(bytes: Uint8Array): Reading {
  // The fonts are most of the file, and nobody reads them here.
  const parts = unzipSync(bytes, { filter: ({ name }) => !name.startsWith('word/fonts/') })
  const part = (name: string): Element => readXml(strFromU8(parts[name] ?? new TextEncoder().encode('<none/>')))
  const body = childOf(part('word/document.xml'), 'w:document', 'w:body')
  const styles = readStyles(part('word/styles.xml'))
  const faults: string[] = []
  const marks: Marks = { byNote: new Map(), counted: 0 }
  const numbers = readWordParagraphs(bytes)
  const elements = body === undefined ? [] : elementsBelow(body, ({ name }) => name === 'w:p')
  if (elements.length !== numbers.length) faults.push(`${elements.length} paragraphs, but ${numbers.length} were counted`)
  const numberOf = new Map(elements.map((element, index) => [element, numbers[index]?.number ?? '']))
  const numberOfBookmark = new Map(
    elements.flatMap((element) =>
      elementsBelow(element, ({ name }) => name === 'w:bookmarkStart').map((mark) => [mark.attributes['w:name'] ?? '', numberOf.get(element) ?? ''] as const),
    ),
  )
  const checkField = ({ instruction, result }: Field): void => {
    const target = /\bREF (\S+)/.exec(instruction)?.[1]
    if (target === undefined || /PAGEREF/.test(instruction)) return
    const number = numberOfBookmark.get(target)
    if (number === undefined) faults.push(`a reference "${result}" leads to "${target}", which is nowhere`)
    // Numbers are printed with fixed spaces, so that none is torn apart.
    else if (!printsOf(number).includes(result.replaceAll('\u00a0', ' '))) faults.push(`a reference says "${result}", its target is numbered "${number}"`)
  }
  const paragraphOf = (element: Element): Paragraph => {
    const style = childOf(element, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? 'Normal'
    const language = childOf(element, 'w:pPr', 'w:rPr', 'w:lang')?.attributes['w:val'] ?? styles.languageOf(style)
    return { text: runsText(element, checkField, marks), number: numberOf.get(element) ?? '', style, language: language.slice(0, 2) }
  }
  const lines = [...linesOf(childrenOf(body), paragraphOf, styles.first), ...footnoteLines(part('word/footnotes.xml'), paragraphOf, marks)]
  return { format: 'DOCX', lines, faults }
}

/** How a reference may print the number of its target: whole, or without its brackets or words. */
function printsOf(number: string): readonly string[] {
  return [number, /\d+/.exec(number)?.[0] ?? /\p{L}+/u.exec(number)?.[0] ?? number]
}

function readStyles(root: Element): { readonly first: string; readonly languageOf: (style: string) => string } {
  const styles = new Map(childrenOf(childOf(root, 'w:styles'), 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const first = childOf(root, 'w:styles', 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes['w:val'] ?? ''
  const languageOf = (id: string): string => {
    const style = styles.get(id)
    if (style === undefined) return first
    return childOf(style, 'w:rPr', 'w:lang')?.attributes['w:val'] ?? languageOf(childOf(style, 'w:basedOn')?.attributes['w:val'] ?? '')
  }
  return { first: first.slice(0, 2), languageOf }
}

function linesOf(elements: readonly Element[], paragraphOf: (element: Element) => Paragraph, first: string): readonly Line[] {
  return elements.flatMap((element): readonly Line[] => {
    switch (element.name) {
      case 'w:p':
        return isCaption(element) ? [] : lineOf(paragraphOf(element))
      case 'w:tbl':
        // A chart is a picture elsewhere; the table after it says the same in words.
        return childOf(element, 'w:tblPr', 'w:tblStyle')?.attributes['w:val'] === 'ChartTable' ? [] : tableLines(element, paragraphOf, first)
      case 'w:sdt':
        // The contents repeat headings; they are compared with the pages elsewhere.
        return childOf(element, 'w:sdtPr', 'w:docPartObj') === undefined ? linesOf(childrenOf(childOf(element, 'w:sdtContent')), paragraphOf, first) : []
      default:
        return []
    }
  })
}

const isCaption = (element: Element | undefined): boolean => childOf(element, 'w:pPr', 'w:pStyle')?.attributes['w:val'] === 'Caption'

function lineOf({ text, number, style, language }: Paragraph): readonly Line[] {
  if (text.trim() === '') return []
  const kind = /^(Cover)?Title/.test(style) ? 'title' : /Heading/.test(style) && !style.startsWith('Contents') ? 'heading' : 'paragraph'
  return [{ kind, text: number === '' ? text : `${number} ${text}`, language }]
}

function tableLines(table: Element, paragraphOf: (element: Element) => Paragraph, first: string): readonly Line[] {
  const style = childOf(table, 'w:tblPr', 'w:tblStyle')?.attributes['w:val']
  const rows = childrenOf(table, 'w:tr').map((row) => childrenOf(row, 'w:tc'))
  if (style === 'SideBySide') return rows.flatMap((cells) => cells.flatMap((cell) => linesOf(childrenOf(cell), paragraphOf, first)))
  if (style === 'SignatureTable') return signatureLines(rows, paragraphOf, first)
  return rows.map((cells) => ({
    kind: 'row' as const,
    text: cells
      .map((cell) =>
        childrenOf(cell, 'w:p')
          .map((element) => paragraphOf(element).text)
          .join(' '),
      )
      .join(' | '),
    language: first,
  }))
}

/** Signature blocks stand side by side: each is read down its own column. Place and date recur for each signatory and are read once. */
function signatureLines(rows: readonly (readonly Element[])[], paragraphOf: (element: Element) => Paragraph, first: string): readonly Line[] {
  const blocks: { readonly column: number; readonly texts: Set<string> }[] = []
  for (const cells of rows) {
    const paragraphs = cells.map((cell) => childrenOf(cell, 'w:p').map(paragraphOf))
    const isParty = paragraphs.some((cell) => cell.some(({ style }) => style === 'SignatureParty'))
    for (const [column, cell] of paragraphs.entries()) {
      if (isParty && cell.some(({ text }) => text !== '')) blocks.push({ column, texts: new Set() })
      const block = blocks.findLast((one) => one.column === column)
      for (const { text } of cell) if (text !== '') block?.texts.add(text)
    }
  }
  return blocks.flatMap(({ texts }) => [...texts].map((text) => ({ kind: 'paragraph' as const, text, language: first })))
}

/** The notes in the order of their marks. A note repeats its mark: as a field that counts, or as words where the mark is typed. */
function footnoteLines(root: Element, paragraphOf: (element: Element) => Paragraph, marks: Marks): readonly Line[] {
  const notes = new Map(childrenOf(childOf(root, 'w:footnotes'), 'w:footnote').map((note) => [note.attributes['w:id'] ?? '', note]))
  return [...marks.byNote].map(([id, mark]) => {
    const paragraphs = childrenOf(notes.get(id), 'w:p').map(paragraphOf)
    const words = paragraphs.map(({ text }) => text).join(' ')
    const body = words.trimStart().startsWith(mark) ? words.trimStart().slice(mark.length) : words
    return { kind: 'footnote', text: `${footnoteMark(mark)}: ${body.trim()}`, language: paragraphs[0]?.language ?? '' }
  })
}

/**
 * The words of a paragraph: what Word shows, so results of fields and not their instructions. Every outermost field is handed to `check`, every
 * mark of a footnote is put into `marks` by the id of its note: counted, or typed behind the reference.
 */
function runsText(paragraph: Element, check: (field: Field) => void, marks: Marks): string {
  const fields = openFields(check)
  let text = ''
  const say = (words: string): void => {
    if (fields.isShown()) text += words
    fields.say(words)
  }
  const walk = (element: Element): void => {
    for (const child of element.children.filter(isElement)) {
      switch (child.name) {
        case 'w:t':
          say(textBelow(child))
          break
        case 'w:tab':
        case 'w:br':
          say(' ')
          break
        case 'w:noBreakHyphen':
          say('-')
          break
        case 'w:instrText':
          fields.instruct(textBelow(child))
          break
        case 'w:fldChar':
          fields.mark(child.attributes['w:fldCharType'])
          break
        case 'w:footnoteReference': {
          const isTyped = child.attributes['w:customMarkFollows'] === '1'
          // Word counts only the marks that are not typed.
          const mark = isTyped ? textBelow(element).trim() : String((marks.counted += 1))
          marks.byNote.set(child.attributes['w:id'] ?? '', mark)
          say(footnoteMark(mark))
          if (isTyped) return
          break
        }
        case 'w:pPr':
        case 'w:rPr':
        case 'w:del':
          break
        default:
          walk(child)
      }
    }
  }
  walk(paragraph)
  return text
}
