import { z } from 'zod'
import type { Language } from './language.ts'
import { localizedSchema } from './language.ts'
import { searchText } from './search-text.ts'
import { kebabId, type Law } from './template.ts'

const glossaryWords = z.strictObject({
  /** The word itself. What stands in brackets behind it is shown, but not looked for. */
  term: z.string().min(1),
  /** Other words and forms by which it is found in texts and in the search: case endings, plurals, abbreviations. */
  forms: z.array(z.string().min(1)).default([]),
})

/** One entry of `glossary.yaml`: a concept with its word in each language, and where the legal systems differ. */
export const glossaryTermSchema = z.strictObject({
  id: kebabId,
  de: glossaryWords,
  en: glossaryWords,
  /** The Japanese word to be used in agreements. */
  ja: z.string().min(1),
  /** Its reading in hiragana, for search, order and reading aloud. */
  reading: z.string().min(1).optional(),
  explanation: localizedSchema,
  difference: localizedSchema.optional(),
  laws: z.array(z.string()).default([]),
  /** Entries that belong beside this one, by id. */
  seeAlso: z.array(kebabId).default([]),
  /** True for everyday words: they stand in the glossary, but texts do not mark them. */
  quiet: z.boolean().default(false),
})
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>

/** The glossary with the laws it names. */
export type Glossary = { readonly terms: readonly GlossaryTerm[]; readonly lawEntries: readonly Law[] }

/** The word of a term in a language, with what stands in brackets behind it. */
export function termName(term: GlossaryTerm, language: Language): string {
  return language === 'ja' ? term.ja : term[language].term
}

/** Where a term stands in a text: from `start` up to, not including, `end`. */
export type TermHit = { readonly start: number; readonly end: number; readonly term: string }
export type TermFinder = (text: string) => readonly TermHit[]

/** The words by which a term is found, the term first, without what stands in brackets. */
export function wordsOf(term: GlossaryTerm, language: Language): readonly string[] {
  if (language === 'ja') return [withoutBrackets(term.ja)]
  const { term: word, forms } = term[language]
  return [withoutBrackets(word), ...forms]
}

function withoutBrackets(word: string): string {
  const bare = word.replaceAll(/\s*[(（][^)）]*[)）]/gu, '').trim()
  return bare === '' ? word : bare
}

/**
 * Makes the function that finds terms in texts of one language, in the order of the text, never two in one place (the longest wins). A word that
 * begins with a capital is found as written, any other also at the start of a sentence; English words also in the plural with "s". It reads a text
 * once and looks up only whole words, so its time grows with the text, not with the glossary.
 */
export function createTermFinder(terms: readonly GlossaryTerm[], language: Language): TermFinder {
  const byBeginning = new Map<string, { readonly word: string; readonly term: string }[]>()
  const add = (word: string, term: string): void => {
    const beginning = beginningOf(word, language)
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { word, term }])
  }
  for (const term of terms) {
    if (term.quiet) continue
    for (const word of wordsOf(term, language)) {
      add(word, term.id)
      const first = word.charAt(0)
      if (first !== first.toUpperCase()) add(first.toUpperCase() + word.slice(1), term.id)
    }
  }
  for (const candidates of byBeginning.values()) candidates.sort((one, other) => other.word.length - one.word.length)
  return (text) => {
    const hits: TermHit[] = []
    let from = 0
    for (const { index, 0: beginning } of text.matchAll(language === 'ja' ? /./gsu : /[\p{L}\p{N}]+/gu)) {
      if (index < from || text.charAt(index - 1) === '-') continue
      for (const { word, term } of byBeginning.get(beginning) ?? byBeginning.get(singular(beginning, language)) ?? []) {
        const end = endOf(text, index, word, language)
        if (end === undefined) continue
        hits.push({ start: index, end, term })
        from = end
        break
      }
    }
    return hits
  }
}

const wordEnd = /[\p{L}\p{N}]/u

function endOf(text: string, index: number, word: string, language: Language): number | undefined {
  if (!text.startsWith(word, index)) return undefined
  const end = index + word.length
  if (language === 'ja' || !wordEnd.test(text.charAt(end))) return end
  return language === 'en' && text.charAt(end) === 's' && !wordEnd.test(text.charAt(end + 1)) ? end + 1 : undefined
}

function beginningOf(word: string, language: Language): string {
  return language === 'ja' ? ([...word][0] ?? '') : (/[\p{L}\p{N}]+/u.exec(word)?.[0] ?? word)
}

const singular = (word: string, language: Language): string => (language === 'en' && word.endsWith('s') ? word.slice(0, -1) : word)

/** The first place of each term only, so that a text that uses a word often marks it once. */
export function firstHits(hits: readonly TermHit[], seen: Set<string> = new Set()): readonly TermHit[] {
  return hits.filter(({ term }) => {
    if (seen.has(term)) return false
    seen.add(term)
    return true
  })
}

/**
 * The entries that fit what somebody typed, best first: the word itself, words that begin with it, words that hold it, then explanations. Capitals,
 * full and half width and accents make no difference; Japanese is found by its characters and by its reading in hiragana or katakana.
 */
export function searchGlossary(terms: readonly GlossaryTerm[], query: string, language: Language): readonly GlossaryTerm[] {
  const wanted = searchText(query)
  const order = new Intl.Collator(language)
  // Japanese is sorted by reading (五十音): by its characters it would go by the code point of each.
  const name = (term: GlossaryTerm): string => (language === 'ja' ? (term.reading ?? term.ja) : termName(term, language))
  const ranked = terms.flatMap((term) => {
    const rank = wanted === '' ? 0 : rankOf(term, wanted)
    return rank === undefined ? [] : [{ term, rank }]
  })
  return ranked.sort((one, other) => one.rank - other.rank || order.compare(name(one.term), name(other.term))).map(({ term }) => term)
}

function rankOf(term: GlossaryTerm, wanted: string): number | undefined {
  const words = [term.id, term.de.term, ...wordsOf(term, 'de'), term.en.term, ...wordsOf(term, 'en'), term.ja, ...wordsOf(term, 'ja'), term.reading ?? ''].map(
    searchText,
  )
  if (words.includes(wanted)) return 0
  if (words.some((word) => word.startsWith(wanted))) return 1
  if (words.some((word) => word.includes(wanted))) return 2
  const texts = [term.explanation, term.difference].flatMap((text) => (text === undefined ? [] : [text.de, text.en, text.ja ?? '']))
  return texts.some((text) => searchText(text).includes(wanted)) ? 3 : undefined
}
