import { AppError } from '../../shared/errors.ts'
import { createFieldReader } from './field-reader.ts'
import { readXml } from './read-xml.ts'
import { createTableReader } from './table-reader.ts'
import { readAuthor, readDate } from './tracked-changes.ts'
import type { CellPlace, TrackedChange, WordComment, WordParagraph, WordRun } from './word-document.ts'

/** The paragraphs of a part, or of each note or comment in it. */
type ReadPart = {
  readonly root: string
  readonly paragraphs: readonly WordParagraph[]
  /** Paragraphs by id of the note or comment they stand in. */
  readonly byId: ReadonlyMap<string, { readonly attributes: Attributes; readonly paragraphs: readonly WordParagraph[] }>
  readonly textBoxes: number
}

type Attributes = Readonly<Record<string, string>>
/** What the beginning of an element does. */
type Opener = (attributes: Attributes, parent: string | undefined) => void

const maximumParagraphs = 100_000
/** Characters of one paragraph: some twenty pages without a break. */
const maximumLength = 100_000

/** What holds no words of the text: former properties, drawings, fallbacks, the settings of controls and sections, the reading aids of ruby. */
const skipped: ReadonlySet<string> = new Set(
  'w:pPrChange w:rPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:sectPrChange w:tblGridChange w:drawing w:pict w:object w:txbxContent mc:Fallback w:sectPr w:rt'.split(
    ' ',
  ),
)

/** Elements that wrap words somebody added or took away; moved words count as taken away there and added here. */
const wrappers: Readonly<Record<string, TrackedChange['kind']>> = { 'w:ins': 'inserted', 'w:moveTo': 'inserted', 'w:del': 'deleted', 'w:moveFrom': 'deleted' }

type Draft = {
  readonly cells: readonly CellPlace[]
  readonly bookmarks: string[]
  readonly runs: WordRun[]
  readonly comments: WordComment[]
  styleId: string | undefined
  isNumbered: boolean
  isContents: boolean
  markChange: TrackedChange | undefined
}

const specialCharacters: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '\u2011' }

/** Adds words to a paragraph, to the last run where its state of tracking is the same. */
function addText(runs: WordRun[], text: string, change: TrackedChange | undefined): void {
  const last = runs.at(-1)
  if (last?.kind === 'text' && last.change === change) runs[runs.length - 1] = { ...last, text: last.text + text }
  else runs.push({ kind: 'text', text, change })
}

function addMark(runs: WordRun[], text: string): void {
  const last = runs.at(-1)
  if (last?.kind === 'footnote') runs[runs.length - 1] = { ...last, mark: last.mark + text }
}

/**
 * Reads the paragraphs of a WordprocessingML part: the document, its notes or its comments. `commentOf` answers what a comment id of the
 * document stands for. Throws `fileNotReadable` or `fileTooLarge`.
 */
