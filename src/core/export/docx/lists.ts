import type { Language } from '../../../engine/language.ts'
import { documentWords } from '../../../engine/words.ts'
import { points, sheetOf, type Measures } from './measures.ts'
import { fitsShape, readLabel, type LevelShape } from './number-format.ts'
import { declaration, escapeXml, namespaces } from './xml.ts'

/** The lists of one column; each is one multi-level list in Word, bound to its own styles. */
const listFamilies = ['clause', 'annex', 'recitals', 'other', 'bullet'] as const
export type ListFamily = (typeof listFamilies)[number]
/** Level 0 is the heading, 1 to 3 are the numbered paragraphs. */
export type ListLevel = 0 | 1 | 2 | 3

/** The list number that the styles of a family point to; `column` is the place of the language in the document. */
export const styleNumber = (column: number, family: ListFamily): number => column * listFamilies.length + listFamilies.indexOf(family) + 1

/** Where a paragraph gets its number from: its style alone, or a list named on the paragraph. */
export type Placement = { readonly kind: 'style' } | { readonly kind: 'direct'; readonly list: number; readonly level: ListLevel }

/** Which version of a redline is counted: each counts only the paragraphs it has. An ordinary document has but the new one. */
export type Version = 'before' | 'after'

/** How far the words of headings hang behind their numbers, in points: of clauses, or of annexes. */
type HeadingIndent = (column: number, family: 'clause' | 'annex') => number

/** Hands out list numbers so that what Word counts is the label of the tree, and writes the numbering part. */
export type Lists = {
  /** Places a labelled block; undefined when the label holds no number that Word could count. */
  readonly place: (column: number, family: ListFamily, level: ListLevel, label: string, version?: Version) => Placement | undefined
  /** `headingIndent` says how far, in points, the words of a column's numbered headings hang behind their numbers. */
  readonly numberingXml: (headingIndent: HeadingIndent) => string
}

type AbstractList = {
  readonly column: number
  readonly family: ListFamily
  /** Undefined levels are not used yet. */
  readonly levels: (LevelShape | undefined)[]
  readonly counts: Readonly<Record<Version, Count>>
  readonly isBoundToStyles: boolean
}
/** How far a list has been counted, and under which list number it goes on. */
type Count = { readonly counters: (number | undefined)[]; readonly used: Set<number>; list: number }
type ConcreteList = { readonly abstract: number; readonly restart: { readonly level: ListLevel; readonly start: number } | undefined }

const styleOfLevel: Readonly<Record<ListFamily, readonly (string | undefined)[]>> = {
  clause: ['Heading', 'Paragraph1', 'Paragraph2', 'Paragraph3'],
  annex: ['AnnexHeading', 'AnnexParagraph1', 'AnnexParagraph2', 'AnnexParagraph3'],
  recitals: [undefined, 'Recital1', 'Recital2', 'Recital3'],
  other: [],
  bullet: ['Bullet0', 'Bullet1', 'Bullet2', 'Bullet3'],
}

function usualLabels(family: ListFamily, language: Language): readonly string[] {
  const words = documentWords[language]
  const inner = [words.paragraph(2, 1), words.paragraph(3, 1)]
  if (family === 'clause') return [words.clause(1), words.paragraph(1, 1), ...inner]
  if (family === 'annex') return [words.annex(1), language === 'ja' ? '1' : '1.', ...inner]
  if (family === 'recitals') return ['', '(A)', ...inner]
  return family === 'other' ? ['', words.paragraph(1, 1), ...inner] : []
}

const newCounts = (list: number): AbstractList['counts'] => ({
  before: { counters: [], used: new Set(), list },
  after: { counters: [], used: new Set(), list },
})

