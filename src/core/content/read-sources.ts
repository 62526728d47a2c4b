import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type GuideFile, guideFileSchema } from '../../engine/guide-content.ts'
import { type Language, languages } from '../../engine/language.ts'
import { type SuiteFile, suiteFileSchema } from '../../engine/suite-content.ts'
import {
  type AgreementFile,
  agreementFileSchema,
  type ChecklistFile,
  checklistFileSchema,
  type Law,
  lawSchema,
  type SharedClauseFile,
  sharedClauseFileSchema,
} from '../../engine/template.ts'
import { suggestion } from './nearest.ts'
import type { ContentProblem } from './problem.ts'
import { readList } from './read-list.ts'
import { readText } from './read-text.ts'
import { parseSource, readSource, type SourceFile } from './source-file.ts'
import { isRecord } from './value-at.ts'

/** The wording of an agreement or shared clause in one language. */
export type TextFile = { readonly file: string; readonly language: Language; readonly text: string }
export type Texts = ReadonlyMap<Language, TextFile>
/** One templates folder, or several: those behind add to, and by id override, those before. The first comes with the program, the others are a person's own. */
export type TemplateFolders = string | readonly string[]
/** Where a folder of content stands: its id, the templates folder it is in, its name relative to that. */
type SourcePlace = { readonly id: string; readonly root: string; readonly folder: string; readonly isOwn: boolean }
export type AgreementSource = SourcePlace & { readonly settings: SourceFile<AgreementFile>; readonly texts: Texts }
export type ClauseSource = SourcePlace & { readonly settings: SourceFile<SharedClauseFile>; readonly texts: Texts }
export type ChecklistSource = SourcePlace & { readonly settings: SourceFile<ChecklistFile> }
export type SuiteSource = SourcePlace & { readonly settings: SourceFile<SuiteFile> }
/** `law.yaml`: its usable entries with their lines. */
export type LawSource = { readonly file: string; readonly entries: readonly { readonly law: Law; readonly line: number }[] }

/** Everything in the templates folder that can be read, each piece on its own; the rest is in `problems`. */
export type Sources = {
  readonly laws: LawSource
  readonly clauses: ReadonlyMap<string, ClauseSource>
  readonly agreements: readonly AgreementSource[]
  /** Ids of all agreements there are, whether they were read or not. */
  readonly agreementIds: readonly string[]
  readonly checklists: readonly ChecklistSource[]
  readonly suites: readonly SuiteSource[]
  /** `guide.yaml`; a folder need not have one. */
  readonly guide: SourceFile<GuideFile> | undefined
  readonly problems: readonly ContentProblem[]
}

/** Ids of the agreements and checklists there are, whether they can be used or not. */
export async function idsIn(folders: TemplateFolders): Promise<readonly string[]> {
  const listed = await Promise.all([folders].flat().flatMap((folder) => [foldersIn(folder, 'agreements', []), foldersIn(folder, 'checklists', [])]))
  return [...new Set(listed.flat().map((entry) => path.posix.basename(entry)))]
}

/** Reads all templates, or of them only one agreement or checklist and what belongs to it. Never throws for what is in the folders. */
export async function readSources(folders: TemplateFolders, only?: string): Promise<Sources> {
  const roots = [folders].flat()
  const problems: ContentProblem[] = []
  const laws = joinLaws(await Promise.all(roots.map(async (root, index) => readLaws(root, index > 0, problems))))
  const agreements = new Map<string, AgreementSource>()
  const clauses = new Map<string, ClauseSource>()
  const checklists = new Map<string, ChecklistSource>()
  const agreementIds = new Set<string>()
  const isWanted = (entry: string): boolean => only === undefined || path.posix.basename(entry) === only
  for (const [index, root] of roots.entries()) {
    const all = await foldersIn(root, 'agreements', problems)
    for (const entry of all) agreementIds.add(path.posix.basename(entry))
    for (const folder of all.filter(isWanted)) {
      const settings = await read(root, `${folder}/agreement.yaml`, agreementFileSchema, 'holds the interview', problems)
      const texts = await readTexts(root, folder, problems)
      if (settings !== undefined && texts !== undefined && hasFolderId(settings, folder, problems))
        agreements.set(settings.value.id, { id: settings.value.id, root, folder, isOwn: index > 0, settings, texts })
    }
    for (const folder of (await foldersIn(root, 'checklists', problems)).filter(isWanted)) {
      const settings = await read(root, `${folder}/checklist.yaml`, checklistFileSchema, 'holds the questions', problems)
      if (settings !== undefined && hasFolderId(settings, folder, problems))
        checklists.set(settings.value.id, { id: settings.value.id, root, folder, isOwn: index > 0, settings })
    }
  }
  const needed = only === undefined ? undefined : new Set([...agreements.values()].flatMap(clausesNamedIn))
  for (const [index, root] of roots.entries()) {
    for (const folder of await foldersIn(root, 'clauses', problems)) {
      if (needed?.has(path.posix.basename(folder)) === false) continue
      const settings = await read(root, `${folder}/clause.yaml`, sharedClauseFileSchema, 'describes the shared clause', problems)
      const texts = await readTexts(root, folder, problems)
      if (settings !== undefined && texts !== undefined && hasFolderId(settings, folder, problems))
        clauses.set(settings.value.id, { id: settings.value.id, root, folder, isOwn: index > 0, settings, texts })
    }
  }
  const guides = await Promise.all(roots.map(async (root) => readGuide(root, problems)))
  return {
    laws,
    clauses,
    agreements: [...agreements.values()],
    agreementIds: [...agreementIds],
    checklists: [...checklists.values()],
    suites: only === undefined ? await readSuites(folders, problems) : [],
    guide: guides.findLast((guide) => guide !== undefined),
    problems,
  }
}

