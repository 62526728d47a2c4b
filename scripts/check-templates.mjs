// Lints templates/ with every two choices together and prints what must be mended; warnings are counted only ("npm run musubi -- lint" shows them).
import path from 'node:path'

import { lint } from '../src/core/content/lint.ts'
import { root } from './check/files.mjs'

const { findings, pairs } = await lint(path.join(root, 'templates'), { isPaired: true })
const errors = findings.filter(({ severity }) => severity === 'error')
for (const { file, line, rule, cause, fix } of errors) console.log(`templates/${file}${line === undefined ? '' : `:${line}`}: ${rule}: ${cause}. ${fix}`)
for (const [id, { pairs: count, documents }] of pairs) console.log(`${id}: all ${count} pairs of choices in ${documents} documents in each language`)
console.log(`${errors.length} errors, ${findings.length - errors.length} warnings`)
process.exitCode = errors.length === 0 ? 0 : 1
