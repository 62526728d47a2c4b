import { type Language, localize, type Localized, localizedIn } from '../../../engine/language.ts'
import type { Question } from '../../../engine/template.ts'
import type { WindowGlossary } from './use-glossary.ts'

const found = new WeakMap<Question, Map<string, { readonly glossary: WindowGlossary; readonly terms: readonly string[] }>>()

/** The words of the glossary that stand anywhere in the texts of a question, its alternatives included, in the order of reading. */
export function termsOfQuestion(question: Question, language: Language, glossary: WindowGlossary): readonly string[] {
  const known = found.get(question) ?? new Map<string, { readonly glossary: WindowGlossary; readonly terms: readonly string[] }>()
  found.set(question, known)
  const before = known.get(language)
  if (before?.glossary === glossary) return before.terms
  const terms = [...new Set(textsOf(question).flatMap((text) => glossary.find(localize(text, language), localizedIn(text, language)).map(({ term }) => term)))]
  known.set(language, { glossary, terms })
  return terms
}

function textsOf(question: Question): readonly Localized[] {
  const texts: (Localized | undefined)[] = [question.label, question.help, question.why, question.usual, question.japan]
  if (question.type === 'clause') {
    for (const { label, explanation, costs, limits } of question.alternatives) texts.push(label, explanation, ...Object.values(costs), limits)
  }
  return texts.filter((text) => text !== undefined)
}
