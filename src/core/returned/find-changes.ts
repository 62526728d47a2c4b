import type { AddedShape, Deviation } from '../../engine/deviation.ts'
import { type AssembledDocument, inlineText } from '../../engine/document.ts'
import { comparableWords, linesOf } from '../../engine/document-lines.ts'
import { lastWords } from '../../engine/locate-deviation.ts'
import { placeLabel } from '../../engine/place-label.ts'
import type { WordComment, WordDocument } from '../reading/word-document.ts'
import { acceptedParagraphs, rejectedParagraphs } from '../reading/tracked-changes.ts'
import { alignLines, type LinePair } from './align-lines.ts'
import { type ExpectedLine, expectedLines, isSameLine, isSideBySide } from './expected-lines.ts'
import { type ReturnedLine, returnedLines, withoutLabel } from './returned-lines.ts'
import { mergeTableRows } from './table-changes.ts'
import { touchedBy } from './touched.ts'

/** A difference that was found, before anybody decided about it. */
export type FoundChange = Omit<Deviation, 'id' | 'state' | 'decidedBy' | 'decidedAt' | 'note' | 'fileName' | 'receivedAt'>

/** A change with the lines it was found in, for what is worked out from neighbours. */
export type LineChange = {
  readonly change: FoundChange
  readonly expected: ExpectedLine | undefined
  readonly returned: ReturnedLine | undefined
  /** The line of the document before it. */
  readonly previous: ExpectedLine | undefined
}

/** What the comparison found: the changes, and whether it looks like the same document at all. */
export type FoundChanges = {
  readonly changes: readonly FoundChange[]
  /** Lines that came back word for word, and lines that were sent. */
  readonly kept: number
  readonly sent: number
  readonly textBoxes: number
}

/** Everything about one column of the document that findings are made from. */
type Column = {
  readonly document: AssembledDocument
  readonly column: number
  readonly expected: readonly ExpectedLine[]
  /** What the file said before its tracked changes, by expected line: undefined where that is not what we sent, so somebody changed it silently. */
  readonly untouched: ReadonlyMap<number, ReturnedLine>
  readonly shapes: ReadonlyMap<string, AddedShape>
  readonly ownNotes: ReadonlySet<string>
}

/** Compares the document that was sent with the file that came back. Layout, numbers, contents, headers and footers are no changes. */
export function findChanges(document: AssembledDocument, word: WordDocument): FoundChanges {
  const hasNotes = [...word.footnotes.values()].flat().some(({ runs }) => runs.length > 0)
  // Where a program has turned footnotes into mere marks, their text is nowhere to be compared.
  const sent = expectedLines(document).map((lines) => (hasNotes ? lines : lines.filter(({ part }) => !part.startsWith('footnote'))))
  const accepted = returnedLines(document, word, acceptedParagraphs(word.paragraphs))
  const rejected = returnedLines(document, word, rejectedParagraphs(word.paragraphs))
  const ownNotes = notesOf(document)
  let kept = 0
  const found = sent.map((expected, column) => {
    const returned = accepted[column] ?? []
    const pairs = alignLines(expected, returned)
    const context = {
      document,
      column,
      expected,
      untouched: untouchedLines(expected, rejected[column] ?? []),
      shapes: shapesOf(pairs, expected, returned),
      ownNotes,
    }
    const changes = columnChanges(context, pairs, returned)
    kept +=
      pairs.filter((pair) => pair.expected !== undefined && pair.returned !== undefined).length -
      changes.filter(({ change }) => change.kind === 'changed').length
    return mergeTableRows(changes, pairs, expected, returned)
  })
  const changes = found.flat().map(({ change }) => change)
  return {
    changes: inReadingOrder(document, markOneSided(document, changes)),
    kept,
    sent: sent.reduce((sum, lines) => sum + lines.filter(({ isOptional }) => !isOptional).length, 0),
    textBoxes: word.textBoxes,
  }
}

