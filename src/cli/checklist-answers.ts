import type { Answers } from '../engine/answers.ts'
import { reservedRunIds } from '../engine/checklist-run.ts'
import { readRunEntry } from '../engine/run-answers.ts'
import type { ChecklistPackage } from '../engine/template.ts'
import { readAnswers } from './answers-file.ts'
import { InputProblems } from './failure.ts'

/** Reads the answers of a checklist, the facts of the run, and its plan. Throws `InputProblems` naming every entry that cannot be used. */
export function readChecklistAnswers(file: string, content: ChecklistPackage): Answers {
  const answers = readAnswers(file, [...reservedRunIds, ...content.questions.map(({ id }) => id)])
  const read = Object.entries(answers).map(([id, value]) => ({ id, ...readRunEntry(id, value) }))
  const problems = read.flatMap(({ id, problem }) => (problem === undefined ? [] : [`${id}: invalid - ${problem}`]))
  if (problems.length > 0) throw new InputProblems(problems)
  return Object.fromEntries(read.map(({ id, value }) => [id, value]))
}
