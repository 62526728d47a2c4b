import { loadContent } from '../../core/content/load.ts'
import { suggestion } from '../../core/content/nearest.ts'
import { idsIn, type TemplateFolders } from '../../core/content/read-sources.ts'
import { compileGuide, type Guide, type GuideAnswers, guideInterview, guidePrefill, type GuideResult, guideResult } from '../../engine/guide.ts'
import { type Language, languageSchema, localize } from '../../engine/language.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { readAnswers } from '../answers-file.ts'
import { InputProblems, UsageError } from '../failure.ts'
import { print, printJson } from '../output.ts'

export type GuideOptions = { readonly templates: TemplateFolders; readonly answers?: string; readonly language?: string; readonly json?: true }

/** `guide`: which agreements fit, in which order, who owns what, and what another answer would change. Without answers it lists the questions. */
export async function guide({ templates, answers: file, language: wanted, json }: GuideOptions): Promise<void> {
  const language = languageSchema.safeParse(wanted ?? 'en')
  if (!language.success) throw new UsageError(`--language takes de, en or ja, not ${JSON.stringify(wanted)}`)
  // No agreement is needed to ask; which there are is told by their names.
  const { guide: content } = await loadContent(templates, '')
  if (content === undefined) throw new UsageError(`there is no guide in ${[templates].flat().join(', ')}; the command "lint" says why`)
  const compiled = compileGuide(content)
  if (file === undefined) {
    if (json) printJson({ version: content.version, questions: content.questions })
    else print(questionLines(compiled, language.data).join('\n'))
    return
  }
  const answers = readGuideAnswers(file, compiled)
  const result = guideResult(compiled, answers)
  if (json) {
    const loaded = await Promise.all(result.steps.map(({ rule }) => loadContent(templates, rule.agreement)))
    const installed = loaded.flatMap(({ packages }) => packages.map((entry) => entry.content))
    printJson(resultJson(compiled, answers, result, installed))
  } else print(resultLines(compiled, result, await idsIn(templates), language.data).join('\n'))
}

function readGuideAnswers(file: string, { content }: Guide): GuideAnswers {
  const given = readAnswers(
    file,
    content.questions.map(({ id }) => id),
  )
  const problems: string[] = []
  const entries = content.questions.flatMap((question): readonly (readonly [string, string])[] => {
    const value = given[question.id]
    if (value === undefined || value === null) return []
    // YAML reads an unquoted yes or no as a word, JSON has true and false.
    const option = value === true ? 'yes' : value === false ? 'no' : value
    const ids = question.options.map(({ id }) => id)
    if (typeof option === 'string' && ids.includes(option)) return [[question.id, option]]
    problems.push(`${question.id}: invalid - ${suggestion(typeof option === 'string' ? option : '', ids, `the answer is one of ${ids.join(', ')}`)}`)
    return []
  })
  if (problems.length > 0) throw new InputProblems(problems)
  return Object.fromEntries(entries)
}

function questionLines({ content }: Guide, language: Language): readonly string[] {
  return content.questions.flatMap(({ id, question, when, options }) => [
    `${id}  ${localize(question, language)}${when === undefined ? '' : `  (when ${when})`}`,
    ...options.map((option) => `  - ${option.id}  ${localize(option.label, language)}`),
  ])
}

function titleOf({ content }: Guide, agreement: string, language: Language): string {
  const document = content.documents.find((candidate) => candidate.agreement === agreement)
  return document === undefined ? agreement : localize(document.title, language)
}

