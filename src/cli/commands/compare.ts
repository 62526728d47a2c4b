import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { exportWithoutData } from '../../core/export/compose-export.ts'
import { type AnswerChange, answerChanges } from '../../engine/comparison/answer-changes.ts'
import { type ClauseChange, clauseChanges, hasChanges } from '../../engine/comparison/clause-changes.ts'
import { compareDocuments, type Comparison } from '../../engine/comparison/redline.ts'
import { redlineText } from '../../engine/comparison/redline-text.ts'
import type { Language } from '../../engine/language.ts'
import { type CompareSide, documentOf, readSides, requireUsable } from '../compare-side.ts'
import { documentDate } from '../document-date.ts'
import { UsageError } from '../failure.ts'
import { print, printJson, warn } from '../output.ts'
import { parseLanguages } from '../templates.ts'
import { requireTargets, type Targets, writeTargets } from '../write-files.ts'

export type CompareOptions = Targets & {
  readonly templates: TemplateFolders
  readonly agreement?: string
  readonly language?: string
  readonly json?: true
  readonly author?: string
  readonly date?: string
  readonly reason?: string
}

/** `compare`: what differs between two versions, as a redline in Word or PDF, as marked text, as data, or, without any of them, as a summary. */
export async function compare(before: string, after: string, options: CompareOptions): Promise<void> {
  const hasTargets = options.pdf !== undefined || options.docx !== undefined || options.text !== undefined
  if (hasTargets) requireTargets(options, '--docx FILE, --pdf FILE or --text')
  if (options.json && options.text === true) throw new UsageError('--json and --text both print; give --text a file')
  const date = documentDate(options.date)
  const [old, fresh] = await readSides([before, after], options)
  const languages = languagesFor(old, fresh, options.language)
  for (const side of [old, fresh]) requireUsable(side, languages)
  const comparison = compareDocuments(documentOf(old, languages), documentOf(fresh, languages))
  const answers = answerChanges(old, fresh, languages, languages[0] ?? 'en')
  if (!comparison.isSameTemplate) warn(`the two are different agreements: ${old.agreement.content.id} and ${fresh.agreement.content.id}`)
  else if (old.hash !== fresh.hash) warn('the two come from different versions of the template; some differences are its own')

  if (hasTargets) {
    const { author = '', reason } = options
    const marks = { draft: undefined, date, author, hasNotes: false, ...(reason === undefined ? {} : { reason }) }
    await writeTargets(exportWithoutData(comparison.redline, marks), options, redlineText)
  }
  if (options.json) printJson(comparisonJson(fresh, languages, comparison, answers))
  else if (!hasTargets) print(summary(comparison, answers).join('\n'))
}

/** The languages asked for, which both sides must have; without an option those of an exported file, the newer side first. */
function languagesFor(old: CompareSide, fresh: CompareSide, option: string | undefined): readonly Language[] {
  const wanted = option ?? (fresh.languages ?? old.languages)?.join('+')
  const languages = parseLanguages(wanted, fresh.agreement.content)
  parseLanguages(languages.join('+'), old.agreement.content)
  return languages
}

const total = (clauses: readonly ClauseChange[], key: 'wordsAdded' | 'wordsRemoved'): number => clauses.reduce((sum, clause) => sum + clause[key], 0)

function comparisonJson(side: CompareSide, languages: readonly Language[], { redline }: Comparison, answers: readonly AnswerChange[]): unknown {
  const { id, version } = side.agreement.content
  const clauses = clauseChanges(redline)
  return {
    agreement: { id, version },
    languages,
    differs: hasChanges(redline) || answers.length > 0,
    wordsAdded: total(clauses, 'wordsAdded'),
    wordsRemoved: total(clauses, 'wordsRemoved'),
    answers: answers.map(({ question, label, parts }) => ({
      question,
      label,
      parts: parts.map((part) => ({
        item: part.item ?? null,
        field: part.field,
        label: part.label ?? null,
        language: part.language ?? null,
        before: part.before ?? null,
        after: part.after ?? null,
      })),
    })),
    clauses: clauses.map(({ section, kind, state, labels, labelsBefore, titles, wordsAdded, wordsRemoved }) => ({
      section,
      kind,
      state,
      labels,
      labelsBefore: labelsBefore ?? null,
      titles,
      wordsAdded,
      wordsRemoved,
    })),
  }
}

function summary({ redline }: Comparison, answers: readonly AnswerChange[]): readonly string[] {
  const clauses = clauseChanges(redline).filter(({ state }) => state !== 'same')
  if (answers.length === 0 && clauses.length === 0) return ['Nothing differs.']
  return [
    ...answers.flatMap(({ question, parts }) =>
      parts.map(({ item, field, language, before, after }) => {
        const place = [question, item === undefined ? '' : String(item), field, language ?? ''].filter((part) => part !== '').join('.')
        return `${place}: ${shown(before)} -> ${shown(after)}`
      }),
    ),
    ...clauses.map(({ section, state, labels, titles, wordsAdded, wordsRemoved }) => {
      const name = [labels[0], titles[0]].filter((part) => part !== undefined && part !== '').join(' ')
      return `${section}: ${state} - ${name === '' ? section : name} (+${wordsAdded} -${wordsRemoved} words)`
    }),
  ]
}

const shown = (text: string | undefined): string => (text === undefined ? '(none)' : JSON.stringify(text))
