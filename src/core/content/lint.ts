import { createContext } from './lint/context.ts'
import { lintAnswerUses } from './lint/answer-uses.ts'
import { lintChecklist } from './lint/checklists.ts'
import { lintConditionParity } from './lint/condition-parity.ts'
import { lintConditions } from './lint/conditions.ts'
import { readGlossaries } from './glossary.ts'
import { lintCutOffTexts } from './lint/cut-off-texts.ts'
import { lintFootnotes } from './lint/footnotes.ts'
import { type KnownAgreement, lintGuide } from './lint/guide.ts'
import { createReport, type LintFinding } from './lint/finding.ts'
import { lintGlossary } from './lint/glossary.ts'
import { lintJapanese, lintJapaneseContract } from './lint/japanese.ts'
import { lintLaws } from './lint/laws.ts'
import type { PairCoverage } from './lint/pairs.ts'
import { lintReferences } from './lint/references.ts'
import { lintRendered } from './lint/rendered.ts'
import { lintSample } from './lint/sample.ts'
import { lintSettings } from './lint/settings.ts'
import { lintSuite } from './lint/suites.ts'
import { lintTerms } from './lint/terms.ts'
import { lintTypedNumbers } from './lint/typed-numbers.ts'
import { checklistPackage, checklistProblems, compileProblems, guideProblems } from './load.ts'
import { mergeClauses } from './merge-clauses.ts'
import type { ContentProblem } from './problem.ts'
import { readText } from './read-text.ts'
import { readSources, type TemplateFolders } from './read-sources.ts'

export type { LintFinding } from './lint/finding.ts'

/** `only` one agreement or checklist; `isPaired` renders every two choices together as well. */
export type LintScope = { readonly only?: string | undefined; readonly isPaired?: boolean | undefined }

/** What the linter found, and per agreement how far its choices were paired, when they were. */
export type LintResult = { readonly findings: readonly LintFinding[]; readonly pairs: ReadonlyMap<string, PairCoverage> }

/**
 * Checks templates and says everything its authors should mend, sorted by file and line. Errors are what must not be published,
 * warnings what deserves a look. With `only`, one agreement or checklist, without what concerns them as a whole: what nobody uses.
 * Reads files only; never throws for what is in the folders.
 */
export async function lint(folders: TemplateFolders, { only, isPaired = false }: LintScope = {}): Promise<LintResult> {
  const findings: LintFinding[] = []
  const pairs = new Map<string, PairCoverage>()
  const report = createReport(findings)
  const sources = await readSources(folders, only)
  for (const problem of sources.problems) report.error('unreadable', problem, problem.cause, problem.fix)
  const usedClauses = new Set<string>()
  const known: KnownAgreement[] = []
  for (const source of sources.agreements) {
    const { merged, problems } = mergeClauses(source, sources)
    for (const problem of problems) report.error('unreadable', problem, problem.cause, problem.fix)
    if (merged === undefined) continue
    for (const clause of merged.clauses) usedClauses.add(clause.id)
    for (const problem of compileProblems(source, merged)) report.error('template-syntax', problem, problem.cause, problem.fix)
    const context = createContext(source, sources, merged, report)
    known.push({ id: source.id, questions: context.questions })
    lintSettings(context)
    lintAnswerUses(context)
    lintConditions(context)
    lintConditionParity(context)
    lintReferences(context)
    lintFootnotes(context)
    lintTerms(context)
    lintTypedNumbers(context)
    lintJapaneseContract(context)
    const sample = await lintSample(context)
    const paired = lintRendered(context, sample, isPaired)
    if (paired !== undefined) pairs.set(source.id, paired)
    const notes = `${source.folder}/notes.md`
    const { text, problems: unread } = await readText(source.root, notes)
    if (text === undefined && unread.length === 0)
      report.warning('notes-missing', { file: notes }, 'there are no notes', 'say why the clauses are as they are, the sources, and who reviewed them when')
  }
  for (const clause of sources.clauses.values()) {
    if (only === undefined && !usedClauses.has(clause.id))
      report.warning('unused-clause', { file: clause.settings.file }, `no agreement uses the shared clause "${clause.id}"`, 'use it, or delete the folder')
  }
  const suggestible = only === undefined || sources.checklists.length === 0 ? known : await knownAgreements(folders)
  for (const source of sources.checklists) {
    for (const problem of checklistProblems(source, checklistPackage(source, sources))) report.error('template-syntax', problem, problem.cause, problem.fix)
    await lintChecklist(source, sources, suggestible, report)
  }
  for (const source of sources.suites) lintSuite(source, known, report)
  const isWhole = only === undefined
  // The guide speaks of all agreements.
  if (sources.guide !== undefined && isWhole) {
    for (const problem of guideProblems(sources.guide)) report.error('template-syntax', problem, problem.cause, problem.fix)
    lintGuide(sources.guide, known, report)
  }
  const unread: ContentProblem[] = []
  const glossaries = isWhole ? await readGlossaries(folders, unread) : []
  for (const problem of unread) report.error('unreadable', problem, problem.cause, problem.fix)
  lintGlossary(glossaries, report)
  const more = glossaries.flatMap(({ yaml }) => yaml ?? [])
  lintCutOffTexts(sources, report, more)
  lintJapanese(sources, report, more)
  await lintLaws(sources, report, { isWhole, more })
  return {
    findings: findings.toSorted((one, other) => (one.file === other.file ? (one.line ?? 0) - (other.line ?? 0) : one.file < other.file ? -1 : 1)),
    pairs,
  }
}

/** The agreements with their questions, for what is linted alone but speaks of them; what is wrong with them is not its concern. */
async function knownAgreements(folders: TemplateFolders): Promise<readonly KnownAgreement[]> {
  const sources = await readSources(folders)
  return sources.agreements.flatMap((source) => {
    const { merged } = mergeClauses(source, sources)
    return merged === undefined ? [] : [{ id: source.id, questions: createContext(source, sources, merged, createReport([])).questions }]
  })
}
