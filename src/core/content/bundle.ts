import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { guidePackageSchema } from '../../engine/guide-content.ts'
import { suiteFileSchema } from '../../engine/suite-content.ts'
import { contentPackageSchema } from '../../engine/template.ts'
import { loadContent, type LoadResult } from './load.ts'
import type { TemplateFolders } from './read-sources.ts'

/** The templates of the program as one file: reading and compiling every YAML file takes seconds, reading this a tenth of one. */
const bundleSchema = z.object({
  packages: z.array(z.object({ content: contentPackageSchema, hash: z.string(), isOwn: z.boolean() })),
  guide: guidePackageSchema.optional(),
  suites: z.array(suiteFileSchema),
})

/** Where the installed templates are: their folders, and the bundle the build has made of the first, when there is one. */
export type InstalledTemplates = { readonly templatesFolder: TemplateFolders; readonly templatesBundle?: string | undefined }

/** Writes the bundle of a templates folder. Throws when a template in it cannot be used. */
export async function writeBundle(folder: string, file: string): Promise<void> {
  const { problems, ...bundle } = await loadContent(folder)
  if (problems.length > 0) throw new Error(problems.map((problem) => `${problem.file}: ${problem.cause}`).join('\n'))
  await writeFile(file, JSON.stringify(bundle))
}

/** Loads the installed templates: from the bundle as long as nobody has templates of their own, which may change every one of them. */
export async function loadInstalled({ templatesFolder, templatesBundle }: InstalledTemplates): Promise<LoadResult> {
  const [, ...own] = [templatesFolder].flat()
  const bundle = templatesBundle === undefined || (await hasTemplates(own)) ? undefined : await readBundle(templatesBundle)
  return bundle ?? loadContent(templatesFolder)
}

async function hasTemplates(folders: readonly string[]): Promise<boolean> {
  const entries = await Promise.all(folders.map(async (folder): Promise<readonly string[]> => readdir(folder).catch(() => [])))
  const filled = await Promise.all(
    folders.flatMap((folder) =>
      ['agreements', 'clauses', 'checklists', 'suites'].map(async (name) => (await readdir(path.join(folder, name)).catch(() => [])).length > 0),
    ),
  )
  return filled.includes(true) || entries.some((names) => names.some((name) => name.endsWith('.yaml')))
}

/** Undefined when the file is not there or not whole; the folder is read then. */
async function readBundle(file: string): Promise<LoadResult | undefined> {
  try {
    const parsed = bundleSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
    return parsed.success ? { packages: parsed.data.packages, guide: parsed.data.guide, suites: parsed.data.suites, problems: [] } : undefined
  } catch {
    return undefined
  }
}
