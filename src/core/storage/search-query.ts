import { fullWidth, hiragana, katakana } from '../../engine/search-text.ts'

/** A search as SQL: a condition on `drafts` and the values of its parameters. */
export type SearchCondition = { readonly sql: string; readonly values: readonly string[] }

/** The trigram index answers for three characters and more; Japanese words often have two, so shorter ones are looked up by reading. */
const shortestIndexed = 3

/** More words than anybody types; a pasted page must not become a query of a thousand parts. */
const maximumTerms = 12

/**
 * Turns what somebody typed into a condition: each word must occur in the name or in an answer of the draft, in any order, as a part of a word too.
 * Kana, half and full width make no difference. Whatever is typed is a word: operators of the query language are quoted away.
 */
export function searchCondition(search: string): SearchCondition | undefined {
  const terms = search
    .normalize('NFC')
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .filter((term) => term !== '')
    .slice(0, maximumTerms)
  if (terms.length === 0) return undefined
  const parts = terms.map((term) => joined(spellings(term).map(occurs), ' OR '))
  return joined(parts, ' AND ')
}

function joined(parts: readonly SearchCondition[], word: ' AND ' | ' OR '): SearchCondition {
  return { sql: `(${parts.map(({ sql }) => sql).join(word)})`, values: parts.flatMap(({ values }) => values) }
}

/** How a word may be written: as typed, in half width, in hiragana, in katakana, in full width. Names and answers are kept as typed, in whichever. */
function spellings(term: string): readonly string[] {
  const half = term.normalize('NFKC')
  // A short word is looked up by reading every answer, which is not worth doing twice for it.
  const wide = [...half].length < shortestIndexed ? [] : [fullWidth(half)]
  return [...new Set([term, half, hiragana(half), katakana(half), ...wide])].filter((spelling) => spelling.trim() !== '')
}

/** The condition that one spelling occurs. */
function occurs(term: string): SearchCondition {
  if ([...term].length < shortestIndexed) {
    const pattern = `%${term.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`
    return {
      sql: String.raw`(drafts.name LIKE ? ESCAPE '\' OR drafts.number IN (SELECT draft FROM answers WHERE words LIKE ? ESCAPE '\'))`,
      values: [pattern, pattern],
    }
  }
  const phrase = `"${term.replaceAll('"', '""')}"`
  return {
    sql: `(drafts.number IN (SELECT rowid FROM draft_search WHERE draft_search MATCH ?)
      OR drafts.number IN (SELECT draft FROM answers WHERE number IN (SELECT rowid FROM answer_search WHERE answer_search MATCH ?)))`,
    values: [phrase, phrase],
  }
}
