// A process that saves answers as fast as it can and tells each one only when it was acknowledged; it is killed from outside.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src/core/core.ts'
import { draftIdSchema } from '../../src/shared/contract/ids.ts'

const [dataFolder = '', draft = ''] = process.argv.slice(2)
const core = await createCore(
  {
    now: () => new Date().toISOString(),
    newId: () => randomUUID(),
    dataFolder,
    templatesFolder: dataFolder,
    version: '0.1.0',
    log: () => undefined,
  },
  { loadContent: () => Promise.resolve({ packages: [], problems: [] }) },
)
const client = createRouterClient(core.router, { context: {} })
const id = draftIdSchema.parse(draft)
for (let count = 1; ; count += 1) {
  await client.drafts.saveAnswer({ id, question: `purpose`, value: `${count} ${'words '.repeat(count % 300)}` })
  writeSync(1, `${count}\n`)
}
