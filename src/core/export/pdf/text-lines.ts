import type { Inline } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import type { FootnoteMark } from './atoms.ts'
import type { FlowField, FlowLine, FlowNote } from './flow.ts'
import { fragmentsOf } from './fragments.ts'
import { breakLines, type Hyphenation, type Line, type Run } from './line-breaking.ts'
import { rememberedLines } from './remembered-lines.ts'
import type { BlockStyle } from './text-style.ts'
import { tokensOf, type Fragment } from './tokens.ts'
import { shape } from './typeface.ts'

/** What setting text needs to know: its language, the anchors that exist, and how to set the footnotes of its marks, where they may have any. */
export type TextContext = {
  readonly language: Language
  readonly targets: ReadonlySet<string>
  readonly setNote?: (mark: FootnoteMark) => FlowNote
}

/** Where text is set: the width of the column, the indent within it, what hangs to the left, which paragraph of the column it is. */
export type TextPlace = {
  readonly width: number
  readonly indent?: number
  readonly label?: string
  readonly labelAt?: number
  readonly part?: number
  readonly align?: 'start' | 'end'
  readonly hyphenation?: Hyphenation
}

const labelGap = 5
const longestLine = 400

/** Sets inlines as lines of one style. A label that is too wide for its place pushes the text to the right. */
export function textLines(content: readonly Inline[], style: BlockStyle, context: TextContext, place: TextPlace): readonly FlowLine[] {
  return rememberedLines(content, style, context, place, () => fragmentLines(fragmentsOf(content, style.text, context.targets), style, context, place))
}

/** The same for fragments. An empty text with a label still gives one line. */
export function fragmentLines(fragments: readonly Fragment[], style: BlockStyle, context: TextContext, place: TextPlace): readonly FlowLine[] {
  const at = place.labelAt ?? 0
  const label = labelRuns(place.label ?? '', style, at)
  const labelEnd = label.length === 0 ? 0 : Math.max(...label.map((run) => run.x + run.width)) + labelGap
  const indent = Math.max(place.indent ?? 0, labelEnd)
  const width = place.width - indent
  const lines = breakLines(tokensOf(fragments), width, context.language, place.hyphenation)
  const set = lines.length === 0 && label.length > 0 ? [emptyLine] : lines
  return set.map((line, index) =>
    flowLine(line, style, {
      indent: indent + (place.align === 'end' ? width - line.width : 0),
      label: index === 0 ? label : [],
      part: place.part ?? 0,
      notes: notesOf(line, context),
    }),
  )
}

/** A blank line of a given height, with a line to write on along its lower edge when `rule` is its width. */
export function blankLine(height: number, part: number, rule = 0): FlowLine {
  return { runs: [], label: [], indent: 0, height, baseline: 0, part, sentences: 0, rule, notes: [], fields: [] }
}

/** The runs of a single line, cut with an ellipsis when it is too wide. */
export function singleLine(fragments: readonly Fragment[], width: number, language: Language): Line {
  const short = fragments.map((fragment) =>
    fragment.text.length > longestLine ? { ...fragment, text: fragment.text.slice(0, longestLine).toWellFormed() } : fragment,
  )
  const [first, ...rest] = breakLines(tokensOf(short), width, language)
  if (first === undefined) return emptyLine
  const last = short.at(-1)
  if (rest.length === 0 || last === undefined) return first
  let text = short.map((fragment) => fragment.text).join('')
  for (;;) {
    text = text.slice(0, Math.floor(text.length * 0.94)).trimEnd()
    const [line, more] = breakLines(tokensOf([{ ...last, text: `${text.toWellFormed()}…` }]), width, language)
    if (line === undefined || text === '') return emptyLine
    if (more === undefined) return line
  }
}

const emptyLine: Line = { runs: [], width: 0, end: 'line', sentences: 0 }

function labelRuns(label: string, style: BlockStyle, at: number): readonly Run[] {
  if (label === '') return []
  const [line] = breakLines(tokensOf([{ text: label.replaceAll(' ', '\u00a0').slice(0, 60), style: style.text, mark: undefined }]), 10_000, 'en')
  const runs = line?.runs ?? []
  // A space between number and text, for readers that do not see the page.
  return runs.map((run, index) => ({ ...run, x: run.x + at, shapes: index === runs.length - 1 ? [...run.shapes, shape(run.face, ' ')] : run.shapes }))
}

function flowLine(line: Line, style: BlockStyle, rest: Pick<FlowLine, 'indent' | 'label' | 'part' | 'notes'>): FlowLine {
  // The capitals of a line stand in the middle of its height.
  const baseline = style.leading / 2 + style.text.size * 0.33
  return { ...rest, runs: line.runs, height: style.leading, baseline, sentences: line.sentences, rule: 0, fields: noFields }
}

const noNotes: readonly FlowNote[] = []
const noFields: readonly FlowField[] = []

function notesOf({ runs }: Line, { setNote }: TextContext): readonly FlowNote[] {
  if (setNote === undefined || runs.every(({ mark }) => mark?.kind !== 'footnote')) return noNotes
  return [...new Set(runs.map(({ mark }) => mark))].flatMap((mark) => (mark?.kind === 'footnote' ? [setNote(mark)] : []))
}
