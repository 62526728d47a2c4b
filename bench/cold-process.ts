import { performance } from 'node:perf_hooks'
import { sampleDocument } from '../src/core/export/sample-document.ts'

// One document, then how many milliseconds this process has lived. Only what the chosen writer needs is loaded.
const [format, writer] = process.argv.slice(2)
const options = { draft: { number: 1, hasWatermark: true }, date: '2026-11-21T10:00:00Z', author: 'Bench', hasNotes: false }
const document = sampleDocument({ languages: ['de'], repeat: 2 })

if (format === 'pdf' && writer === 'ours') await (await import('../src/core/export/pdf/write-pdf.ts')).writePdf(document, options)
else if (format === 'pdf') await (await import('./bare-pdf.ts')).barePdf(document)
else if (writer === 'ours') await (await import('../src/core/export/docx/write-docx.ts')).writeDocx(document, options)
else await (await import('./bare-docx.ts')).packBare(document)
process.stdout.write(String(performance.now()))
