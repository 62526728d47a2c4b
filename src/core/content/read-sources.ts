import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Language, languages } from '../../engine/language.ts'
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
import { explainIssues } from './explain-issue.ts'
import { knownNames } from './known-names.ts'
import { suggestion } from './nearest.ts'
import type { ContentProblem } from './problem.ts'
import { readText } from './read-text.ts'
import { readSource, type SourceFile } from './source-file.ts'
import { isRecord } from './value-at.ts'
import { readYaml } from './yaml-file.ts'

/** The wording of an agreement or shared clause in one language. */
export type TextFile = { readonly file: string; readonly language: Language; readonly text: string }
export type Texts = ReadonlyMap<Language, TextFile>
/** A folder of content: its id, its name relative to the templates folder, its settings. */
export type AgreementSource = { readonly id: string; readonly folder: string; readonly settings: SourceFile<AgreementFile>; readonly texts: Texts }
export type ClauseSource = { readonly id: string; readonly folder: string; readonly settings: SourceFile<SharedClauseFile>; readonly texts: Texts }
export type ChecklistSource = { readonly id: string; readonly folder: string; readonly settings: SourceFile<ChecklistFile> }
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
  readonly problems: readonly ContentProblem[]
}

/** Ids of the agreements and checklists of a templates folder, whether they can be used or not. */
export async function idsIn(folder: string): Promise<readonly string[]> {
  const entries = [...(await foldersIn(folder, 'agreements', [])), ...(await foldersIn(folder, 'checklists', []))]
  return entries.map((entry) => path.posix.basename(entry))
}

/** Reads the templates folder, or of it only one agreement or checklist and what belongs to it. Never throws for what is in it. */
export async function readSources(folder: string, only?: string): Promise<Sources> {
  const problems: ContentProblem[] = []
  const isWanted = (entry: string): boolean => only === undefined || path.posix.basename(entry) === only
  const laws = await readLaws(folder, problems)
  const agreements: AgreementSource[] = []
  const agreementFolders = await foldersIn(folder, 'agreements', problems)
  for (const entry of agreementFolders.filter(isWanted)) {
    const settings = await read(folder, `${entry}/agreement.yaml`, agreementFileSchema, 'holds the interview', problems)
    const texts = await readTexts(folder, entry, problems)
    if (settings !== undefined && texts !== undefined && hasFolderId(settings, entry, problems))
      agreements.push({ id: settings.value.id, folder: entry, settings, texts })
  }
  const clauses = new Map<string, ClauseSource>()
  const needed = only === undefined ? undefined : new Set(agreements.flatMap(clausesNamedIn))
  for (const entry of await foldersIn(folder, 'clauses', problems)) {
    if (needed?.has(path.posix.basename(entry)) === false) continue
    const settings = await read(folder, `${entry}/clause.yaml`, sharedClauseFileSchema, 'describes the shared clause', problems)
    const texts = await readTexts(folder, entry, problems)
    if (settings !== undefined && texts !== undefined && hasFolderId(settings, entry, problems))
      clauses.set(settings.value.id, { id: settings.value.id, folder: entry, settings, texts })
  }
  const checklists: ChecklistSource[] = []
  for (const entry of (await foldersIn(folder, 'checklists', problems)).filter(isWanted)) {
    const settings = await read(folder, `${entry}/checklist.yaml`, checklistFileSchema, 'holds the questions', problems)
    if (settings !== undefined && hasFolderId(settings, entry, problems)) checklists.push({ id: settings.value.id, folder: entry, settings })
  }
  return { laws, clauses, agreements, agreementIds: agreementFolders.map((entry) => path.posix.basename(entry)), checklists, problems }
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

/** Reads `law.yaml` entry by entry, so that one broken entry does not take the others along. */
async function readLaws(folder: string, problems: ContentProblem[]): Promise<LawSource> {
  const file = 'law.yaml'
  const nothing: LawSource = { file, entries: [] }
  const { text, problems: unread } = await readText(folder, file)
  problems.push(...unread)
  if (text === undefined) {
    if (unread.length === 0) problems.push({ file, cause: 'the file is missing', fix: 'write it: it lists every statute that is cited (docs/authoring.md)' })
    return nothing
  }
  const { yaml, problems: invalid } = readYaml(file, text)
  problems.push(...invalid)
  if (yaml === undefined || yaml.data === null) return nothing
  if (!Array.isArray(yaml.data)) {
    problems.push({ file, line: 1, cause: 'the file is not a list', fix: 'begin each entry with "- id: …"' })
    return nothing
  }
  const names = knownNames(lawSchema)
  const seen = new Set<string>()
  const entries = yaml.data.flatMap((entry: unknown, index) => {
    const parsed = lawSchema.safeParse(entry)
    const line = yaml.lineAt([index])
    if (!parsed.success) {
      problems.push(
        ...explainIssues(
          yaml,
          parsed.error.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })),
          names,
        ),
      )
      return []
    }
    if (seen.has(parsed.data.id)) {
      problems.push({ file, line, cause: `the id "${parsed.data.id}" stands twice`, fix: 'delete one of the two entries' })
      return []
    }
    seen.add(parsed.data.id)
    return [{ law: parsed.data, line }]
  })
  return { file, entries }
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
