import { answerText } from './answer-drop.ts'
import type { Json } from './answers.ts'
import { type Language, localize } from './language.ts'
import type { Question } from './template.ts'

/** An answer as people read it on the page of questions, not as inside a sentence of the document; undefined when there is nothing to print. */
export function answerWords(question: Question, value: Json | undefined, language: Language): string | undefined {
  if (question.type !== 'choice' && question.type !== 'multipleChoice')
    return answerText({ question, path: question.id, value, language, label: '', isRequired: false })
  const chosen = question.options.filter(({ id }) => value === id || (Array.isArray(value) && value.includes(id)))
  return chosen.map(({ label }) => localize(label, language)).join('; ') || undefined
}
