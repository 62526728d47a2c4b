import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Answers, answersSchema } from '../../engine/answers.ts'
import type { TemplateFolders } from './read-sources.ts'
import { readYaml } from './yaml-file.ts'

/** The sample answers of an agreement; none when there is no readable sample (the linter complains, not this). */
export async function sampleAnswers(folders: TemplateFolders, id: string): Promise<Answers> {
  for (const folder of [folders].flat().toReversed()) {
    const file = join(folder, 'agreements', id, 'sample.answers.yaml')
    try {
      const answers = answersSchema.safeParse(readYaml(file, await readFile(file, 'utf8')).yaml?.data)
      return answers.success ? answers.data : {}
    } catch {
      // Not there or not readable: a table without a sample row still is a table to begin with.
    }
  }
  return {}
}
