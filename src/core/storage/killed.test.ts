import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startTestCore } from '../../../tests/support/core.ts'
import { connect } from './connection.ts'

const saveLoop = fileURLToPath(new URL('../../../tests/support/save-loop.ts', import.meta.url))

/** Starts the save loop, kills it without warning after some acknowledged answers, and tells the last of them. */
function killedSaveLoop(folder: string, draft: string, afterAnswers: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [saveLoop, folder, draft], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.split('\n').length > afterAnswers) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => {
      const acknowledged = output.slice(0, output.lastIndexOf('\n')).split('\n')
      resolve(Number(acknowledged.at(-1)))
    })
  })
}

test('a process killed while saving leaves a sound database with the last acknowledged answer', { timeout: 60_000 }, async () => {
  const { client, folder, close } = await startTestCore()
  const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Killed', languages: ['de'] })
  await close()
  for (const afterAnswers of [1, 20, 120]) {
    const last = await killedSaveLoop(folder, id, afterAnswers)
    expect(last).toBeGreaterThanOrEqual(afterAnswers)
    const connection = connect(join(folder, 'musubi.db'))
    expect(connection.prepare('PRAGMA integrity_check').pluck().all()).toEqual(['ok'])
    expect(connection.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    connection.close()
    const later = await startTestCore({ folder })
    const { purpose } = (await later.client.drafts.get({ id })).answers
    // The very next answer may have been written as well, only not told any more.
    expect([last, last + 1]).toContain(Number.parseInt(typeof purpose === 'string' ? purpose : '', 10))
    expect(await later.client.system.ping()).toMatchObject({ problems: [] })
    await later.close()
  }
})
