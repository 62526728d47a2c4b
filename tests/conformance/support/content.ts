import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { loadContent, type LoadedContent } from '../../../src/core/content/load.ts'
import { type Answers, answersSchema } from '../../../src/engine/answers.ts'
import type { Language } from '../../../src/engine/language.ts'

/** The project folder. */
export const project = path.resolve(import.meta.dirname, '../../..')

/** A template as it is published, with its sample answers. */
export type Sample = LoadedContent & { readonly sample: Answers }

/** Every agreement and checklist there is, so that a new one is tested without being named anywhere. */
export async function samplesOf(kind: 'agreement' | 'checklist'): Promise<readonly Sample[]> {
  const { packages, problems } = await loadContent(path.join(project, 'templates'))
  if (problems.length > 0) throw new Error(problems.map(({ file, cause }) => `${file}: ${cause}`).join('\n'))
  const own = packages.filter(({ content }) => content.kind === kind)
  return Promise.all(own.map(async (one) => ({ ...one, sample: await answersIn(`templates/${kind}s/${one.content.id}/sample.answers.yaml`) })))
}

/** The answers of a file of the project; none when there is no such file. */
export async function answersIn(file: string): Promise<Answers> {
  const full = path.join(project, file)
  return existsSync(full) ? answersSchema.parse(parse(await readFile(full, 'utf8'))) : {}
}

const reportCombinations: readonly (readonly Language[])[] = [['de'], ['en'], ['ja'], ['de', 'en'], ['de', 'ja'], ['en', 'ja']]
/** Reports that are read back in every combination: a plain one, one with red flags, one of the largest. */
const thorough = new Set(['cl02', 'cl07', 'cl16'])

/** The languages the report of a checklist is read back in: every combination for some, one for each of the others, a different one from the last. */
export function reportLanguages(id: string): readonly (readonly Language[])[] {
  if (thorough.has(id)) return reportCombinations
  const turn = Number(/\d+$/.exec(id)?.[0] ?? 0) % reportCombinations.length
  return reportCombinations.slice(turn, turn + 1)
}
