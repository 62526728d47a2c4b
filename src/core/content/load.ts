import { compileAgreement, TemplateErrors } from '../../engine/agreement.ts'
import { compileChecklist } from '../../engine/checklist.ts'
import { compileGuide, guideConditions } from '../../engine/guide.ts'
import type { GuideFile, GuidePackage } from '../../engine/guide-content.ts'
import { compileCondition } from '../../engine/liquid.ts'
import type { SuiteFile } from '../../engine/suite-content.ts'
import type { ChecklistPackage, ContentPackage } from '../../engine/template.ts'
import { contentHash } from './canonical-json.ts'
import { lawEntriesFor, type Merged, mergeClauses } from './merge-clauses.ts'
import type { ContentProblem } from './problem.ts'
import { type AgreementSource, type ChecklistSource, readSources, type Sources, type SuiteSource, type TemplateFolders } from './read-sources.ts'
import type { SourceFile } from './source-file.ts'

/** A usable template and the SHA-256 of its content, by which a draft is bound to exactly this content; `isOwn` when it did not come with the program. */
export type LoadedContent = { readonly content: ContentPackage; readonly hash: string; readonly isOwn: boolean }
export type LoadResult = {
  readonly packages: readonly LoadedContent[]
  /** Undefined when there is none, or none that can be used. */
  readonly guide: GuidePackage | undefined
  /** Suites whose agreements are all there. */
  readonly suites: readonly SuiteFile[]
  readonly problems: readonly ContentProblem[]
}

/**
 * Loads all agreements and checklists, or `only` the one of that id, which is faster. What is broken is left out and named in `problems`; everything else
 * loads. Never throws for what is in the folders.
 */
export async function loadContent(folders: TemplateFolders, only?: string): Promise<LoadResult> {
  const sources = await readSources(folders, only)
  const problems: ContentProblem[] = [...sources.problems]
  const packages: LoadedContent[] = []
  const ids = new Set<string>()
  const add = (content: ContentPackage, isOwn: boolean, file: string, line: number): void => {
    if (ids.has(content.id))
      problems.push({ file, line, cause: `the id "${content.id}" is taken by an agreement`, fix: 'rename the folder of the checklist and its id' })
    else packages.push({ content, hash: contentHash(content), isOwn })
    ids.add(content.id)
  }
  for (const source of sources.agreements) {
    const { merged, problems: found } = mergeClauses(source, sources)
    const faults = merged === undefined ? found : compileProblems(source, merged)
    problems.push(...faults)
    if (merged !== undefined && faults.length === 0) add(merged.content, source.isOwn, source.settings.file, source.settings.lineAt(['id']))
  }
  for (const source of sources.checklists) {
    const content = checklistPackage(source, sources)
    const faults = checklistProblems(source, content)
    problems.push(...faults)
    if (faults.length === 0) add(content, source.isOwn, source.settings.file, source.settings.lineAt(['id']))
  }
  const faults = sources.guide === undefined ? [] : guideProblems(sources.guide)
  problems.push(...faults)
  const guide = sources.guide === undefined || faults.length > 0 ? undefined : guidePackage(sources.guide.value, sources)
  const agreements = new Set(packages.flatMap(({ content }) => (content.kind === 'agreement' ? [content.id] : [])))
  const suites = sources.suites.flatMap((source) => {
    const found = suiteProblems(source, agreements)
    problems.push(...found)
    return found.length === 0 ? [source.settings.value] : []
  })
  return { packages, guide, suites, problems }
}

/** What keeps a suite from being used. */
function suiteProblems({ settings }: SuiteSource, ids: ReadonlySet<string>): readonly ContentProblem[] {
  return settings.value.documents.flatMap(({ agreement, when }, index): readonly ContentProblem[] => {
    const problem = (cause: string, fix: string): ContentProblem => ({ file: settings.file, line: settings.lineAt(['documents', index]), cause, fix })
    if (!ids.has(agreement))
      return [problem(`the suite needs the agreement "${agreement}", which is not there`, 'write the agreement, or delete it from the suite')]
    try {
      if (when !== undefined) compileCondition(when)
      return []
    } catch (error) {
      const message = error instanceof Error ? (error.message.split(', line:')[0] ?? '') : ''
      return [problem(`the condition of "${agreement}" cannot be read: ${message}`, 'see "Conditions" in docs/authoring.md')]
    }
  })
}

