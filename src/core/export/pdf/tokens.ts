import { atomsOf, atom, type Atom, type Mark } from './atoms.ts'
import { cleanText } from './clean-text.ts'
import { mayBreakBetween } from './kinsoku.ts'
import { shape, spaceBetween } from './typeface.ts'
import { japaneseFace, latinFace, type TextStyle } from './text-style.ts'

/** A stretch of text in one look. */
export type Fragment = { readonly text: string; readonly style: TextStyle; readonly mark: Mark | undefined }

/**
 * What stands between two atoms: nothing, a space, a space that must not break, a place where a line may break, or a forced line end.
 */
type Joint = 'none' | 'space' | 'glue' | 'break' | 'line'

/** An atom and what follows it; `space` is the blank drawn for a space or glue. */
export type Token = { readonly atom: Atom; joint: Joint; space: Atom | undefined }

const gapPadding = 1.5

// Numbers stay with the word that announces or measures them.
const announces = /^[("„“]*(§§?|Abs\.|Art\.|Nr\.|Ziff\.|Ziffer|lit\.|Satz|Anlage|Annex|Section|section|paragraph|Absatz|p\.|S\.|EUR|€)$/
const number = /^[(]?[\d§a-z]{1,12}[).,;:]*$/
const measure = /^(%|€|EUR|Uhr|ff\.|f\.|bis)[.,;:)]*$/
const initial = /^[("„“]*\p{L}\.$/u
const inner = /(?<=\p{L}{2}[-\u2010])(?=\p{L}{2})|(?<=\p{L}{2}[/\u2013\u2014])(?=\p{L}{2})|(?<=\u200b)/u
const hasInner = /[-\u2010/\u2013\u2014\u200b]/
const hasWide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u

/** Cuts fragments into atoms and the joints between them; spaces at either end are dropped. */
export function tokensOf(fragments: readonly Fragment[]): readonly Token[] {
  const tokens: Token[] = []
  for (const fragment of fragments) {
    if (fragment.mark?.kind === 'gap') tokens.push(padding(fragment))
    for (const piece of cleanText(fragment.text).split(/(\n| +)/)) {
      const last = tokens.at(-1)
      if (piece === '') continue
      if (piece === '\n') {
        if (last === undefined) continue
        if (last.joint === 'line')
          tokens.push({ atom: atom('', shape(latinFace(fragment.style), ''), fragment.style, undefined), joint: 'line', space: undefined })
        else last.joint = 'line'
      } else if (piece.startsWith(' ')) {
        if (last === undefined || last.joint === 'line') continue
        last.joint = 'space'
        last.space = blank(fragment.style, last.atom.mark === fragment.mark ? fragment.mark : undefined)
      } else {
        if (last?.joint === 'space' && isGlued(last.atom.text, piece)) last.joint = 'glue'
        addWord(tokens, piece, fragment)
      }
    }
    if (fragment.mark?.kind === 'gap') tokens.push(padding(fragment))
  }
  const last = tokens.at(-1)
  if (last !== undefined) last.joint = 'line'
  return tokens
}

/** Room for the edges of the box around an open blank. */
function padding({ style, mark }: Fragment): Token {
  return { atom: { ...atom('', shape(latinFace(style), ''), style, mark), width: gapPadding }, joint: 'none', space: undefined }
}

function blank(style: TextStyle, mark: Mark | undefined): Atom {
  return atom(' ', shape(style.isJapanese ? japaneseFace(style) : latinFace(style), ' '), style, mark)
}

/** Whether a space holds a number to the word that announces or measures it, or two initials together: no line ends there. */
export function isGlued(before: string, after: string): boolean {
  return (announces.test(before) && number.test(after)) || (/\d$/.test(before) && measure.test(after)) || (initial.test(before) && initial.test(after))
}

/** Fonts kern across spaces ("r V"), as Word and LibreOffice do; only within one look, for they set each run of another look by itself. */
function fittedSpace(space: Atom, before: Atom, after: Atom): Atom {
  const { face } = space.shape
  if (before.shape.face !== face || after.shape.face !== face || before.style !== after.style || before.mark !== after.mark || after.style.isJapanese)
    return space
  return atom(' ', spaceBetween(face, before.text.slice(-1), after.text.charAt(0)), space.style, space.mark)
}

function addWord(tokens: Token[], word: string, { style, mark }: Fragment): void {
  const parts = hasInner.test(word) ? word.split(inner) : [word]
  parts.forEach((part, index) => {
    const previous = tokens.at(-1)
    if (index > 0 && previous?.joint === 'none') previous.joint = 'break'
    const text = part.replaceAll('\u200b', '')
    if (text === '') return
    for (const next of atomsOf(text, style, mark)) {
      const last = tokens.at(-1)
      if (last?.space !== undefined && last.joint !== 'line') last.space = fittedSpace(last.space, last.atom, next)
      const isWide = last?.joint === 'none' && (hasWide.test(last.atom.text.slice(-2)) || hasWide.test(next.text.slice(0, 2)))
      // The mark of a footnote stays with the word it stands behind.
      if (last !== undefined && isWide && mark?.kind !== 'footnote' && mayBreakBetween(last.atom.text, next.text)) last.joint = 'break'
      tokens.push({ atom: next, joint: 'none', space: undefined })
    }
  })
}
