import type { Language } from '../../../engine/language.ts'
import type { Term } from '../../../engine/template.ts'
import { suggestion } from '../nearest.ts'
import { type AgreementContext, placeOfEntry } from './context.ts'
import { textLines } from './text-lines.ts'

/** The spellings of a term in a language. */
export function formsOf(term: Term, language: Language): readonly string[] {
  const words = language === 'ja' ? term.ja : term[language]
  return words === undefined ? [] : [words.term, ...words.forms]
}

/** Finds any spelling of a term as a word of its own; Japanese has no spaces between words. */
export function formsPattern(forms: readonly string[], language: Language): RegExp | undefined {
  const alternatives = forms.filter((form) => form !== '').map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'))
  if (alternatives.length === 0) return undefined
  const any = `(?:${alternatives.join('|')})`
  return new RegExp(language === 'ja' ? any : `(?<![\\p{L}\\p{N}])${any}(?![\\p{L}\\p{N}])`, 'u')
}

/** Terms are declared, defined once per language, and used. */
export function lintTerms(context: AgreementContext): void {
  const { merged, report } = context
  const { terms } = merged.content
  const ids = terms.map(({ id }) => id)
  for (const [language, text] of merged.texts) {
    const lines = textLines(text)
    const defined = new Map<string, number>()
    for (const { text: line, place } of lines) {
      for (const [, id = ''] of line.matchAll(/\[\[def:\s*([^\]|]+?)\s*(?:\|[^\]]*)?\]\]/g)) {
        if (!ids.includes(id))
          report.error('unknown-term', place, `the term "${id}" is not declared`, suggestion(id, ids, `add it to "terms" in agreement.yaml`))
        defined.set(id, (defined.get(id) ?? 0) + 1)
      }
    }
    const words = lines.map(({ text: line }) => line.replaceAll(/\[\[[^\]]*\]\]|\{\{[^}]*\}\}|\{#[^}]*\}/g, ' ')).join('\n')
    for (const term of terms) {
      const forms = formsOf(term, language)
      const place = placeOfEntry(context, 'terms', term.id)
      if (forms.length === 0) report.error('term-language', place, `the term "${term.id}" has no word in ${language}`, `add ${language}: { term: … }`)
      if (!defined.has(term.id))
        report.error(
          'term-not-defined',
          place,
          `the term "${term.id}" is never defined in text.${language}.md`,
          `write [[def:${term.id}]] where it is defined, or delete the term`,
        )
      else if (formsPattern(forms, language)?.test(words) !== true) {
        report.error(
          'term-not-used',
          place,
          `the term "${forms[0] ?? term.id}" is defined but not used in text.${language}.md`,
          'use it, add the spelling that is used to "forms", or delete the definition',
        )
      }
    }
  }
}
