import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished } from 'vitest'
import { z } from 'zod'
import { type CoreParts, createCore } from '../../src/core/core.ts'
import type { CoreEnvironment } from '../../src/core/environment.ts'
import type { Json } from '../../src/engine/answers.ts'
import { type ContentPackage, contentPackageSchema } from '../../src/engine/template.ts'

const both = (text: string) => ({ de: `${text} (de)`, en: text })

/** A small agreement with one question of each kind that storage treats differently. */
export const agreementFixture = (version = '1.0.0'): ContentPackage =>
  contentPackageSchema.parse({
    kind: 'agreement',
    id: 'small-nda',
    version,
    title: both('Small NDA'),
    purpose: both('For tests'),
    useWhen: [both('always')],
    form: { kind: 'text', note: both('text form') },
    roles: [{ id: 'company', title: both('Company') }],
    pages: [
      {
        id: 'parties',
        title: both('Who signs?'),
        short: both('Parties'),
        questions: [
          { id: 'company', type: 'party', label: both('Company') },
          { id: 'purpose', type: 'longText', label: both('Purpose') },
          {
            id: 'law',
            type: 'choice',
            label: both('Law'),
            options: [
              { id: 'german-law', label: both('German') },
              { id: 'other-law', label: both('Other') },
            ],
          },
          {
            id: 'staff',
            type: 'list',
            label: both('Staff'),
            required: false,
            fields: [
              { id: 'name', type: 'text', label: both('Name') },
              { id: 'hours', type: 'integer', label: both('Hours') },
            ],
          },
        ],
      },
    ],
    texts: {
      de: '# Vertrag\n\n::parties\n\n## Zweck {#purpose-clause}\n\n1. Zweck ist {{ purpose }}.\n2. Es gilt {{ law }}.\n',
      en: '# Agreement\n\n::parties\n\n## Purpose {#purpose-clause}\n\n1. The purpose is {{ purpose }}.\n2. The law is {{ law }}.\n',
    },
    lawEntries: [],
  })

/** A small checklist. */
const checklistFixture = (): ContentPackage =>
  contentPackageSchema.parse({
    kind: 'checklist',
    id: 'cl01',
    version: '1.0.0',
    title: both('Checklist'),
    short: both('Check'),
    purpose: both('For tests'),
    minutes: 5,
    topics: [{ id: 'secrets', title: both('Secrets') }],
    questions: [
      {
        id: 'secrets_listed',
        topic: 'secrets',
        question: both('Listed?'),
        why: both('Because'),
        risk: 'high',
        missing: both('Not listed'),
        consequence: both('Lost'),
        action: both('List them'),
        who: ['startup'],
        phase: 'before-talks',
      },
    ],
    lawEntries: [],
  })

/** Anything as an input of any call: what a page that is not ours could send. */
export const foreignInput = (value: unknown): never => z.custom<never>().parse(value)
/** A text that matches, for `toMatchObject`. */
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)
/** A JSON text of lists in lists. */
export const nested = (depth: number): Json => z.custom<Json>().parse(JSON.parse('['.repeat(depth) + ']'.repeat(depth)))

/** A temporary folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that moves one second at each look, ids that count, and a log that is kept. */
export function testEnvironment(dataFolder: string, start = '2026-11-23T08:00:00.000Z') {
  let time = Date.parse(start)
  let id = 0
  const logged: { readonly event: string; readonly details: Readonly<Record<string, string | number | boolean>> | undefined }[] = []
  const environment: CoreEnvironment = {
    now: () => {
      time += 1000
      return new Date(time).toISOString()
    },
    newId: () => `id-${start.slice(0, 10)}-${(id += 1)}`,
    dataFolder,
    templatesFolder: join(dataFolder, 'no-templates'),
    version: '0.1.0',
    log: (event, details) => void logged.push({ event, details }),
  }
  return { environment, logged }
}

export type TestCoreOptions = { readonly folder?: string; readonly start?: string; readonly parts?: Partial<CoreParts>; readonly version?: string }

/** A core in this process with the fixture templates, a client that speaks to it through the contract, and its log. */
export async function startTestCore({ folder = temporaryFolder(), start, parts, version }: TestCoreOptions = {}) {
  const { environment, logged } = testEnvironment(folder, start)
  const core = await createCore(environment, {
    loadContent: () =>
      Promise.resolve({
        packages: [
          { content: agreementFixture(version), hash: `hash-${version ?? '1.0.0'}` },
          { content: checklistFixture(), hash: 'hash-checklist' },
        ],
        problems: [],
      }),
    ...parts,
  })
  let isClosed = false
  const close = async (): Promise<void> => {
    if (!isClosed) await core.close()
    isClosed = true
  }
  onTestFinished(close)
  return { core, client: createRouterClient(core.router, { context: {} }), environment, folder, logged, close }
}
