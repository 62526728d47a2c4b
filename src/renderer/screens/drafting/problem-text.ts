import type { AnswerProblem } from '../../../engine/answer-problems.ts'
import { formatDate, formatMoney } from '../../../engine/format.ts'
import type { Question } from '../../../engine/template.ts'
import { interfaceLocales } from '../../../shared/interface-language.ts'
import type { InterfaceLanguage, Translate } from '../../i18n/i18n.ts'

/** What is wrong with an answer, in words, with numbers in the habit of the language. */
export function problemText(problem: AnswerProblem, question: Question | undefined, t: Translate, language: InterfaceLanguage): string {
  const details = Object.fromEntries(Object.entries(problem.details).map(([name, value]) => [name, inHabit(value, question, language)]))
  return t(`questions.problems.${problem.code}`, details)
}

function inHabit(value: string | number, question: Question | undefined, language: InterfaceLanguage): string {
  if (typeof value === 'number' && question?.type === 'money') return formatMoney({ amount: value, currency: question.currencies[0] ?? 'EUR' }, language)
  if (typeof value === 'string' && question?.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, language)
  return typeof value === 'number' ? new Intl.NumberFormat(interfaceLocales[language]).format(value) : value
}
