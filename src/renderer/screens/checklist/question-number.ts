import type { ChecklistPackage, ChecklistQuestion } from '../../../engine/template.ts'

/** The number of a question in its checklist: the same on the page, in the matrix, in the plan and in the report. */
export function questionNumber({ questions }: ChecklistPackage, { id }: ChecklistQuestion): number {
  return questions.findIndex((question) => question.id === id) + 1
}