/** Prepares the lists of a document; `styleId` names the style of a column. */
export function createLists(languages: readonly Language[], measures: Measures, styleId: (name: string, column: number) => string): Lists {
  const abstracts: AbstractList[] = []
  const concretes: ConcreteList[] = []
  languages.forEach((language, column) => {
    for (const family of listFamilies) {
      const levels = usualLabels(family, language).map((label) => readLabel(label, 1, undefined))
      concretes.push({ abstract: abstracts.length, restart: undefined })
      abstracts.push({ column, family, levels, counts: newCounts(concretes.length), isBoundToStyles: true })
    }
  })

  function listFor(column: number, family: ListFamily, level: ListLevel, shape: LevelShape): number {
    const found = abstracts.findIndex((list) => {
      const known = list.levels[level]
      return list.column === column && list.family === family && (known === undefined || fitsShape(shape, known))
    })
    if (found >= 0) return found
    concretes.push({ abstract: abstracts.length, restart: undefined })
    abstracts.push({ column, family, levels: [], counts: newCounts(concretes.length), isBoundToStyles: false })
    return abstracts.length - 1
  }

  /** The list that begins to count anew: the one the other version of a redline goes on with where it would do here too, or a new one. */
  function restart(index: number, level: ListLevel, start: number, version: Version): number {
    const list = abstracts[index]
    const other = list?.counts[version === 'after' ? 'before' : 'after'].list ?? 0
    const known = concretes[other - 1]?.restart
    if (known?.level === level && known.start === start && list?.counts[version].used.has(other) === false) return other
    concretes.push({ abstract: index, restart: { level, start } })
    return concretes.length
  }

  function place(column: number, family: ListFamily, level: ListLevel, label: string, version: Version = 'after'): Placement | undefined {
    const usual = abstracts[styleNumber(column, family) - 1]
    const usualLevel = usual?.levels[level]
    const counted = usual?.counts[version].counters[level]
    const expected = counted === undefined ? 1 : counted - (usualLevel?.start ?? 1) + 2
    const read = readLabel(label, expected, usualLevel)
    if (read === undefined) return undefined
    const index = listFor(column, family, level, read)
    const list = abstracts[index]
    if (list === undefined) return undefined
    const shape = (list.levels[level] ??= { prefix: read.prefix, suffix: read.suffix, format: read.format, start: read.start })
    const count = list.counts[version]
    const previous = count.counters[level]
    if ((previous === undefined ? shape.start : previous + 1) !== read.value) count.list = restart(index, level, read.value, version)
    count.counters[level] = read.value
    count.counters.fill(undefined, level + 1)
    const base = styleNumber(column, family)
    if (level === 0 && list.isBoundToStyles && concretes[count.list - 1]?.restart?.level !== 0) count.list = base
    count.used.add(count.list)
    return count.list === base && styleOfLevel[family].length > 0 ? { kind: 'style' } : { kind: 'direct', list: count.list, level }
  }

  return {
    place,
    numberingXml: (headingIndent) => numberingXml(abstracts, concretes, (list, level) => levelXml(list, level, measures, styleId, headingIndent)),
  }
}

function levelXml(
  list: AbstractList,
  level: number,
  measures: Measures,
  styleId: (name: string, column: number) => string,
  headingIndent: HeadingIndent,
): string {
  const style = list.isBoundToStyles ? styleOfLevel[list.family][level] : undefined
  const binding = style === undefined ? '' : `<w:pStyle w:val="${styleId(style, list.column)}"/>`
  const { indents } = sheetOf(measures, list.column)
  const indent = (left: number, hanging: number): string =>
    `<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="${points(left)}"/></w:tabs><w:ind w:left="${points(left)}" w:hanging="${points(hanging)}"/></w:pPr>`
  const textAt = (at: number): number => indents[at <= 1 ? 1 : at === 2 ? 2 : 3]
  const labelAt = (at: number): number => (at <= 1 ? 0 : textAt(at - 1))
  if (list.family === 'bullet')
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>${binding}<w:lvlText w:val="•"/>${indent(textAt(level), textAt(level) - labelAt(level))}</w:lvl>`
  const shape = list.levels[level]
  if (shape === undefined)
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="none"/>${binding}<w:suff w:val="nothing"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/></w:lvl>`
  const left = level === 0 ? Math.max(textAt(1), headingIndent(list.column, list.family === 'annex' ? 'annex' : 'clause')) : textAt(level)
  // A fixed space, because references print this text too.
  const fixed = (words: string): string => escapeXml(words.replaceAll('%', '').replaceAll(' ', '\u00a0'))
  const text = `${fixed(shape.prefix)}%${level + 1}${fixed(shape.suffix)}`
  return `<w:lvl w:ilvl="${level}"><w:start w:val="${shape.start}"/><w:numFmt w:val="${shape.format}"/>${binding}<w:lvlText w:val="${text}"/>${indent(left, left - labelAt(level))}</w:lvl>`
}

function numberingXml(abstracts: readonly AbstractList[], concretes: readonly ConcreteList[], levelOf: (list: AbstractList, level: number) => string): string {
  const abstractXml = abstracts.map((list, index) => {
    const levels = [0, 1, 2, 3].map((level) => levelOf(list, level)).join('')
    const id = (0x4d550000 + index).toString(16).toUpperCase()
    return `<w:abstractNum w:abstractNumId="${index}"><w:nsid w:val="${id}"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="${id}"/>${levels}</w:abstractNum>`
  })
  const concreteXml = concretes.map(({ abstract, restart }, index) => {
    const override = restart === undefined ? '' : `<w:lvlOverride w:ilvl="${restart.level}"><w:startOverride w:val="${restart.start}"/></w:lvlOverride>`
    return `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${abstract}"/>${override}</w:num>`
  })
  return `${declaration}<w:numbering ${namespaces}>${abstractXml.join('')}${concreteXml.join('')}</w:numbering>`
}
