import { type Glossary, type GlossaryTerm, glossaryTermSchema } from '../../engine/glossary.ts'
import { lawSchema } from '../../engine/template.ts'
import type { ContentProblem } from './problem.ts'
import { type ListFile, readList } from './read-list.ts'
import type { TemplateFolders } from './read-sources.ts'

/** The name of the glossary in a templates folder. */
export const glossaryFile = 'glossary.yaml'

/** The glossaries of the template folders, one for each; a folder may do without. What is broken in them is left out and named. */
export function readGlossaries(folders: TemplateFolders, problems: ContentProblem[]): Promise<readonly ListFile<GlossaryTerm>[]> {
  return Promise.all([folders].flat().map((folder) => readList(folder, glossaryFile, glossaryTermSchema, problems)))
}

export type LoadedGlossary = { readonly glossary: Glossary; readonly problems: readonly ContentProblem[] }

/** The glossary with the laws it names; an entry of a later folder takes the place of one with the same id. Never throws for what is in the folders. */
export async function loadGlossary(folders: TemplateFolders): Promise<LoadedGlossary> {
  const problems: ContentProblem[] = []
  const files = await readGlossaries(folders, problems)
  const terms = [...joined(files).values()]
  const named = new Set(terms.flatMap(({ laws }) => laws))
  // What is wrong with the laws is told by those who load the agreements.
  const laws = named.size === 0 ? [] : await Promise.all([folders].flat().map((folder) => readList(folder, 'law.yaml', lawSchema, [])))
  return { glossary: { terms, lawEntries: [...joined(laws).values()].filter(({ id }) => named.has(id)) }, problems }
}

function joined<Value extends { readonly id: string }>(files: readonly ListFile<Value>[]): ReadonlyMap<string, Value> {
  return new Map(files.flatMap(({ entries }) => entries.map(({ value }) => [value.id, value] as const)))
}
