import { type Inline, inlineText } from '../document.ts'

/**
 * The smallest piece a comparison of words can keep, take out or put in: a word with the space before it, a punctuation mark, or a whole
 * reference, definition, gap, footnote or short answer. Tokens of equal `key` read alike.
 */
export type Token = { readonly key: string; readonly inline: Inline; readonly isWord: boolean; readonly isAtomic: boolean }

/** Answers up to this many words are one token: a date or an amount is replaced as a whole; a long text is compared word by word. */
const longestAtomicAnswer = 5

const pieces = /\s*[\p{L}\p{M}\p{N}]+(?:[-'’.,/@]?[\p{L}\p{M}\p{N}]+)*|\s*[^\s\p{L}\p{M}\p{N}]|\s+/gu
const eastAsian = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/
const japaneseWords = new Intl.Segmenter('ja', { granularity: 'word' })

function splitWords(text: string): readonly string[] {
  const parts = text.match(pieces) ?? []
  // Japanese has no spaces between words; a dictionary finds them.
  return eastAsian.test(text) ? parts.flatMap((part) => (eastAsian.test(part) ? [...japaneseWords.segment(part)].map(({ segment }) => segment) : part)) : parts
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
const look = (inline: { readonly strong?: true; readonly emphasis?: true }): string => `${inline.strong ? 's' : ''}${inline.emphasis ? 'e' : ''}`

/** Cuts a line of words into tokens. Joined again they are the same line. */
export function tokensOf(content: readonly Inline[]): readonly Token[] {
  return content.flatMap((inline): readonly Token[] => {
    switch (inline.kind) {
      case 'text':
      case 'answer': {
        const words = splitWords(inline.text)
        const key = `w${look(inline)}:`
        if (inline.kind === 'answer' && words.length > 1 && words.filter(hasWord).length <= longestAtomicAnswer)
          return [{ key: `${key}${inline.text}`, inline, isWord: true, isAtomic: true }]
        return words.map((text) => ({
          key: `${key}${text}`,
          inline: words.length === 1 ? inline : { ...inline, text },
          isWord: hasWord(text),
          isAtomic: false,
        }))
      }
      case 'gap':
        return [{ key: `g:${inline.text}`, inline, isWord: true, isAtomic: true }]
      case 'reference':
        return [{ key: `r:${inline.target}:${inline.text}`, inline, isWord: true, isAtomic: true }]
      case 'definition':
        return [{ key: `d:${inline.text}`, inline, isWord: true, isAtomic: true }]
      case 'footnote':
        // Its number is counted, so only the note itself says whether it is the same.
        return [{ key: `f:${inlineText(inline.content)}`, inline, isWord: false, isAtomic: true }]
      case 'lineBreak':
        return [{ key: 'b:', inline, isWord: false, isAtomic: false }]
    }
  })
}

/** How many words a line has; a reference, a gap or a short answer counts as one. */
export const countWords = (content: readonly Inline[]): number => tokensOf(content).filter(({ isWord }) => isWord).length
