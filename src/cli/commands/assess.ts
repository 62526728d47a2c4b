import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { composeExport } from '../../core/export/compose-export.ts'
import { actionsOf } from '../../engine/action-plan.ts'
import { type Checklist, compileChecklist } from '../../engine/checklist.ts'
import { compareRuns, contentHistory, type RunComparison } from '../../engine/checklist-comparison.ts'
import { headline } from '../../engine/checklist-report.ts'
import { type ChecklistResult, scoreChecklist } from '../../engine/checklist-score.ts'
import { assessmentJson } from '../assessment-json.ts'
import { readChecklistAnswers } from '../checklist-answers.ts'
import { documentDate } from '../document-date.ts'
import { print, printJson } from '../output.ts'
import { readPreviousRun } from '../previous-run.ts'
import { findChecklist, parseLanguages } from '../templates.ts'
import { type PlanTargets, writePlan } from '../write-plan.ts'
import { requireTargets, type Targets, writeTargets } from '../write-files.ts'

export type AssessOptions = Targets &
  PlanTargets & {
    readonly templates: TemplateFolders
    readonly answers: string
    readonly previous?: string
    readonly language?: string
    readonly date?: string
    readonly author?: string
    /** False with `--no-data`. */
    readonly data: boolean
    /** Version of the program. */
    readonly version: string
    readonly json?: true
  }

/** `assess`: result and report of a checklist. Questions without an answer are allowed; the result says how many there are. */
export async function assess(id: string, options: AssessOptions): Promise<void> {
  const date = documentDate(options.date)
  const hasTargets = options.pdf !== undefined || options.docx !== undefined || options.text !== undefined
  if (hasTargets) requireTargets(options, '')
  const { content, hash } = await findChecklist(options.templates, id)
  const languages = parseLanguages(options.language, content)
  const answers = readChecklistAnswers(options.answers, content)
  const previous = options.previous === undefined ? undefined : await readPreviousRun(options.previous, content)
  if (hasTargets) {
    const removed = previous && contentHistory(content, [previous.content], previous.answers).removed
    const background = { previous, removed }
    const settings = { draft: undefined, date, author: options.author ?? '', hasNotes: false, hasData: options.data, programVersion: options.version }
    await writeTargets(composeExport({ content, contentHash: hash, answers, languages, background }, settings), options)
  }
  const checklist = compileChecklist(content)
  const result = scoreChecklist(checklist, answers)
  await writePlan({ content, answers, language: languages[0] ?? 'en', at: date }, result, options)
  const before = previous && { checklist: compileChecklist(previous.content), answers: previous.answers }
  const comparison = before && compareRuns({ checklist, answers }, before)
  if (options.json) printJson(assessmentJson({ checklist, answers, result, comparison, previous: before?.answers }))
  else if (options.text !== true) print(resultLines(checklist, result, comparison, actionsOf(answers).length).join('\n'))
}

function resultLines({ content }: Checklist, result: ChecklistResult, comparison: RunComparison | undefined, planned: number): readonly string[] {
  const best = result.unknown === 0 ? '' : `, ${result.best ?? '-'} at best`
  return [
    `score: ${result.score ?? '-'} of 100${best} (${result.answered} of ${result.asked} questions answered)`,
    headline(result, 'en'),
    ...(comparison === undefined ? [] : [comparisonLine(comparison)]),
    ...result.flags.map(({ id, title }) => `${id}: red flag - ${title.en}`),
    ...result.findings.map(({ question, level, answer }) => `${question.id}: ${level} - ${question.missing.en} (${answer.value})`),
    ...(planned === 0 ? [] : [`plan: ${planned} actions`]),
    ...(result.later.length === 0 ? [] : [`later: ${result.later.length} of ${content.questions.length} questions come up in a later phase`]),
  ]
}

function comparisonLine({ score, better, worse }: RunComparison): string {
  return `compared: ${score.before ?? '-'} before, ${score.now ?? '-'} now; ${better} answers better, ${worse} worse`
}
