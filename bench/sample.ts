import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { loadContent } from '../src/core/content/load.ts'
import { type Answers, answersSchema } from '../src/engine/answers.ts'
import type { AgreementPackage } from '../src/engine/template.ts'

/** The templates that come with the program. */
export const templates = new URL('../templates/', import.meta.url)

/** An agreement of ours with its own sample answers: what the benchmarks measure with. */
export async function loadSample(id: string): Promise<{ readonly content: AgreementPackage; readonly answers: Answers }> {
  const { packages } = await loadContent(templates.pathname)
  const content = packages.map((loaded) => loaded.content).find((one) => one.id === id)
  if (content?.kind !== 'agreement') throw new Error(`no agreement "${id}"`)
  const answers = answersSchema.parse(parse(await readFile(new URL(`agreements/${id}/sample.answers.yaml`, templates), 'utf8')))
  return { content, answers }
}
