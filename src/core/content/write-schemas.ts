// `npm run schemas`: writes schemas/*.schema.json from the schemas of the engine.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { jsonSchemas } from './json-schemas.ts'

const folder = path.resolve(import.meta.dirname, '../../../schemas')
mkdirSync(folder, { recursive: true })
for (const [name, text] of jsonSchemas()) writeFileSync(path.join(folder, name), text)