function resultLines(compiled: Guide, result: GuideResult, installed: readonly string[], language: Language): readonly string[] {
  const { content } = compiled
  const words = lineWords[language]
  const stage = (id: string): string => {
    const found = content.stages.find((candidate) => candidate.id === id)
    return found === undefined ? id : localize(found.title, language)
  }
  const short = (id: string): string => {
    const state = result.states.find(({ question }) => question.id === id)
    const option = state?.question.options.find((candidate) => candidate.id === state.value)
    return state === undefined || option === undefined ? id : `${localize(state.question.short, language)}: ${localize(option.label, language)}`
  }
  const answerOf = (id: string, option: string): string => {
    const question = content.questions.find((candidate) => candidate.id === id)
    const found = question?.options.find((candidate) => candidate.id === option)
    return question === undefined || found === undefined ? `${id}: ${option}` : `${localize(question.short, language)}: ${localize(found.label, language)}`
  }
  const open = result.states.length - result.answered
  const signed = (sign: string, ids: readonly string[]): readonly string[] => ids.map((id) => `${sign} ${id}`)
  return [
    ...(open === 0 ? [] : [words.open(open)]),
    ...result.steps.flatMap(({ rule, because }, index) => [
      `${index + 1}. ${rule.agreement}  ${titleOf(compiled, rule.agreement, language)}  (${stage(rule.stage)})${installed.includes(rule.agreement) ? '' : `  ${words.notInstalled}`}`,
      `   ${localize(rule.reason, language)}`,
      ...(because.length === 0 ? [] : [`   ${words.because}: ${because.map(short).join('; ')}`]),
    ]),
    ...section(
      words.models,
      result.models.map(({ title, summary }) => `- ${localize(title, language)}: ${localize(summary, language)}`),
    ),
    ...section(
      words.avoid,
      result.avoid.map(({ agreement, reason }) => `- ${agreement}: ${localize(reason, language)}`),
    ),
    ...section(
      words.notes,
      result.notes.map(({ text }) => `- ${localize(text, language)}`),
    ),
    ...section(
      words.flips,
      result.flips.map(({ question, option, added, removed, addedModels, removedModels }) => {
        const changes = [...signed('+', added), ...signed('-', removed)]
        return `- ${answerOf(question, option)} → ${(changes.length > 0 ? changes : [...signed('+', addedModels), ...signed('-', removedModels)]).join(', ')}`
      }),
    ),
  ]
}

const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', title, ...lines])

type LineWords = { readonly [Key in 'notInstalled' | 'because' | 'models' | 'avoid' | 'notes' | 'flips']: string } & {
  readonly open: (count: number) => string
}
const english: LineWords = {
  open: (count) => `${count} questions are still open; the result may grow.`,
  notInstalled: '[not installed]',
  because: 'because of',
  models: 'Who owns what',
  avoid: 'Not the right document',
  notes: 'Keep in mind',
  flips: 'What another answer would change',
}
const lineWords: Readonly<Record<Language, LineWords>> = {
  en: english,
  ja: english,
  de: {
    open: (count) => `${count} Fragen sind noch offen; das Ergebnis kann wachsen.`,
    notInstalled: '[nicht installiert]',
    because: 'wegen',
    models: 'Wem gehört was',
    avoid: 'Nicht das richtige Dokument',
    notes: 'Zu beachten',
    flips: 'Was eine andere Antwort ändern würde',
  },
}

function resultJson(compiled: Guide, answers: GuideAnswers, result: GuideResult, installed: readonly ContentPackage[]): unknown {
  const { content } = compiled
  return {
    guide: { version: content.version },
    asked: guideInterview(compiled, answers).map(({ question, value }) => ({ id: question.id, answer: value ?? null })),
    documents: result.steps.map(({ rule, because }) => {
      const found = installed.find(({ id }) => id === rule.agreement)
      const questions = found?.kind === 'agreement' ? found.pages.flatMap((page) => page.questions.map(({ id }) => id)) : []
      return {
        agreement: rule.agreement,
        stage: rule.stage,
        rule: rule.id,
        reason: rule.reason,
        because,
        laws: rule.laws,
        isInstalled: found !== undefined,
        answers: guidePrefill(compiled, answers, rule.agreement, new Set(questions)),
      }
    }),
    models: result.models,
    avoid: result.avoid.map(({ id, agreement, reason, laws }) => ({ id, agreement, reason, laws })),
    notes: result.notes.map(({ id, text, laws }) => ({ id, text, laws })),
    changes: result.flips,
  }
}
