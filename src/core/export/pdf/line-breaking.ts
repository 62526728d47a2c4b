import type { Language } from '../../../engine/language.ts'
import { cutToWidth, hyphenAtom, resized, type Atom, type Mark } from './atoms.ts'
import { hyphenationPoints } from './hyphenation.ts'
import type { TextStyle } from './text-style.ts'
import type { Token } from './tokens.ts'
import type { Shape, Typeface } from './typeface.ts'

/** Neighbouring glyphs of one look; `x` counts from the left edge of the column. */
export type Run = {
  readonly x: number
  width: number
  readonly face: Typeface
  readonly style: TextStyle
  readonly mark: Mark | undefined
  readonly shapes: Shape[]
}

/** A set line. `end` says why it ends there, `sentences` how many sentences have ended up to here. */
export type Line = {
  readonly runs: readonly Run[]
  readonly width: number
  readonly end: 'space' | 'hyphen' | 'break' | 'line'
  readonly sentences: number
}

const mostHyphensInARow = 2
/** No line holds more pieces; text without any space is handled in portions, so that its cost grows with its length only. */
const longestUnit = 250
const sentenceEnd = /([\p{Ll}\p{Lu})]{3}|\d)[.!?]["“”»)]*$|[。！？]$/u

/** Whether words are hyphenated for an even edge, or only when a single word is wider than the line (headings, names). */
export type Hyphenation = 'even' | 'needed'

/** Breaks tokens into lines no wider than `width`, hyphenating in `language` where a line would otherwise end too short. */
export function breakLines(tokens: readonly Token[], width: number, language: Language, hyphenation: Hyphenation = 'even'): readonly Line[] {
  const lines: Line[] = []
  const queue = tokenQueue(tokens)
  // A ragged edge of about two letters is calmer than a hyphen.
  const zone = Math.max((tokens[0]?.atom.style.size ?? 10) * 1.6, width * 0.06)
  let line: Token[] = []
  let used = 0
  let hyphens = 0
  let sentences = 0

  const finish = (end: Line['end']): void => {
    sentences += sentencesIn(line)
    lines.push({ ...runsOf(line, end === 'space'), end, sentences })
    hyphens = end === 'hyphen' ? hyphens + 1 : 0
    line = []
    used = 0
  }

  for (let unit = queue.take(); unit !== undefined; unit = queue.take()) {
    const last = line.at(-1)
    const lead = last?.space?.width ?? 0
    const room = width - used - lead + 0.001
    const wide = widthOf(unit)
    if (wide <= room) {
      used += lead + wide
      line.push(...unit)
      if (unit.at(-1)?.joint === 'line') finish('line')
      continue
    }
    // A few letters alone in the last line are worse than a short line before it.
    const isLast = unit.at(-1)?.joint === 'line'
    const mayHyphenate = (hyphenation === 'even' && room > (isLast ? width * 0.35 : zone) && hyphens < mostHyphensInARow) || wide > width
    const split = mayHyphenate ? hyphenate(unit, room, language) : undefined
    if (split !== undefined) {
      line.push(...split.head)
      queue.giveBack(split.tail)
      finish('hyphen')
    } else if (line.length > 0) {
      queue.giveBack(unit)
      finish(last?.joint === 'space' ? 'space' : 'break')
    } else {
      const [head, tail] = forceSplit(unit, width)
      line.push(...head)
      queue.giveBack(tail)
      finish(tail.length === 0 ? 'line' : head.at(-1)?.joint === 'glue' ? 'space' : 'break')
    }
  }
  if (line.length > 0) finish('line')
  return lines
}

/** How many sentences end in a line; a footnote may stand behind the full stop. */
function sentencesIn(line: readonly Token[]): number {
  let count = 0
  line.forEach((token, index) => {
    const { text } = token.atom.mark?.kind === 'footnote' ? (line[index - 1]?.atom ?? token.atom) : token.atom
    if (token.joint !== 'none' && text.length > 0 && sentenceEnd.test(text)) count++
  })
  return count
}

/** Hands out tokens up to the next place where a line may end, and takes back what did not fit. */
function tokenQueue(tokens: readonly Token[]): { readonly take: () => readonly Token[] | undefined; readonly giveBack: (rest: readonly Token[]) => void } {
  let next = 0
  let pending: readonly Token[] = []
  return {
    take: () => {
      if (pending.length > 0) {
        const unit = pending
        pending = []
        return unit
      }
      const start = next
      while (next < tokens.length && next - start < longestUnit) {
        const joint = tokens[next++]?.joint
        if (joint !== 'none' && joint !== 'glue') break
      }
      return next > start ? tokens.slice(start, next) : undefined
    },
    giveBack: (rest) => {
      pending = rest
    },
  }
}

function widthOf(tokens: readonly Token[]): number {
  let width = 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    width += token.atom.width
    if (token.joint === 'glue' && index < tokens.length - 1) width += token.space?.width ?? 0
  }
  return width
}

