import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startTestCore } from '../../../tests/support/core.ts'
import { mayMount, mountedFolder, remount } from '../../../tests/support/mounts.ts'
import { connect } from '../storage/connection.ts'

describe.runIf(mayMount)('the disk of the database', () => {
  test('when full refuses the answer as diskFull, keeps the ones before, and takes answers again once there is room', async ({ skip }) => {
    const folder = mountedFolder('size=4m') ?? skip('mounting is not allowed here')
    const { client } = await startTestCore({ folder })
    const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'kept' })
    // Takes whatever room is left.
    try {
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(8 * 1024 * 1024))
    } catch {
      // Full is what was wanted.
    }
    await expect(client.drafts.saveAnswer({ id, question: 'purpose', value: 'x'.repeat(900_000) })).rejects.toMatchObject({
      defined: true,
      code: 'diskFull',
      data: { isRetryable: true },
    })
    expect((await client.drafts.get({ id })).answers).toEqual({ purpose: 'kept' })
    rmSync(join(folder, 'ballast'))
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'x'.repeat(100_000) })
    expect((await client.drafts.get({ id })).answers['purpose']).toHaveLength(100_000)
  })
  test('when it became read-only refuses the answer as databaseReadOnly and still reads', async ({ skip }) => {
    const folder = mountedFolder('size=8m') ?? skip('mounting is not allowed here')
    const { client, close } = await startTestCore({ folder })
    const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
    await client.drafts.saveAnswer({ id, question: 'purpose', value: 'kept' })
    await close()
    if (!remount(folder, 'ro')) skip('mounting is not allowed here')
    await expect(startTestCore({ folder })).rejects.toMatchObject({ code: 'databaseReadOnly', isRetryable: true })
    remount(folder, 'rw')
    const later = await startTestCore({ folder })
    expect((await later.client.drafts.get({ id })).answers).toEqual({ purpose: 'kept' })
    expect((await later.client.system.ping()).problems).toEqual([])
  })
})

test('another program that holds the database is told as databaseBusy after a while', async () => {
  const { client, folder } = await startTestCore()
  const { id } = await client.drafts.create({ templateId: 'small-nda', name: 'Draft', languages: ['de'] })
  const other = connect(join(folder, 'musubi.db'))
  other.exec('BEGIN IMMEDIATE')
  await expect(client.drafts.saveAnswer({ id, question: 'purpose', value: 'x' })).rejects.toMatchObject({
    defined: true,
    code: 'databaseBusy',
    data: { isRetryable: true },
  })
  other.exec('ROLLBACK')
  other.close()
  await client.drafts.saveAnswer({ id, question: 'purpose', value: 'x' })
})
