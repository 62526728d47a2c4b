import path from 'node:path'
import { expect, it } from 'vitest'
import { compileAgreement } from '../../engine/agreement.ts'
import { createAssembler } from '../../engine/assemble.ts'
import { documentText } from '../../engine/plain-text.ts'
import { loadContent } from './load.ts'
import { sampleAnswers } from './sample-answers.ts'

const templates = path.resolve(import.meta.dirname, '../../../templates')

/** What an agreement prints, from its sample, when one of its parties is a university of a country. */
async function printed(id: string, role: string, country: string): Promise<string> {
  const content = (await loadContent(templates, id)).packages[0]?.content
  if (content?.kind !== 'agreement') throw new Error(`there is no agreement ${id}`)
  const university = { name: 'Universität', form: 'other', kind: 'university', country, shortName: 'Universität' }
  return documentText(createAssembler(compileAgreement(content))({ ...(await sampleAnswers(templates, id)), [role]: university }, ['de']))
}

it.each([
  ['licence', 'licensor'],
  ['ip-assignment', 'assignor'],
  ['rd-cooperation', 'institute'],
])('%s prints Section 42 ArbnErfG for a German university and not for a Japanese one', async (id, role) => {
  expect(await printed(id, role, 'DE')).toContain('§ 42 Nr. ')
  expect(await printed(id, role, 'JP')).not.toContain('§ 42 ')
})