type Split = { readonly head: readonly Token[]; readonly tail: readonly Token[] }

function hyphenate(unit: readonly Token[], room: number, language: Language): Split | undefined {
  let start = 0
  const starts = unit.map((token) => {
    const at = start
    start += token.atom.width + (token.joint === 'glue' ? (token.space?.width ?? 0) : 0)
    return at
  })
  for (let index = unit.length - 1; index >= 0; index--) {
    const token = unit[index]
    const at = starts[index] ?? 0
    // The words in the box of an open blank are a label, not text; those of a reference are read as a number.
    const { kind } = token?.atom.mark ?? {}
    if (token === undefined || at >= room || (kind === 'gap' && index > 0) || kind === 'link') continue
    const { text } = token.atom
    for (const point of hyphenationPoints(text, language).toReversed()) {
      const head = resized(token.atom, text.slice(0, point))
      const hyphen = hyphenAtom(head)
      if (at + head.width + hyphen.width > room) continue
      return {
        head: [...unit.slice(0, index), plain(head), { atom: hyphen, joint: 'break', space: undefined }],
        tail: [{ ...token, atom: resized(token.atom, text.slice(point)) }, ...unit.slice(index + 1)],
      }
    }
  }
  return undefined
}

const plain = (atom: Atom): Token => ({ atom, joint: 'none', space: undefined })

/** Breaks a word that is wider than a whole line wherever it must; glued words first between them. */
function forceSplit(unit: readonly Token[], width: number): readonly [readonly Token[], readonly Token[]] {
  let used = 0
  for (let index = 0; index < unit.length; index++) {
    const token = unit[index]
    if (token === undefined) break
    if (used + token.atom.width > width) {
      const cut = cutToWidth(token.atom, width - used)
      if (cut !== undefined && (cut[0].width + used <= width || index === 0))
        return [
          [...unit.slice(0, index), { ...plain(cut[0]), joint: 'break' }],
          [{ ...token, atom: cut[1] }, ...unit.slice(index + 1)],
        ]
      const at = Math.max(index, 1)
      return [unit.slice(0, at), unit.slice(at)]
    }
    used += token.atom.width + (token.joint === 'glue' ? (token.space?.width ?? 0) : 0)
  }
  return [unit, []]
}

/** `hasSpace` adds the space at which the line was broken: it is not seen, but it is read and copied. */
function runsOf(tokens: readonly Token[], hasSpace: boolean): { readonly runs: readonly Run[]; readonly width: number } {
  const runs: Run[] = []
  let x = 0
  let run: Run | undefined
  const add = ({ shape, style, mark, width }: Atom): void => {
    if (shape.glyphs.length === 0) {
      x += width
      return
    }
    if (run === undefined || run.style !== style || run.face !== shape.face || run.mark !== mark) {
      run = { x, width: 0, face: shape.face, style, mark, shapes: [] }
      runs.push(run)
    }
    run.shapes.push(shape)
    run.width += width
    x += width
  }
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    add(token.atom)
    if (index < tokens.length - 1 && token.space !== undefined) add(token.space)
  }
  const blank = hasSpace ? tokens.at(-1)?.space : undefined
  if (blank !== undefined && run?.face === blank.shape.face) run.shapes.push(blank.shape)
  return { runs, width: x }
}
