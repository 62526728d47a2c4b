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
  readonly checklists: readonly ChecklistSource[]
  readonly problems: readonly ContentProblem[]
}

/** Reads the templates folder. Never throws for what is in it. */
export async function readSources(folder: string): Promise<Sources> {
  const problems: ContentProblem[] = []
  const laws = await readLaws(folder, problems)
  const clauses = new Map<string, ClauseSource>()
  for (const entry of await foldersIn(folder, 'clauses', problems)) {
    const settings = await read(folder, `${entry}/clause.yaml`, sharedClauseFileSchema, 'describes the shared clause', problems)
    const texts = await readTexts(folder, entry, problems)
    if (settings !== undefined && texts !== undefined && hasFolderId(settings, entry, problems))
      clauses.set(settings.value.id, { id: settings.value.id, folder: entry, settings, texts })
  }
  const agreements: AgreementSource[] = []
  for (const entry of await foldersIn(folder, 'agreements', problems)) {
    const settings = await read(folder, `${entry}/agreement.yaml`, agreementFileSchema, 'holds the interview', problems)
    const texts = await readTexts(folder, entry, problems)
    if (settings !== undefined && texts !== undefined && hasFolderId(settings, entry, problems))
      agreements.push({ id: settings.value.id, folder: entry, settings, texts })
  }
  const checklists: ChecklistSource[] = []
  for (const entry of await foldersIn(folder, 'checklists', problems)) {
    const settings = await read(folder, `${entry}/checklist.yaml`, checklistFileSchema, 'holds the questions', problems)
    if (settings !== undefined && hasFolderId(settings, entry, problems)) checklists.push({ id: settings.value.id, folder: entry, settings })
  }
  return { laws, clauses, agreements, checklists, problems }
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
