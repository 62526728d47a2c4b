import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Agreement, compileAgreement } from '../../engine/agreement.ts'
import { type Answers, answersSchema } from '../../engine/answers.ts'
import { findings } from '../../engine/findings.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { loadContent } from './load.ts'
import { sampleAnswers } from './sample-answers.ts'

const project = path.resolve(import.meta.dirname, '../../..')
const templates = path.join(project, 'templates')
const folder = path.join(project, 'tests/fixtures/exercises')

/** An exercise of a workshop: documents with its facts, and the checks that must find its traps, each with the trap in words. */
const exerciseSchema = z.strictObject({
  title: z.string(),
  documents: z.array(z.strictObject({ agreement: z.string(), answers: answersSchema, finds: z.record(z.string(), z.string()) })),
})

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'))

const loaded = new Map<string, Promise<Agreement>>()

async function agreementOf(id: string): Promise<Agreement> {
  const known = loaded.get(id) ?? loadContent(templates, id).then(({ packages }) => compiled(packages[0]?.content))
  loaded.set(id, known)
  return known
}

function compiled(content: ContentPackage | undefined): Agreement {
  if (content?.kind !== 'agreement') throw new Error('there is no such agreement')
  return compileAgreement(content)
}

/** Ids of the checks that speak for some answers. */
async function checksOf(id: string, answers: Answers): Promise<readonly string[]> {
  return findings(await agreementOf(id), answers, ['de', 'en'])
    .filter(({ kind }) => kind === 'error' || kind === 'risk' || kind === 'hint')
    .map((finding) => finding.id)
}

const exercises = readdirSync(folder).map((file) => ({ file, ...exerciseSchema.parse(read(path.join(folder, file))) }))
const documents = exercises.flatMap(({ title, documents: all }) => all.map((document) => ({ title, ...document })))

describe.each(documents)('"$title", $agreement', ({ agreement, answers, finds }) => {
  it.each(Object.entries(finds))('the check "%s" finds: %s', async (id) => {
    const sample = await sampleAnswers(templates, agreement)
    expect(await checksOf(agreement, { ...sample, ...answers })).toContain(id)
  })

  it('speaks because of the facts of the exercise', async () => {
    const sample = await checksOf(agreement, await sampleAnswers(templates, agreement))
    expect(Object.keys(finds).filter((id) => !sample.includes(id))).not.toEqual([])
  })
})

describe('case 1, fibre-optic strain sensors', () => {
  it.each([
    ['aid-condition-open', 'the condition of state aid that exclusivity needs'],
    ['german-grant-and-use-abroad', 'the duty to exploit results in the EEA under the grant'],
    ['part-time-doctoral-candidate', 'the employee invention process for a doctoral candidate employed half-time'],
    ['open-source-and-exclusivity', 'LGPL in the background'],
    ['excluded-background', 'the co-owned method that may not be licensed'],
    ['first-filing-in-japan', 'whether Japan must be the first to file'],
    ['joint-results-open', 'joint inventions unsettled'],
    ['publication-open', 'publication unsettled, with a thesis to defend'],
    ['thesis-date-missing', 'the date of the thesis'],
    ['export-class-unknown', 'the question of dual use is open'],
  ])('the check "%s" finds: %s', async (id) => {
    const answers = answersSchema.parse(read(path.join(project, 'tests/fixtures/case-1.answers.yaml')))
    expect(await checksOf('rd-cooperation', answers)).toContain(id)
  })
})
