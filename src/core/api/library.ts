import type { GuidePackage } from '../../engine/guide-content.ts'
import type { SuiteFile } from '../../engine/suite-content.ts'
import type { Language } from '../../engine/language.ts'
import { type ContentPackage, runRoles } from '../../engine/template.ts'
import type { ContentSummary } from '../../shared/contract/core.ts'
import { AppError } from '../../shared/errors.ts'

/** A template folder as it was read: its content, the hash a draft is bound to, and whether it is a person's own. */
export type LibraryEntry = { readonly content: ContentPackage; readonly hash: string; readonly isOwn?: boolean }
/** A template folder that could not be read, for its author. */
export type LibraryProblem = { readonly file: string; readonly line?: number | undefined; readonly cause: string; readonly fix: string }

/** What can be read of the templates, and what cannot. */
export type LibraryContents = {
  readonly packages: readonly LibraryEntry[]
  readonly guide?: GuidePackage | undefined
  readonly suites?: readonly SuiteFile[] | undefined
  readonly problems: readonly LibraryProblem[]
}

/** The templates that are installed. */
export type Library = {
  readonly summaries: () => readonly ContentSummary[]
  readonly problems: () => readonly LibraryProblem[]
  /** The guide, when there is one that can be read. */
  readonly guide: () => GuidePackage | undefined
  readonly suites: () => readonly SuiteFile[]
  /** Throws `templateNotFound` for an unknown id. */
  readonly entry: (id: string) => LibraryEntry
  /** Whether a newer version of what a draft was begun with is installed. */
  readonly hasNewer: (content: ContentPackage) => boolean
  /** Reads the templates again, after somebody wrote or changed their own. Drafts keep the content they were begun with. */
  readonly readAgain: () => Promise<void>
}

/** Reads the templates and makes the library of them. */
export async function openLibrary(read: () => Promise<LibraryContents>): Promise<Library> {
  let contents = await read()
  const find = (id: string): LibraryEntry | undefined => contents.packages.find(({ content }) => content.id === id)
  return {
    summaries: () => contents.packages.map(summaryOf),
    problems: () => contents.problems,
    guide: () => contents.guide,
    suites: () => contents.suites ?? [],
    entry: (id) => {
      const entry = find(id)
      if (entry === undefined) throw new AppError('templateNotFound', { details: { template: id } })
      return entry
    },
    hasNewer: (content) => {
      const installed = find(content.id)
      return installed !== undefined && installed.content.kind === content.kind && isNewer(installed.content.version, content.version)
    },
    readAgain: async () => {
      contents = await read()
    },
  }
}

/** The languages a document of this content can be made in. */
export function languagesOf(content: ContentPackage): readonly Language[] {
  if (content.kind === 'checklist') return content.title.ja === undefined ? ['de', 'en'] : ['de', 'en', 'ja']
  const { texts } = content
  const all: readonly Language[] = ['de', 'en', 'ja']
  return all.filter((language) => texts[language] !== undefined)
}

/** Throws `languageMissing` when the content has no text in one of the languages. */
export function requireLanguages(content: ContentPackage, languages: readonly Language[]): void {
  const available = languagesOf(content)
  const missing = languages.find((language) => !available.includes(language))
  if (missing !== undefined) throw new AppError('languageMissing', { details: { template: content.id, language: missing } })
}

/** What a list of templates says of one. */
export function summaryOf({ content, isOwn = false }: LibraryEntry): ContentSummary {
  const common = {
    isOwn,
    id: content.id,
    version: content.version,
    title: content.title,
    purpose: content.purpose,
    languages: [...languagesOf(content)],
  }
  if (content.kind === 'checklist') {
    return {
      ...common,
      kind: content.kind,
      useWhen: [],
      useNotWhen: [],
      questionCount: content.questions.length,
      clauseCount: 0,
      minutes: content.minutes,
      topics: content.topics.map(({ title }) => title),
      roles: runRoles.filter((role) => content.questions.some(({ who }) => who.includes(role))),
    }
  }
  return {
    ...common,
    topics: [],
    roles: [],
    kind: content.kind,
    useWhen: content.useWhen,
    useNotWhen: content.useNotWhen,
    questionCount: content.pages.reduce((count, page) => count + page.questions.length, 0),
    clauseCount: clauseCount(Object.values(content.texts)[0] ?? ''),
  }
}

/** Numbered clauses of a text: headings of the second level except recitals, annexes and the closing. */
function clauseCount(text: string): number {
  return text.split('\n').filter((line) => line.startsWith('## ') && !/\{[^}]*\.(?:recitals|annex|closing)[^}]*\}\s*$/u.test(line)).length
}

/** Semantic versions of the form 1.2.3. */
function isNewer(version: string, than: string): boolean {
  const [left, right] = [version.split('.').map(Number), than.split('.').map(Number)]
  const place = [0, 1, 2].find((index) => left[index] !== right[index])
  return place !== undefined && (left[place] ?? 0) > (right[place] ?? 0)
}
