import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { calendarLines, planCalendar } from '../core/plan/plan-calendar.ts'
import { planTable } from '../core/plan/plan-table.ts'
import { actionsOf, proposedActions } from '../engine/action-plan.ts'
import type { Answers } from '../engine/answers.ts'
import { runFacts } from '../engine/checklist-run.ts'
import type { ChecklistResult } from '../engine/checklist-score.ts'
import { type Language, localize } from '../engine/language.ts'
import { linesOf } from '../engine/plan-lines.ts'
import type { ChecklistPackage } from '../engine/template.ts'
import { UsageError } from './failure.ts'
import { warn } from './output.ts'
import { saveBytes } from './write-files.ts'

/** Where the action plan goes. */
export type PlanTargets = { readonly ics?: string | undefined; readonly csv?: string | undefined }

/** A run as it was read from a file. `at` is the moment it is exported, ISO 8601. */
type PlanSource = { readonly content: ChecklistPackage; readonly answers: Answers; readonly language: Language; readonly at: string }

/**
 * Writes the action plan as calendar, as table, or both: the plan of the answers, else what the findings propose, counted from the day of the run. Says on
 * standard error which steps have no place in a calendar.
 */
export async function writePlan({ content, answers, language, at }: PlanSource, result: ChecklistResult, { ics, csv }: PlanTargets): Promise<void> {
  if (ics === undefined && csv === undefined) return
  if (ics !== undefined && csv !== undefined && resolve(ics) === resolve(csv)) throw new UsageError('two outputs name the same file')
  const facts = runFacts(answers)
  const plan = actionsOf(answers)
  const steps = plan.length > 0 ? plan : proposedActions(result, [], facts.assessed_on ?? at.slice(0, 10))
  const lines = linesOf([content], steps, language)
  if (csv !== undefined) await saveBytes(csv, planTable(lines, language))
  if (ics === undefined) return
  const dated = calendarLines(lines)
  if (dated.length === 0) throw new UsageError('there is no open action with a date to put into a calendar')
  const name = [localize(content.short, language), facts.organisation].filter((part) => part !== undefined).join(' · ')
  await saveBytes(ics, planCalendar(lines, { run: runOf(content, answers), name, language, at }))
  if (dated.length < lines.length) warn(`${lines.length - dated.length} of ${lines.length} actions are done or have no date; they are not in the calendar`)
}

/** Tells one run from another where it has no id: the same organisation, partner, project and day are the same run. */
function runOf({ id }: ChecklistPackage, answers: Answers): string {
  const { organisation, partner, project, assessed_on: day } = runFacts(answers)
  return createHash('sha256')
    .update(JSON.stringify([id, organisation, partner, project, day]))
    .digest('hex')
}