export function readParagraphs(xml: string, commentOf: (id: string) => WordComment | undefined = () => undefined): ReadPart {
  const paragraphs: WordParagraph[] = []
  const byId = new Map<string, { attributes: Attributes; paragraphs: WordParagraph[] }>()
  const path: string[] = []
  const changes: TrackedChange[] = []
  const tables = createTableReader()
  const fields = createFieldReader()
  const commented = new Set<string>()
  let waitingBookmarks: string[] = []
  let target = paragraphs
  let textBoxes = 0
  /** Depth of the element that is skipped with all that is in it; of the content control with the contents. 0 for none. */
  let [skipFrom, contentsFrom] = [0, 0]
  let isInMark = false
  let length = 0
  let current: Draft | undefined
  let root = ''

  const begin = (): void => {
    finish()
    const isContents = contentsFrom > 0 || fields.isContents()
    current = {
      cells: tables.places(),
      bookmarks: waitingBookmarks,
      runs: [],
      comments: [],
      styleId: undefined,
      isNumbered: false,
      isContents,
      markChange: tables.change(),
    }
    waitingBookmarks = []
    length = 0
  }
  const finish = (): void => {
    if (current === undefined) return
    if (paragraphs.length >= maximumParagraphs) throw new AppError('fileTooLarge', { details: { reason: 'paragraphs' } })
    if (fields.isContents()) current.isContents = true
    target.push(current)
    current = undefined
  }
  const changeNow = (): TrackedChange | undefined => changes.at(-1) ?? tables.change()
  const add = (text: string): void => {
    if (current === undefined || text === '' || !fields.isShown()) return
    // A typed mark stands in the same run behind its footnote.
    length += text.length
    if (length > maximumLength) throw new AppError('fileTooLarge', { details: { reason: 'paragraph' } })
    if (isInMark) addMark(current.runs, text)
    else addText(current.runs, text, changeNow())
  }
  const comment: Opener = ({ 'w:id': id }) => {
    if (id === undefined || current === undefined || commented.has(id)) return
    const found = commentOf(id)
    if (found !== undefined) current.comments.push(found)
    commented.add(id)
  }
  const note: Opener = ({ 'w:id': id, 'w:customMarkFollows': typed }) => {
    if (id === undefined || current === undefined) return
    current.runs.push({ kind: 'footnote', id, mark: '', change: changeNow() })
    isInMark = typed !== undefined && typed !== '0' && typed !== 'false'
  }
  const openEntry: Opener = (attributes) => {
    const entry = { attributes, paragraphs: [] }
    byId.set(attributes['w:id'] ?? '', entry)
    target = entry.paragraphs
  }
  const openers: Readonly<Record<string, Opener>> = {
    'w:p': begin,
    'w:tbl': tables.openTable,
    'w:tr': tables.openRow,
    'w:tc': tables.openCell,
    'w:cellIns': (attributes) => tables.changeCell(trackedBy('inserted', attributes)),
    'w:cellDel': (attributes) => tables.changeCell(trackedBy('deleted', attributes)),
    'w:bookmarkStart': ({ 'w:name': name }) => {
      if (name !== undefined) (current?.bookmarks ?? waitingBookmarks).push(name)
    },
    'w:commentRangeStart': comment,
    'w:commentReference': comment,
    'w:footnoteReference': note,
    'w:endnoteReference': note,
    'w:footnote': openEntry,
    'w:comment': openEntry,
    'w:fldChar': ({ 'w:fldCharType': type }) => {
      fields.mark(type)
      if (current !== undefined && fields.isContents()) current.isContents = true
    },
    'w:br': ({ 'w:type': type }) => {
      if (type === undefined || type === 'textWrapping') add('\n')
    },
    'w:pStyle': ({ 'w:val': style }, parent) => {
      if (parent === 'w:pPr' && current !== undefined) current.styleId = style
    },
    'w:numId': ({ 'w:val': list }) => {
      if (current !== undefined) current.isNumbered = list !== '0'
    },
    'w:docPartGallery': ({ 'w:val': gallery }) => {
      if (gallery === 'Table of Contents') contentsFrom = path.lastIndexOf('w:sdt') + 1
    },
  }
  /** Changes of a paragraph's end, of a table row, or of the words between the tags. */
  const openChange = (change: TrackedChange, parent: string | undefined): void => {
    if (parent === 'w:trPr') tables.changeRow(change)
    else if (parent === 'w:rPr' && path.at(-3) === 'w:pPr' && current !== undefined) current.markChange = change
    changes.push(change)
  }
  const open = (name: string, attributes: Attributes): void => {
    const parent = path.at(-1)
    path.push(name)
    if (path.length === 1) root = name
    if (name === 'w:txbxContent' && !path.includes('mc:Fallback')) textBoxes += 1
    if (skipFrom > 0) return
    if (skipped.has(name)) skipFrom = path.length
    const kind = wrappers[name]
    if (kind !== undefined) openChange(trackedBy(kind, attributes), parent)
    else if (parent === 'w:r' && specialCharacters[name] !== undefined) add(specialCharacters[name])
    else if (skipFrom === 0) openers[name]?.(attributes, parent)
  }
  const close = (name: string): void => {
    if (skipFrom === 0) {
      if (wrappers[name] !== undefined) changes.pop()
      else if (name === 'w:r') isInMark = false
      else if (name === 'w:p') finish()
      else if (name === 'w:tbl') tables.closeTable()
      else if (name === 'w:footnote' || name === 'w:comment') target = paragraphs
    }
    if (skipFrom === path.length) skipFrom = 0
    if (contentsFrom === path.length) contentsFrom = 0
    path.pop()
  }
  const text = (characters: string): void => {
    if (skipFrom > 0) return
    const name = path.at(-1)
    if (name === 'w:t' || name === 'w:delText' || name === 'm:t') add(characters.replaceAll('\u00ad', ''))
    else if (name === 'w:instrText') fields.instruct(characters)
  }
  readXml(xml, { open, close, text })
  return { root, paragraphs, byId, textBoxes }
}

function trackedBy(kind: TrackedChange['kind'], attributes: Attributes): TrackedChange {
  return { kind, author: readAuthor(attributes['w:author']), date: readDate(attributes['w:date']) }
}
