import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadContent } from '../../core/content/load.ts'
import { idsIn, type TemplateFolders } from '../../core/content/read-sources.ts'
import { sampleAnswers } from '../../core/content/sample-answers.ts'
import { compileAgreement } from '../../engine/agreement.ts'
import { createAssembler } from '../../engine/assemble.ts'
import { documentText } from '../../engine/plain-text.ts'
import { kebabId } from '../../engine/template.ts'
import { UsageError } from '../failure.ts'
import { print } from '../output.ts'

/** A small agreement that is complete, to begin from. */
const scaffold = join(import.meta.dirname, '../../../templates/scaffold/agreement')

/** `new-agreement`: a folder with a small agreement that lints, in the folder of own templates. Never overwrites anything. */
export async function newAgreement(id: string, folders: TemplateFolders): Promise<void> {
  const own = [folders].flat().at(1)
  if (own === undefined) throw new UsageError('say where your own templates are: --own FOLDER before the command, or MUSUBI_OWN_TEMPLATES')
  if (!kebabId.safeParse(id).success) throw new UsageError(`an id is lower-case-with-hyphens, not ${JSON.stringify(id)}`)
  if ((await idsIn(folders)).includes(id)) throw new UsageError(`there is an agreement or checklist ${JSON.stringify(id)} already; nothing was written`)
  const folder = join(own, 'agreements', id)
  await mkdir(join(own, 'agreements'), { recursive: true })
  await mkdir(folder)
  for (const name of await readdir(scaffold)) {
    const text = await readFile(join(scaffold, name), 'utf8')
    await writeFile(join(folder, name), text.replace(/^id: new-agreement$/m, `id: ${id}`), { flag: 'wx' })
  }
  await writeExpected(folders, id, folder)
  print(`wrote ${folder}`)
  print(`next: change agreement.yaml and the texts, and look with: preview ${id}`)
}

/** What the sample renders to now; from here on the linter says when it changes. */
async function writeExpected(folders: TemplateFolders, id: string, folder: string): Promise<void> {
  const { packages } = await loadContent(folders, id)
  const content = packages[0]?.content
  if (content?.kind !== 'agreement') throw new Error(`The agreement to begin from does not load: ${id}`)
  const assemble = createAssembler(compileAgreement(content))
  const answers = await sampleAnswers(folders, id)
  for (const language of ['de', 'en'] as const) {
    await writeFile(join(folder, `expected.${language}.md`), `${documentText(assemble(answers, [language]))}\n`, { flag: 'wx' })
  }
}