/** Notes for the drafter travel as comments; ours are no remarks of the other side. */
function notesOf(document: AssembledDocument): ReadonlySet<string> {
  const blocks = document.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).filter(({ kind }) => kind === 'note')
  return new Set(blocks.flatMap((block) => linesOf(block).map(({ content }) => comparableWords(inlineText(content)))))
}

function untouchedLines(expected: readonly ExpectedLine[], rejected: readonly ReturnedLine[]): ReadonlyMap<number, ReturnedLine> {
  const untouched = new Map<number, ReturnedLine>()
  for (const { expected: one, returned: other } of alignLines(expected, rejected)) {
    const [line, back] = [one === undefined ? undefined : expected[one], other === undefined ? undefined : rejected[other]]
    if (one !== undefined && line !== undefined && back !== undefined && isSameLine(line, withoutLabel(back, line.label))) untouched.set(one, back)
  }
  return untouched
}

/** What paragraphs of a style look like here: the file itself shows it, whatever the program calls its styles. */
function shapesOf(pairs: readonly LinePair[], expected: readonly ExpectedLine[], returned: readonly ReturnedLine[]): ReadonlyMap<string, AddedShape> {
  const shapes = new Map<string, AddedShape>()
  for (const pair of pairs) {
    const block = pair.expected === undefined ? undefined : expected[pair.expected]?.block
    const style = pair.returned === undefined ? undefined : returned[pair.returned]?.styleId
    if (style === undefined || shapes.has(style)) continue
    if (block?.kind === 'paragraph') shapes.set(style, { block: 'paragraph', level: block.level, marker: block.marker })
    if (block?.kind === 'heading') shapes.set(style, { block: 'heading', level: block.level, marker: 'none' })
  }
  return shapes
}

function columnChanges(context: Column, pairs: readonly LinePair[], returned: readonly ReturnedLine[]): readonly LineChange[] {
  const changes: LineChange[] = []
  let previous: ExpectedLine | undefined
  let order = 0
  for (const pair of pairs) {
    const line = pair.expected === undefined ? undefined : context.expected[pair.expected]
    const back = pair.returned === undefined ? undefined : returned[pair.returned]
    if (line !== undefined) {
      const change = back === undefined ? deleted(context, line, pair.expected) : compared(context, line, withoutLabel(back, line.label), pair.expected)
      if (change !== undefined) changes.push({ change, expected: line, returned: back, previous })
      previous = line
      order = 0
    } else if (back !== undefined) {
      changes.push({ change: inserted(context, back, previous, order++), expected: undefined, returned: back, previous })
    }
  }
  return changes
}

type Place = Pick<FoundChange, 'section' | 'row' | 'language' | 'languages' | 'place'>

function placeOf({ document, column }: Column, line: ExpectedLine): Place {
  const section = document.sections[line.section]
  const row = section?.rows[line.row]
  const isWide = document.languages.length > 1 && !isSideBySide(document, row)
  return {
    section: section?.id ?? '',
    row: row?.id ?? '',
    language: isWide ? null : (document.languages[column] ?? null),
    languages: [...document.languages],
    place: section === undefined ? '' : placeLabel(section, line.row, line.cell).slice(0, 400),
  }
}

const remarks = ({ ownNotes }: Column, comments: readonly WordComment[]): FoundChange['comments'] =>
  comments.filter(({ text }) => !ownNotes.has(comparableWords(text))).map(({ author, date, text }) => ({ author, date: date ?? null, text }))

const who = (line: ReturnedLine | undefined): Pick<FoundChange, 'author' | 'changedAt'> => ({
  author: line?.changes[0]?.author ?? '',
  changedAt: line?.changes[0]?.date ?? null,
})

const nothing = { oldWords: '', newWords: '', afterWords: '', order: 0, isSilent: false, isOneSided: false, terms: [], questions: [] }