/** Reads the suites of all folders, without what their agreements need. */
export async function readSuites(folders: TemplateFolders, problems: ContentProblem[]): Promise<readonly SuiteSource[]> {
  const suites = new Map<string, SuiteSource>()
  for (const [index, root] of [folders].flat().entries()) {
    for (const folder of await foldersIn(root, 'suites', problems)) {
      const settings = await read(root, `${folder}/suite.yaml`, suiteFileSchema, 'names the documents', problems)
      if (settings !== undefined && hasFolderId(settings, folder, problems))
        suites.set(settings.value.id, { id: settings.value.id, root, folder, isOwn: index > 0, settings })
    }
  }
  return [...suites.values()]
}

async function readGuide(folder: string, problems: ContentProblem[]): Promise<SourceFile<GuideFile> | undefined> {
  const file = 'guide.yaml'
  const { text, problems: unread } = await readText(folder, file)
  problems.push(...unread)
  if (text === undefined) return undefined
  const { source, problems: found } = parseSource(file, text, guideFileSchema)
  problems.push(...found)
  return source
}

/** The laws of all folders; an entry of a later one takes the place of one with the same id. */
function joinLaws(sources: readonly LawSource[]): LawSource {
  const entries = new Map(sources.flatMap((source) => source.entries.map((entry) => [entry.law.id, entry] as const)))
  return { file: sources[0]?.file ?? 'law.yaml', entries: [...entries.values()] }
}

/** A line that puts in a shared clause. */
export const inclusion = /^\[\[clause:\s*([^\]\s]+)\s*\]\]\s*$/

/** The shared clauses an agreement names in its pages and its wording. */
function clausesNamedIn({ settings, texts }: AgreementSource): readonly string[] {
  const inPages = settings.value.pages.flatMap(({ questions }) => questions.flatMap((entry) => (isClauseEntry(entry) ? [entry.clause] : [])))
  const inTexts = [...texts.values()].flatMap(({ text }) => text.split('\n').flatMap((line) => inclusion.exec(line)?.[1] ?? []))
  return [...inPages, ...inTexts]
}

async function read<Value>(
  folder: string,
  file: string,
  schema: Parameters<typeof readSource<Value>>[2],
  purpose: string,
  problems: ContentProblem[],
): Promise<SourceFile<Value> | undefined> {
  const result = await readSource(folder, file, schema, purpose)
  problems.push(...result.problems)
  return result.source
}

/** Folders below one of the content folders, in the order of their names. */
async function foldersIn(folder: string, name: string, problems: ContentProblem[]): Promise<readonly string[]> {
  try {
    const entries = await readdir(path.join(folder, name), { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => `${name}/${entry.name}`)
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    problems.push({ file: name, cause: 'the folder cannot be read', fix: 'check that it is a folder, and its permissions' })
    return []
  }
}

/** The id names the folder, because shared clauses, exports and drafts find content by it. */
function hasFolderId(settings: SourceFile<{ readonly id: string }>, entry: string, problems: ContentProblem[]): boolean {
  const name = path.posix.basename(entry)
  if (settings.value.id === name) return true
  problems.push({
    file: settings.file,
    line: settings.lineAt(['id']),
    cause: `the id "${settings.value.id}" is not the name of the folder`,
    fix: `write "id: ${name}" or rename the folder`,
  })
  return false
}

/** The texts of a folder, or undefined when one of them cannot be used or there is none. */
async function readTexts(folder: string, entry: string, problems: ContentProblem[]): Promise<Texts | undefined> {
  const texts = new Map<Language, TextFile>()
  const before = problems.length
  for (const language of languages) {
    const file = `${entry}/text.${language}.md`
    const { text, problems: found } = await readText(folder, file)
    problems.push(...found)
    if (text !== undefined) texts.set(language, { file, language, text })
  }
  for (const language of ['de', 'en'] as const) {
    if (!texts.has(language) && problems.length === before) {
      problems.push({
        file: `${entry}/text.${language}.md`,
        cause: 'the file is missing',
        fix: 'write the wording in this language; German and English are always needed',
      })
    }
  }
  return problems.length > before ? undefined : texts
}

/** Reads `law.yaml`. Own templates need none. */
async function readLaws(folder: string, isOwn: boolean, problems: ContentProblem[]): Promise<LawSource> {
  const file = 'law.yaml'
  const { entries, isThere } = await readList(folder, file, lawSchema, problems)
  if (!isThere && !isOwn) problems.push({ file, cause: 'the file is missing', fix: 'write it: it lists every statute that is cited (docs/authoring.md)' })
  return { file, entries: entries.map(({ value, line }) => ({ law: value, line })) }
}

/** What to do about an id of a shared clause that does not exist. */
export function clauseSuggestion(id: string, sources: Pick<Sources, 'clauses'>): string {
  return suggestion(
    id,
    sources.clauses.keys(),
    sources.clauses.size === 0 ? 'there are no shared clauses yet' : `the shared clauses are: ${[...sources.clauses.keys()].join(', ')}`,
  )
}

/** Whether a page entry puts in a shared clause. */
export function isClauseEntry(entry: unknown): entry is { readonly clause: string } {
  return isRecord(entry) && 'clause' in entry
}
