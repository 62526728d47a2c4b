import { loadContent } from '../src/core/content/load.ts'
import { actionsOf, proposedActions } from '../src/engine/action-plan.ts'
import type { Answers } from '../src/engine/answers.ts'
import { type Checklist, compileChecklist } from '../src/engine/checklist.ts'
import { compareRuns } from '../src/engine/checklist-comparison.ts'
import { checklistReport } from '../src/engine/checklist-report.ts'
import { scoreChecklist } from '../src/engine/checklist-score.ts'
import type { ChecklistPackage } from '../src/engine/template.ts'
import { type BenchResult, comparePdf } from './pdf.ts'
import { buildDraw, type Draw } from './redraw.ts'
import { templates } from './sample.ts'

const questionCount = 170
const limitMs = 16
const values = ['yes', 'no', 'partly', 'unknown', 'yes', 'notApplicable'] as const
const warmUp = 100
const samples = 400

/** A number in milliseconds with its limit. */
export type ChecklistBench = { readonly name: string; readonly value: number; readonly limit: number; readonly unit: string }

/**
 * What the window does after each answer: the score with its parts, what changed since the run before, what the plan lacks; for the largest checklist there
 * is also the pictures of the result drawn from nothing by the window's own components, as markup. The window draws only what changed.
 */
export async function benchChecklist(): Promise<readonly ChecklistBench[]> {
  const draw = await buildDraw()
  const all = await checklists()
  const largest = all.toSorted((one, other) => other.questions.length - one.questions.length)[0]
  if (largest === undefined) throw new Error('there are no checklists')
  const row = (name: string, content: ChecklistPackage, drawn: Draw | undefined): ChecklistBench => ({
    name: `answer to ${name}, ${content.questions.length} questions, p95`,
    value: p95(answerTimes(compileChecklist(content), drawn)),
    limit: limitMs,
    unit: 'ms',
  })
  return [row('scores, comparison, plan and pictures', largest, draw), row('scores, comparison and plan', wholeChecklist(all), undefined)]
}

/** The report of a run with 170 answers, all tags, charts and contents, against the same words put with bare pdfkit calls. */
export async function benchReport(): Promise<readonly BenchResult[]> {
  const checklist = compileChecklist(wholeChecklist(await checklists()))
  const document = checklistReport(checklist, answersTo(checklist, 0), ['de'], '', { previous: { checklist, answers: answersTo(checklist, 1) } })
  return [await comparePdf(`report with ${checklist.content.questions.length} answers as PDF`, document)]
}

async function checklists(): Promise<readonly ChecklistPackage[]> {
  const { packages } = await loadContent(templates.pathname)
  return packages.flatMap(({ content }) => (content.kind === 'checklist' ? [content] : []))
}

/** One checklist of 170 questions, taken in turn from all there are; what would narrow it is left out. */
function wholeChecklist(all: readonly ChecklistPackage[]): ChecklistPackage {
  const [first] = all
  if (first === undefined) throw new Error('there are no checklists')
  const pool = all.flatMap(({ id, questions }) => questions.map(({ when: _when, ...question }) => ({ ...question, topic: id })))
  const questions = Array.from({ length: questionCount }, (_, index) => pool[index % pool.length])
    .flatMap((question) => question ?? [])
    .map((question, index) => ({ ...question, id: `question_${index + 1}` }))
  const laws = new Map(all.flatMap(({ lawEntries }) => lawEntries).map((law) => [law.id, law]))
  return { ...first, topics: all.map(({ id, short }) => ({ id, title: short })), questions, flags: [], lawEntries: [...laws.values()] }
}

function answersTo({ content }: Checklist, shift: number): Answers {
  const answers = content.questions.map(({ id }, index) => {
    const note = index % 3 === 0 ? 'Besprochen am 3. November 2026; das Protokoll liegt im Projektordner.' : ''
    return [id, { value: values[(index + shift) % values.length] ?? 'yes', note, evidence: '' }] as const
  })
  return { ...Object.fromEntries(answers), organisation: 'Akatsuki Photonics KK', assessed_on: `2026-1${shift === 0 ? 1 : 0}-18` }
}

function answerTimes(checklist: Checklist, draw: Draw | undefined): readonly number[] {
  const before = { checklist, answers: answersTo(checklist, 1) }
  const previous = { summary: { assessedOn: '2026-10-18', createdAt: '2026-10-18T08:00:00.000Z' } }
  const times: number[] = []
  let answers: Answers = {}
  for (let round = 0; times.length < warmUp + samples; round += 1) {
    for (const [id, answer] of Object.entries(answersTo(checklist, round))) {
      answers = { ...answers, [id]: answer }
      const start = performance.now()
      const result = scoreChecklist(checklist, answers)
      const comparison = compareRuns({ checklist, answers }, before)
      proposedActions(result, actionsOf(answers), '2026-11-18')
      draw?.({ content: checklist.content, checklist, answers, result, previous }, comparison)
      times.push(performance.now() - start)
    }
  }
  // The first ones compile the code.
  return times.slice(warmUp)
}

const p95 = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN

if (import.meta.main) for (const result of [...(await benchChecklist()), ...(await benchReport())]) console.log(JSON.stringify(result))
