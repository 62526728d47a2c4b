import { loadGlossary } from '../../core/content/glossary.ts'
import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { suggestion } from '../../core/content/nearest.ts'
import { type GlossaryTerm, searchGlossary, wordsOf } from '../../engine/glossary.ts'
import { UsageError } from '../failure.ts'
import { print, printJson, warn } from '../output.ts'
import { problemLine } from '../templates.ts'

export type GlossaryOptions = { readonly templates: TemplateFolders; readonly json?: true }

/** `glossary`: all words, one a line, or the entries that fit a word, explained. */
export async function glossary(word: string | undefined, { templates, json }: GlossaryOptions): Promise<void> {
  const { glossary: known, problems } = await loadGlossary(templates)
  for (const problem of problems) warn(problemLine(problem))
  const found = searchGlossary(known.terms, word ?? '', 'en')
  if (found.length === 0 && word !== undefined) {
    const words = known.terms.flatMap((term) => [...wordsOf(term, 'de'), ...wordsOf(term, 'en')])
    throw new UsageError(`the glossary has nothing on ${JSON.stringify(word)}; ${suggestion(word, words, 'without a word, all entries are listed')}`)
  }
  if (json) printJson(found)
  else print(word === undefined ? found.map(line).join('\n') || 'There is no glossary.' : found.map(entry).join('\n\n'))
}

function line({ id, de, en, ja, reading }: GlossaryTerm): string {
  return [id, en.term, de.term, reading === undefined ? ja : `${ja} [${reading}]`].join('  ')
}

function entry(term: GlossaryTerm): string {
  const { explanation, difference, laws, seeAlso } = term
  return [
    line(term),
    `  ${explanation.en}`,
    ...(difference === undefined ? [] : [`  Where the systems differ: ${difference.en}`]),
    ...(laws.length === 0 ? [] : [`  Laws: ${laws.join(', ')}`]),
    ...(seeAlso.length === 0 ? [] : [`  See also: ${seeAlso.join(', ')}`]),
  ].join('\n')
}
