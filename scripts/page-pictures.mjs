// `npm run pictures`: draws the pages of both cases, as PDF and as Word shows them (through LibreOffice), into docs/screenshots: one sheet a document.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { ensureInstalled } from './setup/install.mjs'
import { projectNode, root } from './setup/paths.mjs'
import { capture, hasProgram, projectEnvironment, runMain, say, SetupError } from './setup/run.mjs'

const needed = ['soffice', 'pdftoppm', 'montage']
const cases = [
  { name: 'case-1', agreement: 'rd-cooperation', language: 'en+de' },
  { name: 'case-2', agreement: 'mutual-nda', language: 'en+de' },
]
/** Pages a row, and the resolution: legible on a screen, small enough to keep. */
const columns = 6
const dotsPerInch = 56

function run(command, args) {
  const { ok, stderr, stdout } = capture(command, args, { env: projectEnvironment() })
  if (!ok) throw new SetupError(`${path.basename(command)} failed: ${stderr || stdout}`)
}

/** All pages of a PDF on one sheet, in few greys. */
function drawSheet(folder, pdf, picture) {
  const prefix = path.join(folder, path.basename(picture, '.png'))
  run('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-png', pdf, prefix])
  const pages = readdirSync(folder)
    .filter((name) => name.startsWith(`${path.basename(prefix)}-`) && name.endsWith('.png'))
    .toSorted()
    .map((name) => path.join(folder, name))
  run('montage', [...pages, '-tile', `${columns}x`, '-geometry', '+6+6', '-background', '#b8b8b8', '+dither', '-colors', '4', `PNG8:${picture}`])
  return pages.length
}

await runMain(async () => {
  await ensureInstalled()
  const missing = needed.filter((name) => !hasProgram(name))
  if (missing.length > 0) throw new SetupError(`The pictures need ${missing.join(', ')} (LibreOffice, poppler-utils, imagemagick).`)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'musubi-pictures-'))
  const target = path.join(root, 'docs', 'screenshots')
  mkdirSync(target, { recursive: true })
  try {
    for (const { name, agreement, language } of cases) {
      const file = (ending) => path.join(folder, `${name}.${ending}`)
      const answers = path.join('tests', 'fixtures', `${name}.answers.yaml`)
      const command = ['src/cli/index.ts', 'draft', agreement, '--answers', answers, '--language', language, '--gaps', '--watermark', '--date', '2026-12-01']
      run(projectNode(), [...command, '--pdf', file('pdf'), '--docx', file('docx')])
      const written = drawSheet(folder, file('pdf'), path.join(target, `pages-${name}-pdf.png`))
      const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`
      const converted = path.join(folder, 'word')
      run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', converted, file('docx')])
      const shown = drawSheet(folder, path.join(converted, `${name}.pdf`), path.join(target, `pages-${name}-word.png`))
      say(`${name}: ${written} pages as PDF, ${shown} in Word`)
    }
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
