import { actionsOf } from '../engine/action-plan.ts'
import type { Answers } from '../engine/answers.ts'
import { reservedRunIds } from '../engine/checklist-run.ts'
import { readRunEntry } from '../engine/run-answers.ts'
import type { ChecklistPackage } from '../engine/template.ts'
import { readAnswers } from './answers-file.ts'
import { InputProblems } from './failure.ts'

/** Reads the answers of a checklist, the facts of the run, and its plan. Throws `InputProblems` naming every entry that cannot be used. */
export function readChecklistAnswers(file: string, content: ChecklistPackage): Answers {
  const ids = content.questions.map(({ id }) => id)
  const answers = readAnswers(file, [...reservedRunIds, ...ids])
  const read = Object.entries(answers).map(([id, value]) => ({ id, ...readRunEntry(id, value) }))
  const problems = read.flatMap(({ id, problem }) => (problem === undefined ? [] : [`${id}: invalid - ${problem}`]))
  const usable = Object.fromEntries(read.map(({ id, value }) => [id, value]))
  const strangers = actionsOf(usable).flatMap(({ id, question }) =>
    question === undefined || ids.includes(question)
      ? []
      : [`actions: invalid - the action "${id}" names the question "${question}", which is not in ${content.id}`],
  )
  if (problems.length + strangers.length > 0) throw new InputProblems([...problems, ...strangers])
  return usable
}