/** The guide with the laws it names. */
function guidePackage(value: GuideFile, sources: Pick<Sources, 'laws'>): GuidePackage {
  const named = [...value.rules, ...value.models, ...value.avoid, ...value.notes].flatMap(({ laws }) => laws)
  return { ...value, lawEntries: lawEntriesFor(new Set(named), sources) }
}

/** What keeps the guide from being used. */
export function guideProblems({ file, value, lineAt }: SourceFile<GuideFile>): readonly ContentProblem[] {
  try {
    compileGuide({ ...value, lawEntries: [] })
    return []
  } catch {
    return guideConditions(value).flatMap((source) => {
      try {
        compileCondition(source)
        return []
      } catch (error) {
        const message = error instanceof Error ? (error.message.split(', line:')[0] ?? '') : ''
        const places = (['questions', 'rules', 'models', 'avoid', 'notes', 'fill'] as const).flatMap((list) =>
          value[list].flatMap(({ when }, index) => (when === source ? [lineAt([list, index, 'when'])] : [])),
        )
        return [{ file, line: places[0] ?? 1, cause: `the condition "${source}" cannot be read: ${message}`, fix: 'see "Conditions" in docs/authoring.md' }]
      }
    })
  }
}

/** A checklist with the laws it names. */
export function checklistPackage(source: ChecklistSource, sources: Pick<Sources, 'laws'>): ChecklistPackage {
  const { value } = source.settings
  return { kind: 'checklist', ...value, lawEntries: lawEntriesFor(new Set([...value.questions, ...value.flags].flatMap(({ laws }) => laws)), sources) }
}

/** What keeps an agreement from being compiled, with the file and line its author wrote. */
export function compileProblems(source: AgreementSource, merged: Merged): readonly ContentProblem[] {
  try {
    compileAgreement(merged.content)
    return []
  } catch (error) {
    if (!(error instanceof TemplateErrors)) return [unexpected(source.settings.file, error)]
    return error.faults.map(({ file, line, cause, fix }) => {
      const text = [...source.texts.values()].find((candidate) => candidate.file === `${source.folder}/${file}`)
      const place = text === undefined || line === undefined ? undefined : merged.texts.get(text.language)?.lines[line - 1]
      return { file: place?.file ?? `${source.folder}/${file}`, line: place?.line ?? (text === undefined ? conditionLine(source, cause) : line), cause, fix }
    })
  }
}

/** The line of the setting a condition's fault speaks of, found by the condition itself. */
function conditionLine(source: AgreementSource, cause: string): number | undefined {
  const { value, lineAt } = source.settings
  const places: (readonly [string | undefined, readonly PropertyKey[]])[] = [
    ...value.pages.flatMap((page, index) => [
      [page.when, ['pages', index, 'when']] as const,
      ...page.questions.map((entry, position) => ['when' in entry ? entry.when : undefined, ['pages', index, 'questions', position, 'when']] as const),
    ]),
    ...value.checks.map((check, index) => [check.when, ['checks', index, 'when']] as const),
    ...value.clauses.map((clause, index) => [clause.when, ['clauses', index, 'when']] as const),
  ]
  const found = places.find(([condition]) => condition !== undefined && cause.includes(`"${condition}"`))
  return found === undefined ? undefined : lineAt(found[1])
}

/** What keeps a checklist from being compiled. */
export function checklistProblems(source: ChecklistSource, content: ChecklistPackage): readonly ContentProblem[] {
  const { file, lineAt } = source.settings
  const seen = new Set<string>()
  const twice = content.questions.flatMap(({ id }, index): readonly ContentProblem[] => {
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? [{ file, line: lineAt(['questions', index]), cause: `the question "${id}" stands twice`, fix: 'rename one of them' }] : []
  })
  if (twice.length > 0) return twice
  try {
    compileChecklist(content)
    return []
  } catch {
    return content.questions.flatMap((question, index) => {
      try {
        compileChecklist({ ...content, questions: [question] })
        return []
      } catch (error) {
        const message = error instanceof Error ? (error.message.split(', line:')[0] ?? '') : ''
        return [
          {
            file,
            line: lineAt(['questions', index, 'when']),
            cause: `the condition of question "${question.id}" cannot be read: ${message}`,
            fix: 'see "Conditions" in docs/authoring.md',
          },
        ]
      }
    })
  }
}

function unexpected(file: string, error: unknown): ContentProblem {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  return { file, cause: `the template cannot be used: ${message}`, fix: 'undo the last change; if that does not help, report this message' }
}
