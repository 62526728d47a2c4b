import type { Language } from '../../engine/language.ts'
import type { AgreementPackage, Law, Page, Question } from '../../engine/template.ts'
import type { ContentProblem, Place } from './problem.ts'
import { type AgreementSource, clauseSuggestion, type ClauseSource, inclusion, isClauseEntry, type Sources } from './read-sources.ts'
import { inPositions, missingForClause } from './stances.ts'

/** The wording of an agreement with its shared clauses put in, and where each of its lines comes from (first line at index 0). */
export type MergedText = { readonly text: string; readonly lines: readonly Place[] }

/** An agreement with its shared clauses, ready for the engine, and what is known about the places its pieces come from. */
export type Merged = {
  readonly content: AgreementPackage
  readonly texts: ReadonlyMap<Language, MergedText>
  /** Where each question, by id, is written. */
  readonly questionPlaces: ReadonlyMap<string, Place>
  /** The shared clauses it uses. */
  readonly clauses: readonly ClauseSource[]
}

/** Puts the shared clauses into an agreement. `merged` is undefined when something it needs is missing. */
export function mergeClauses(source: AgreementSource, sources: Sources): { readonly merged: Merged | undefined; readonly problems: readonly ContentProblem[] } {
  const { settings } = source
  const { value } = settings
  const problems: ContentProblem[] = []
  const used = new Map<string, ClauseSource>()
  const use = (id: string, place: Place): ClauseSource | undefined => {
    const clause = sources.clauses.get(id)
    if (clause === undefined) problems.push({ ...place, cause: `there is no shared clause "${id}"`, fix: clauseSuggestion(id, sources) })
    else used.set(id, clause)
    return clause
  }
  const questionPlaces = new Map<string, Place>()
  const addQuestion = (question: Question, place: Place): readonly Question[] => {
    const first = questionPlaces.get(question.id)
    if (first !== undefined) {
      problems.push({
        ...place,
        cause: `the question "${question.id}" stands twice, first in ${first.file}${first.line === undefined ? '' : `:${first.line}`}`,
        fix: 'rename one of them',
      })
      return []
    }
    questionPlaces.set(question.id, place)
    return [question]
  }
  const pages = value.pages.map((page, pageIndex): Page => {
    const questions = page.questions.flatMap((entry, index): readonly Question[] => {
      const place = { file: settings.file, line: settings.lineAt(['pages', pageIndex, 'questions', index]) }
      if (!isClauseEntry(entry)) return addQuestion(entry, place)
      const clause = use(entry.clause, place)
      return (clause?.settings.value.questions ?? []).flatMap((question, position) =>
        addQuestion(inPositions(question, value.positions), {
          file: clause?.settings.file ?? place.file,
          line: clause?.settings.lineAt(['questions', position]),
        }),
      )
    })
    return { ...page, questions }
  })
  const texts = new Map<Language, MergedText>()
  for (const [language, file] of source.texts) {
    texts.set(
      language,
      mergeText(
        file.file,
        file.text,
        (id, place) => use(id, place)?.texts.get(language),
        (id, place) => {
          if (sources.clauses.has(id))
            problems.push({
              ...place,
              cause: `the shared clause "${id}" has no text in this language`,
              fix: `write templates/clauses/${id}/text.${language}.md`,
            })
        },
      ),
    )
  }
  const clauses = [...used.values()]
  const terms = new Set([value, ...clauses.map((clause) => clause.settings.value)].flatMap((part) => part.terms.map(({ id }) => id)))
  problems.push(...clauses.flatMap((clause) => missingForClause(clause, source, terms)))
  if (problems.length > 0) return { merged: undefined, problems }
  const shared = clauses.map((clause) => clause.settings.value)
  const whole = {
    ...value,
    laws: unique([...value.laws, ...shared.flatMap(({ laws }) => laws)]),
    terms: [...value.terms, ...shared.flatMap(({ terms }) => terms)],
    clauses: withShared(
      value.clauses,
      shared.flatMap((clause) => clause.clauses),
    ),
    checks: [...value.checks, ...shared.flatMap(({ checks }) => checks)],
    pages,
  }
  const content: AgreementPackage = {
    kind: 'agreement',
    ...whole,
    texts: Object.fromEntries([...texts].map(([language, { text }]) => [language, text])),
    lawEntries: lawEntriesFor(lawIdsOf(whole), sources),
  }
  return { merged: { content, texts, questionPlaces, clauses }, problems }
}

function mergeText(
  file: string,
  source: string,
  clauseText: (id: string, place: Place) => { readonly file: string; readonly text: string } | undefined,
  onMissing: (id: string, place: Place) => void,
): MergedText {
  const texts: string[] = []
  const lines: Place[] = []
  source.split('\n').forEach((line, index) => {
    const place = { file, line: index + 1 }
    const id = inclusion.exec(line)?.[1]
    const clause = id === undefined ? undefined : clauseText(id, place)
    if (id !== undefined && clause === undefined) onMissing(id, place)
    const inserted = clause === undefined ? [line] : clause.text.trimEnd().split('\n')
    inserted.forEach((text, position) => {
      texts.push(text)
      lines.push(clause === undefined ? place : { file: clause.file, line: position + 1 })
    })
  })
  return { text: texts.join('\n'), lines }
}

/** What an agreement says of a section goes before what the shared clause says of it: it may make it depend on a condition. */
function withShared(own: AgreementPackage['clauses'], shared: AgreementPackage['clauses']): AgreementPackage['clauses'] {
  const settled = own.map((setting) => ({ ...shared.find(({ id }) => id === setting.id), ...setting }))
  return [...settled, ...shared.filter(({ id }) => own.every((setting) => setting.id !== id))]
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

/** Every law id an agreement names: in its head, its questions and their fields, its alternatives and its checks. */
function lawIdsOf(content: Pick<AgreementPackage, 'laws' | 'pages' | 'checks'>): ReadonlySet<string> {
  const ofQuestion = (question: Question): readonly string[] => [
    ...question.laws,
    ...(question.type === 'clause' ? question.alternatives.flatMap(({ laws }) => laws) : []),
    ...(question.type === 'list' || question.type === 'table' ? question.fields.flatMap(ofQuestion) : []),
  ]
  return new Set([...content.laws, ...content.pages.flatMap((page) => page.questions.flatMap(ofQuestion)), ...content.checks.flatMap(({ laws }) => laws)])
}

/** The entries of `law.yaml` for some ids, in the order of the file. Ids that are not there are the linter's business. */
export function lawEntriesFor(ids: ReadonlySet<string>, sources: Pick<Sources, 'laws'>): Law[] {
  return sources.laws.entries.filter(({ law }) => ids.has(law.id)).map(({ law }) => law)
}
