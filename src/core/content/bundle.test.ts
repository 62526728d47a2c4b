import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadInstalled, writeBundle } from './bundle.ts'
import { loadContent } from './load.ts'
import { goodFiles, replaced, writeTemplates } from './testing/good-templates.ts'

const folders: string[] = []
async function templates(files: Parameters<typeof writeTemplates>[0]): Promise<string> {
  const folder = await writeTemplates(files)
  folders.push(folder)
  return folder
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describe('the bundle of the templates', () => {
  it('gives what the folder gives, without reading it', async () => {
    const folder = await templates(goodFiles)
    const bundle = path.join(folder, 'templates.json')
    await writeBundle(folder, bundle)
    const loaded = await loadContent(folder)
    await rm(path.join(folder, 'agreements'), { recursive: true })
    expect(await loadInstalled({ templatesFolder: [folder, `${folder}/own`], templatesBundle: bundle })).toEqual(loaded)
  })

  it('is passed over when somebody has templates of their own, and when it is not whole or not there', async () => {
    const folder = await templates(goodFiles)
    const own = await templates({ 'clauses/final/clause.yaml': goodFiles['clauses/final/clause.yaml'] ?? '' })
    const bundle = path.join(folder, 'templates.json')
    await writeBundle(folder, bundle)
    const withOwn = await loadInstalled({ templatesFolder: [folder, own], templatesBundle: bundle })
    expect(withOwn.problems).not.toEqual([])
    await mkdir(path.join(folder, 'own'))
    for (const broken of ['', '{"packages":', '{"packages":[{"content":{}}]}']) {
      await writeFile(bundle, broken)
      const { packages } = await loadInstalled({ templatesFolder: [folder, path.join(folder, 'own')], templatesBundle: bundle })
      expect(packages.map(({ content }) => content.id)).toEqual(['small', 'secrets'])
    }
    expect((await loadInstalled({ templatesFolder: folder, templatesBundle: path.join(folder, 'none.json') })).packages).toHaveLength(2)
  })

  it('is not written of templates that cannot be used', async () => {
    const folder = await templates(replaced(goodFiles, 'agreements/small/text.de.md', '[[clause:final]]', '[[clause:finale]]'))
    await expect(writeBundle(folder, path.join(folder, 'templates.json'))).rejects.toThrow('there is no shared clause "finale"')
  })
})