function compared(context: Column, line: ExpectedLine, back: ReturnedLine, index: number | undefined): FoundChange | undefined {
  const comments = remarks(context, back.comments)
  const oldWords = inlineText(line.content)
  const base = { ...nothing, ...placeOf(context, line), part: line.part, oldWords, comments, ...who(back) }
  if (isSameLine(line, back)) {
    const [first] = comments
    return first === undefined ? undefined : { ...base, kind: 'commented', newWords: oldWords, author: first.author, changedAt: first.date }
  }
  const isSilent = index !== undefined && !context.untouched.has(index)
  return { ...base, kind: 'changed', newWords: back.text, isSilent, ...touchedBy(line.content, back.text) }
}

function deleted(context: Column, line: ExpectedLine, index: number | undefined): FoundChange | undefined {
  if (line.isOptional) return undefined
  const before = index === undefined ? undefined : context.untouched.get(index)
  const comments = remarks(context, before?.comments ?? [])
  const place = { ...placeOf(context, line), part: line.part, oldWords: inlineText(line.content) }
  return {
    ...nothing,
    ...place,
    kind: 'deleted',
    comments,
    ...who(before),
    isSilent: before === undefined || before.changes.length === 0,
    ...touchedBy(line.content, ''),
  }
}

function inserted(context: Column, back: ReturnedLine, previous: ExpectedLine | undefined, order: number): FoundChange {
  const { document, expected, shapes } = context
  const anchor = previous ?? expected[0]
  const place = anchor === undefined ? { section: '', row: '', language: null, languages: [...document.languages], place: '' } : placeOf(context, anchor)
  const row = document.sections[anchor?.section ?? -1]?.rows[anchor?.row ?? -1]
  const shape = (back.styleId === undefined ? undefined : shapes.get(back.styleId)) ?? { block: 'paragraph', level: 0, marker: 'none' }
  return {
    ...nothing,
    ...place,
    row: previous === undefined ? '' : place.row,
    part: 'content',
    kind: 'inserted',
    newWords: back.text,
    afterWords: row === undefined || previous === undefined ? '' : lastWords(row, previous.cell),
    order,
    shape,
    isSilent: back.changes.every(({ kind }) => kind !== 'inserted'),
    comments: remarks(context, back.comments),
    ...who(back),
  }
}

/** In a document of two languages, what changed on one side only is worth a second look: the versions no longer agree. */
function markOneSided(document: AssembledDocument, changes: readonly FoundChange[]): readonly FoundChange[] {
  if (document.languages.length < 2) return changes
  const key = ({ section, row, kind, order }: FoundChange): string => `${section}\u0000${row}\u0000${kind === 'inserted' ? order : ''}`
  const sides = new Map<string, Set<string>>()
  for (const change of changes) {
    if (change.language === null || change.kind === 'commented') continue
    const known = sides.get(key(change)) ?? new Set()
    sides.set(key(change), known.add(change.language))
  }
  return changes.map((change) =>
    change.language === null || change.kind === 'commented'
      ? change
      : { ...change, isOneSided: (sides.get(key(change))?.size ?? 0) < document.languages.length },
  )
}

function inReadingOrder(document: AssembledDocument, changes: readonly FoundChange[]): readonly FoundChange[] {
  const places = new Map<string, number>()
  let at = 0
  for (const section of document.sections) {
    places.set(`${section.id}\u0000`, at++)
    for (const row of section.rows) places.set(`${section.id}\u0000${row.id}`, at++)
  }
  const place = ({ section, row }: FoundChange): number => places.get(`${section}\u0000${row}`) ?? -1
  const side = ({ language }: FoundChange): number => (language === null ? 0 : document.languages.indexOf(language))
  return changes.toSorted(
    (one, other) =>
      place(one) - place(other) || Number(one.kind === 'inserted') - Number(other.kind === 'inserted') || one.order - other.order || side(one) - side(other),
  )
}
