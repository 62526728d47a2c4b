// Lints templates/ and prints what must be mended; warnings are counted only ("npm run musubi -- lint" shows them).
import path from 'node:path'

import { lint } from '../src/core/content/lint.ts'
import { root } from './check/files.mjs'

const findings = await lint(path.join(root, 'templates'))
const errors = findings.filter(({ severity }) => severity === 'error')
for (const { file, line, rule, cause, fix } of errors) console.log(`templates/${file}${line === undefined ? '' : `:${line}`}: ${rule}: ${cause}. ${fix}`)
console.log(`${errors.length} errors, ${findings.length - errors.length} warnings`)
process.exitCode = errors.length === 0 ? 0 : 1
