import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from './json-schemas.ts'

const folder = path.resolve(import.meta.dirname, '../../../schemas')

describe('the JSON Schemas', () => {
  it('are current: run "npm run schemas" after a change of the format', () => {
    const current = jsonSchemas()
    expect(readdirSync(folder).toSorted()).toEqual([...current.keys()].toSorted())
    for (const [name, text] of current) expect(readFileSync(path.join(folder, name), 'utf8')).toBe(text)
  })
})
