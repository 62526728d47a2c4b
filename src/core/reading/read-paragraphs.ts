import { AppError } from '../../shared/errors.ts'
import { createFieldReader } from './field-reader.ts'
import { readXml } from './read-xml.ts'
import { readAuthor, readDate } from './tracked-changes.ts'
import type { CellPlace, TrackedChange, WordComment, WordParagraph, WordRun } from './word-document.ts'

/** The paragraphs of a part, or of each note or comment in it. */
type ReadPart = {
  readonly root: string
  readonly paragraphs: readonly WordParagraph[]
  /** Paragraphs by id of the note or comment they stand in. */
  readonly byId: ReadonlyMap<string, { readonly attributes: Readonly<Record<string, string>>; readonly paragraphs: readonly WordParagraph[] }>
  readonly textBoxes: number
}

const maximumParagraphs = 100_000

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

type OpenTable = { readonly table: number; row: number; cell: number; rowChange: TrackedChange | undefined; cellChange: TrackedChange | undefined }

const specialCharacters: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:cr': '\n', 'w:noBreakHyphen': '\u2011' }

/** Adds words to a paragraph, to the last run where its state of tracking is the same. */
function addText(runs: WordRun[], text: string, change: TrackedChange | undefined): void {
  const last = runs.at(-1)
  if (last?.kind === 'text' && last.change === change) runs[runs.length - 1] = { ...last, text: last.text + text }
  else runs.push({ kind: 'text', text, change })
}

/**
 * Reads the paragraphs of a WordprocessingML part: the document, its notes or its comments. `commentOf` answers what a comment id of the
 * document stands for. Throws `fileNotReadable` or `fileTooLarge`.
 */
export function readParagraphs(xml: string, commentOf: (id: string) => WordComment | undefined = () => undefined): ReadPart {
  const paragraphs: WordParagraph[] = []
  const byId = new Map<string, { attributes: Readonly<Record<string, string>>; paragraphs: WordParagraph[] }>()
  const path: string[] = []
  const tables: OpenTable[] = []
  const changes: TrackedChange[] = []
  const fields = createFieldReader()
  const commented = new Set<string>()
  let waitingBookmarks: string[] = []
  let target = paragraphs
  let tableCount = 0
  let textBoxes = 0
  let skipFrom = 0
  let contentsControls = 0
  let current: Draft | undefined
  let root = ''

  const begin = (): void => {
    current = {
      cells: tables.map(({ table, row, cell }) => ({ table, row, cell })),
      bookmarks: waitingBookmarks,
      runs: [],
      comments: [],
      styleId: undefined,
      isNumbered: false,
      isContents: contentsControls > 0 || fields.isContents(),
      markChange: tables.at(-1)?.cellChange ?? tables.at(-1)?.rowChange,
    }
    waitingBookmarks = []
  }
  const finish = (): void => {
    if (current === undefined) return
    if (paragraphs.length >= maximumParagraphs) throw new AppError('fileTooLarge', { details: { reason: 'paragraphs' } })
    if (fields.isContents()) current.isContents = true
    target.push(current)
    current = undefined
  }
  const changeNow = (): TrackedChange | undefined => changes.at(-1) ?? tables.at(-1)?.cellChange ?? tables.at(-1)?.rowChange
  const add = (text: string): void => {
    if (current !== undefined && text !== '' && fields.isShown()) addText(current.runs, text, changeNow())
  }
  const comment = (id: string | undefined): void => {
    if (id === undefined || current === undefined || commented.has(id)) return
    const found = commentOf(id)
    if (found !== undefined) current.comments.push(found)
    commented.add(id)
  }

  const openProperty = (name: string, attributes: Readonly<Record<string, string>>, parent: string | undefined): void => {
    const value = attributes['w:val']
    const table = tables.at(-1)
    if (name === 'w:pStyle' && parent === 'w:pPr' && current !== undefined) current.styleId = value
    else if (name === 'w:numId' && current !== undefined) current.isNumbered = value !== '0'
    else if (name === 'w:docPartGallery' && value === 'Table of Contents') contentsControls = path.lastIndexOf('w:sdt') + 1
    else if ((name === 'w:cellIns' || name === 'w:cellDel') && table !== undefined)
      table.cellChange = trackedBy(name === 'w:cellIns' ? 'inserted' : 'deleted', attributes)
  }
  const trackedBy = (kind: TrackedChange['kind'], attributes: Readonly<Record<string, string>>): TrackedChange => ({
    kind,
    author: readAuthor(attributes['w:author']),
    date: readDate(attributes['w:date']),
  })
  /** Changes of a paragraph's end, of a table row, or of the words between the tags. */
  const openChange = (kind: TrackedChange['kind'], attributes: Readonly<Record<string, string>>, parent: string | undefined): void => {
    const change = trackedBy(kind, attributes)
    const table = tables.at(-1)
    if (parent === 'w:rPr' && path.at(-3) === 'w:pPr') {
      if (current !== undefined) current.markChange = change
    } else if (parent === 'w:trPr') {
      if (table !== undefined) table.rowChange = change
    }
    changes.push(change)
  }

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const parent = path.at(-1)
    path.push(name)
    if (path.length === 1) root = name
    if (name === 'w:txbxContent' && !path.includes('mc:Fallback')) textBoxes += 1
    if (skipFrom > 0) return
    if (skipped.has(name)) {
      skipFrom = path.length
      return
    }
    const change = wrappers[name]
    if (change !== undefined) return openChange(change, attributes, parent)
    switch (name) {
      case 'w:p':
        finish()
        return begin()
      case 'w:tbl':
        tables.push({ table: tableCount++, row: -1, cell: -1, rowChange: undefined, cellChange: undefined })
        return
      case 'w:tr': {
        const table = tables.at(-1)
        if (table !== undefined) Object.assign(table, { row: table.row + 1, cell: -1, rowChange: undefined, cellChange: undefined })
        return
      }
      case 'w:tc': {
        const table = tables.at(-1)
        if (table !== undefined) Object.assign(table, { cell: table.cell + 1, cellChange: undefined })
        return
      }
      case 'w:bookmarkStart': {
        const bookmark = attributes['w:name']
        if (bookmark !== undefined) (current?.bookmarks ?? waitingBookmarks).push(bookmark)
        return
      }
      case 'w:commentRangeStart':
      case 'w:commentReference':
        return comment(attributes['w:id'])
      case 'w:fldChar':
        fields.mark(attributes['w:fldCharType'])
        if (current !== undefined && fields.isContents()) current.isContents = true
        return
      case 'w:br':
        return attributes['w:type'] === undefined || attributes['w:type'] === 'textWrapping' ? add('\n') : undefined
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const id = attributes['w:id']
        if (current !== undefined && id !== undefined) current.runs.push({ kind: 'footnote', id, change: changeNow() })
        return
      }
      case 'w:footnote':
      case 'w:comment': {
        const entry = { attributes, paragraphs: [] }
        byId.set(attributes['w:id'] ?? '', entry)
        target = entry.paragraphs
        return
      }
      default: {
        const character = parent === 'w:r' ? specialCharacters[name] : undefined
        if (character !== undefined) add(character)
        else openProperty(name, attributes, parent)
      }
    }
  }
  const close = (name: string): void => {
    if (skipFrom === 0) {
      if (wrappers[name] !== undefined) changes.pop()
      else if (name === 'w:p') finish()
      else if (name === 'w:tbl') tables.pop()
      else if (name === 'w:footnote' || name === 'w:comment') target = paragraphs
    }
    if (skipFrom === path.length) skipFrom = 0
    if (contentsControls === path.length) contentsControls = 0
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
