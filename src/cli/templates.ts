import { languagesOf } from '../core/api/library.ts'
import { loadContent } from '../core/content/load.ts'
import { suggestion } from '../core/content/nearest.ts'
import { idsIn, type TemplateFolders } from '../core/content/read-sources.ts'
import type { LoadedContent, LoadResult } from '../core/content/load.ts'
import { type Language, languageSchema } from '../engine/language.ts'
import type { AgreementPackage, ChecklistPackage, ContentPackage } from '../engine/template.ts'
import { UsageError } from './failure.ts'
import { warn } from './output.ts'

/** Reads all templates, or only the one of an id; what is broken is told as a warning, because the others still work. */
export async function loadTemplates(folder: TemplateFolders, only?: string): Promise<readonly LoadedContent[]> {
  const { packages, problems } = await loadContent(folder, only)
  for (const problem of problems) warn(problemLine(problem))
  return packages
}

/** An agreement by id. */
export async function findAgreement(folder: TemplateFolders, id: string): Promise<{ readonly content: AgreementPackage; readonly hash: string }> {
  const { content, hash } = await find(folder, id, 'agreement')
  if (content.kind !== 'agreement') throw new UsageError(`${id} is a checklist; use "assess ${id}"`)
  return { content, hash }
}

/** A checklist by id. */
export async function findChecklist(folder: TemplateFolders, id: string): Promise<{ readonly content: ChecklistPackage; readonly hash: string }> {
  const { content, hash } = await find(folder, id, 'checklist')
  if (content.kind !== 'checklist') throw new UsageError(`${id} is an agreement; use "check ${id}" or "draft ${id}"`)
  return { content, hash }
}

/** An agreement or a checklist by id. */
export async function find(folder: TemplateFolders, id: string, kind?: ContentPackage['kind']): Promise<LoadedContent> {
  const [found] = await loadTemplates(folder, id)
  if (found !== undefined) return found
  const what = kind ?? 'agreement or checklist'
  const ids = await idsIn(folder)
  const lists = kind === undefined ? '"agreements" and "checklists" list' : `"${kind}s" lists`
  throw new UsageError(`there is no ${what} ${JSON.stringify(id)}; ${suggestion(id, ids, `the command ${lists} what there is`)}`)
}

/** The languages of a document from "de", "en", "ja" or two of them joined by "+"; must be such that the content has. */
export function parseLanguages(option: string | undefined, content: ContentPackage): readonly Language[] {
  const available = languagesOf(content)
  if (option === undefined) return available.slice(0, 1)
  const wanted = option.split('+').map((part) => languageSchema.safeParse(part.trim()))
  const languages = wanted.flatMap((part) => (part.success ? [part.data] : []))
  if (languages.length !== wanted.length || languages.length > 2 || new Set(languages).size !== languages.length) {
    throw new UsageError(`--language takes de, en, ja or two of them such as de+en, not ${JSON.stringify(option)}`)
  }
  const missing = languages.find((language) => !available.includes(language))
  if (missing !== undefined) throw new UsageError(`${content.id} has no text in ${missing}; there is ${available.join(', ')}`)
  return languages
}

/** A fault of a template in one line. */
/** A fault in the templates in one line. */
export function problemLine({ file, line, cause, fix }: LoadResult['problems'][number]): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${cause}; ${fix}`
}
