import { type Answers, checklistAnswers, checklistAnswerSchema, dateSchema, type Json } from '../engine/answers.ts'
import type { ChecklistPackage } from '../engine/template.ts'
import { readAnswers } from './answers-file.ts'
import { InputProblems } from './failure.ts'

/** Facts about a run that are no questions. */
export const reservedChecklistIds = ['organisation', 'assessed_on', 'assessor'] as const

/** Reads the answers of a checklist. `secrets_listed: yes` is short for `{ value: yes, note: '' }`. */
export function readChecklistAnswers(file: string, content: ChecklistPackage): Answers {
  const answers = readAnswers(file, [...reservedChecklistIds, ...content.questions.map(({ id }) => id)])
  const problems: string[] = []
  const entries = Object.entries(answers).map(([id, value]): readonly [string, Json] => {
    if (id === 'assessed_on') {
      if (!dateSchema.safeParse(value).success) problems.push(`${id}: invalid - a date is written as 2027-03-01 and must exist`)
      return [id, value]
    }
    if (id === 'organisation' || id === 'assessor') {
      if (typeof value !== 'string') problems.push(`${id}: invalid - this is a text`)
      return [id, value]
    }
    const answer = checklistAnswerSchema.safeParse(typeof value === 'string' ? { value } : value)
    if (!answer.success) problems.push(`${id}: invalid - the answer is one of ${checklistAnswers.join(', ')}, or { value, note }`)
    return [id, answer.success ? answer.data : value]
  })
  if (problems.length > 0) throw new InputProblems(problems)
  return Object.fromEntries(entries)
}
