// Part of the build: node src/core/content/write-bundle.ts FILE
import path from 'node:path'
import { writeBundle } from './bundle.ts'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Say where the bundle goes.')
await writeBundle(path.join(import.meta.dirname, '../../../templates'), file)
