import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { composeExport } from '../../core/export/compose-export.ts'
import { type Checklist, compileChecklist } from '../../engine/checklist.ts'
import { type ChecklistResult, scoreChecklist } from '../../engine/checklist-score.ts'
import { headline } from '../../engine/checklist-report.ts'
import { readChecklistAnswers } from '../checklist-answers.ts'
import { documentDate } from '../document-date.ts'
import { print, printJson } from '../output.ts'
import { findChecklist, parseLanguages } from '../templates.ts'
import { requireTargets, type Targets, writeTargets } from '../write-files.ts'

export type AssessOptions = Targets & {
  readonly templates: TemplateFolders
  readonly answers: string
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
  const checklist = compileChecklist(content)
  const result = scoreChecklist(checklist, answers)
  if (hasTargets) {
    const settings = { draft: undefined, date, author: options.author ?? '', hasNotes: false, hasData: options.data, programVersion: options.version }
    await writeTargets(composeExport({ content, contentHash: hash, answers, languages }, settings), options)
  }
  if (options.json) printJson(resultJson(checklist, result))
  else if (options.text !== true) print(resultLines(result).join('\n'))
}

function resultJson({ content }: Checklist, { score, topics, findings, strengths, answered, asked }: ChecklistResult): unknown {
  return {
    checklist: { id: content.id, version: content.version },
    score: score ?? null,
    answered,
    asked,
    topics: topics.map((topic) => ({ ...topic, score: topic.score ?? null })),
    findings: findings.map(({ question, answer, level, likelihood, impact }) => ({
      question: question.id,
      topic: question.topic,
      level,
      likelihood,
      impact,
      answer: answer.value,
      note: answer.note,
      missing: question.missing,
      consequence: question.consequence,
      action: question.action,
      laws: question.laws,
      agreements: question.agreements,
    })),
    strengths: strengths.map(({ id }) => id),
  }
}

function resultLines(result: ChecklistResult): readonly string[] {
  return [
    `score: ${result.score ?? '-'} of 100 (${result.answered} of ${result.asked} questions answered)`,
    headline(result, 'en'),
    ...result.findings.map(({ question, level, answer }) => `${question.id}: ${level} - ${question.missing.en} (${answer.value})`),
  ]
}
