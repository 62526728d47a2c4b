// Drafts to look at, put in below the interface: screens are what is tested here, not how answers come in.
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { z } from 'zod'

import { projectFolder } from '../fixtures.ts'
import { call, keepPorts } from '../support/page-ports.ts'
import { returnedNda } from '../support/returned-file.ts'

const createdSchema = z.object({ id: z.string() })
const answersSchema = z.record(z.string(), z.json())

/** The drafts every screen can be shown with. */
export type Seed = {
  readonly filled: string
  readonly begun: string
  readonly checklist: string
  /** The next run after it, with an answer that got better. */
  readonly repeated: string
  readonly cooperation: string
  readonly returned: string
  readonly change: string
  /** A set of documents, two of them begun and one answer different. */
  readonly suite: string
  /** A document of the set. */
  readonly inSuite: string
  /** Deals with two findings of the checklist, one of them answered differently. */
  readonly fromFindings: string
}

const ask = async (window: Page, procedure: string, input: unknown): Promise<unknown> => {
  const answer = await call(window, 'core', procedure, input, 15_000)
  if (answer === null || answer.status >= 400) throw new Error(`${procedure} answered ${JSON.stringify(answer)}`)
  return answer.body
}

const create = async (window: Page, templateId: string, name: string, languages: readonly string[]): Promise<string> =>
  createdSchema.parse(await ask(window, 'drafts.create', { templateId, name, languages })).id

const fill = async (window: Page, id: string, folder: string, leaveOut: readonly string[] = []): Promise<void> => {
  const sample = answersSchema.parse(parse(await readFile(path.join(projectFolder, 'templates', folder, 'sample.answers.yaml'), 'utf8')))
  for (const [question, value] of Object.entries(sample)) if (!leaveOut.includes(question)) await ask(window, 'drafts.saveAnswer', { id, question, value })
}

const openedSchema = z.object({ draftId: z.string() })

/** A set of documents with an answer that was changed in one of them. */
const beginSuite = async (window: Page): Promise<{ readonly suite: string; readonly inSuite: string }> => {
  const { id } = createdSchema.parse(await ask(window, 'suites.begin', { suiteId: 'research-project', name: 'Quiet drives', languages: ['de', 'en'] }))
  const open = async (agreement: string): Promise<string> => openedSchema.parse(await ask(window, 'suites.open', { id, agreement })).draftId
  const answer = (draft: string, question: string, value: unknown): Promise<unknown> => ask(window, 'drafts.saveAnswer', { id: draft, question, value })
  const talks = await open('mutual-nda')
  await answer(talks, 'party_a', { name: 'Weserklang Technik GmbH', shortName: 'Weserklang' })
  const inSuite = await open('rd-cooperation')
  await ask(window, 'drafts.trash', { id: talks })
  await answer(inSuite, 'company', { name: 'Weserklang Antriebe GmbH', shortName: 'Weserklang' })
  await ask(window, 'drafts.restore', { id: talks })
  return { suite: id, inSuite }
}

const reviewSchema = z.object({ deviations: z.array(z.object({ id: z.string() })) })

/** A Word file came back and some of its changes are decided; gives the id of one that is not. */
const bringBack = async (window: Page, draftId: string): Promise<string> => {
  const file = { kind: 'dropped', fileName: 'Glass inspection_KM.docx', content: Buffer.from(await returnedNda(window, draftId)).toString('base64') }
  const { deviations } = reviewSchema.parse(await ask(window, 'returned.read', { draftId, file }))
  const decisions = [
    ['accepted', 'Customary; agreed on the phone.'],
    ['rejected', ''],
    ['parked', 'Ask the patent department.'],
  ] as const
  for (const [index, [state, note]] of decisions.entries()) await ask(window, 'returned.decide', { draftId, ids: [deviations[index]?.id], state, note })
  return deviations[decisions.length]?.id ?? ''
}

/** A draft behind which findings stand, with a question that is not asked because of another answer. */
const beginFromFindings = async (window: Page, run: string): Promise<string> => {
  const request = { run, agreement: 'mutual-nda', name: 'Lens coating', languages: ['de', 'en'], questions: ['secrets_listed', 'route_decided'] }
  const { draftId } = openedSchema.parse(await ask(window, 'findings.begin', request))
  await ask(window, 'drafts.saveAnswer', { id: draftId, question: 'secrecy_term', value: 'years-only' })
  return draftId
}

/** Puts the drafts in. */
export const seedDrafts = async (window: Page): Promise<Seed> => {
  await keepPorts(window)
  const cooperation = await create(window, 'rd-cooperation', 'DRIFTFREE', ['de', 'en'])
  await fill(window, cooperation, 'agreements/rd-cooperation', ['project_start', 'liability_cap', 'joint_results'])
  const begun = await create(window, 'mutual-nda', 'Tohoku – Saxony', ['en'])
  await ask(window, 'drafts.saveAnswer', { id: begun, question: 'party_a', value: { name: 'Kaminari 株式会社', shortName: 'Kaminari' } })
  const checklist = await create(window, 'cl02', 'Trade-secret readiness', ['en'])
  await fill(window, checklist, 'checklists/cl02')
  const filled = await create(window, 'mutual-nda', 'Battery housings', ['de', 'en'])
  await fill(window, filled, 'agreements/mutual-nda')
  await ask(window, 'revisions.create', { id: filled, name: 'Sent to Isarblick' })
  await ask(window, 'drafts.saveAnswer', { id: filled, question: 'secrecy_term', value: null })
  const returned = await create(window, 'mutual-nda', 'Glass inspection', ['de', 'en'])
  await fill(window, returned, 'agreements/mutual-nda')
  const change = await bringBack(window, returned)
  const { suite, inSuite } = await beginSuite(window)
  const fromFindings = await beginFromFindings(window, checklist)
  const repeated = createdSchema.parse(await ask(window, 'runs.repeat', { id: checklist, name: 'Trade-secret readiness (May 2027)' })).id
  await ask(window, 'drafts.saveAnswer', { id: repeated, question: 'secrets_listed', value: { value: 'yes', note: '', evidence: '' } })
  const trashed = await create(window, 'mutual-nda', 'An earlier attempt', ['de'])
  await ask(window, 'drafts.trash', { id: trashed })
  return { filled, begun, checklist, repeated, cooperation, returned, change, suite, inSuite, fromFindings }
}

/** Goes to an address of the app. */
export const goTo = async (window: Page, address: string): Promise<void> => {
  await window.evaluate((hash) => {
    location.hash = hash
  }, address)
  await window.waitForTimeout(150)
  await window.getByRole('heading', { level: 1 }).first().waitFor()
}
