import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../../tests/support/core.ts'
import { editedWord, silentReplace, trackedReplace } from '../../tests/support/edited-word.ts'
import { completeAnswers, templatesFolder } from '../../tests/support/templates.ts'
import { type Result, runProgram } from './testing/run-program.ts'

/** The real program with a Word file it has exported, in German and English. */
async function exportedFile() {
  const [templates, folder] = [templatesFolder(), temporaryFolder()]
  const musubi = (...values: readonly string[]): Promise<Result> => runProgram(['--templates', templates, ...values])
  const [answers, sent, back] = ['answers.yaml', 'sent.docx', 'back.docx'].map((name) => join(folder, name))
  if (answers === undefined || sent === undefined || back === undefined) throw new Error('no names')
  writeFileSync(answers, completeAnswers)
  await musubi('draft', 'small-nda', '--answers', answers, '--date', '2027-01-15', '--language', 'de+en', '--docx', sent)
  return { musubi, sent, back }
}

test('lists what was changed, one a line, and as JSON', { timeout: 60_000 }, async () => {
  const { musubi, sent, back } = await exportedFile()
  expect(await musubi('changes', sent)).toEqual({ code: 0, out: 'Nothing was changed.\n', err: '' })
  const file = editedWord(
    new Uint8Array(readFileSync(sent)),
    trackedReplace('deutsches Recht', 'japanisches Recht'),
    silentReplace('German law', 'Japanese law'),
  )
  writeFileSync(back, file)
  const { code, out } = await musubi('changes', back)
  expect(code).toBe(0)
  const lines = out.trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^§ 1 \(3\) \(de, changed, Dr\. Aoi Mori, 2026-11-20\): ".*deutsches Recht.*" -> ".*japanisches Recht.*"$/)
  expect(lines[1]).toMatch(/^Section 1 \(3\) \(en, changed, silent\): /)
  const json = z
    .object({ changes: z.array(z.object({ kind: z.string(), isSilent: z.boolean() })) })
    .parse(JSON.parse((await musubi('changes', back, '--json')).out))
  expect(json.changes).toEqual([
    { kind: 'changed', isSilent: false },
    { kind: 'changed', isSilent: true },
  ])
})

test('refuses foreign and damaged files with exit code 1, and one that is not there with 2', { timeout: 60_000 }, async () => {
  const { musubi, sent, back } = await exportedFile()
  writeFileSync(back, readFileSync(sent).subarray(0, 2000))
  expect(await musubi('changes', back)).toMatchObject({ code: 1, out: '' })
  writeFileSync(back, 'no Word file at all')
  expect((await musubi('changes', back)).err).toContain('it holds no data of Musubi')
  expect(await musubi('changes', join(back, 'none'))).toMatchObject({ code: 2 })
})
