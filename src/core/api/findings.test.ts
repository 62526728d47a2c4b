import { describe, expect, test } from 'vitest'
import { agreementFixture, foreignInput, startTestCore } from '../../../tests/support/core.ts'
import { answerOf, checklistOf, questionOf } from '../../engine/testing/small-checklist.ts'
import { agreementWith, both } from '../../engine/testing/small-set.ts'
import { type DraftId, draftIdSchema } from '../../shared/contract/ids.ts'

const party = (id: string): object => ({ id, type: 'party', label: both(id) })
const days = (extra: object = {}): object => ({ id: 'days', type: 'integer', label: both('Days of {{ company }}'), max: 60, ...extra })
const free = { id: 'free', type: 'yesNo', label: both('Free'), default: false }
const clause = {
  id: 'secrecy',
  type: 'clause',
  topic: 'M03',
  label: both('Secrecy'),
  alternatives: ['strict', 'mild'].map((id) => ({ id, label: both(id), favours: 'balanced', weight: 0, explanation: both(id) })),
}
const roles = ['company', 'institute'].map((id) => ({ id, title: both(id) }))
const nda = { ...agreementWith('nda', [party('company'), party('institute'), free, days({ when: 'free' }), clause]), roles }
const report = agreementWith('report', [days({ when: undefined })])
const other = agreementWith('other', [{ id: 'purpose', type: 'text', label: both('Purpose') }])
const checklist = checklistOf([
  questionOf('a', 'one', 'high', {
    agreements: ['report', 'nda'],
    suggests: [
      { agreement: 'nda', role: 'institute', answers: { free: true, days: 14 } },
      { agreement: 'report', answers: { days: 14 } },
    ],
  }),
  questionOf('b', 'two', 'low', { agreements: ['nda'], suggests: [{ agreement: 'nda', answers: { days: 30, secrecy: 'strict' } }] }),
  questionOf('c', 'two', 'low', { clauseTopics: ['M03'] }),
  questionOf('d', 'two', 'low'),
])
const packages = [nda, report, other, checklist].map((content) => ({ content, hash: `hash-${content.id}` }))
const facts = { organisation: 'Akatsuki KK', partner: '<b>ILT</b>', assessed_on: '2026-06-03', a: answerOf('no') }
const unknown = draftIdSchema.parse('nobody')

async function withRun() {
  const started = await startTestCore({ parts: { loadContent: () => Promise.resolve({ packages, problems: [] }) } })
  const { client } = started
  const create = async (templateId: string) => (await client.drafts.create({ templateId, name: `Our ${templateId}`, languages: ['en'] })).id
  const run = await create('test')
  for (const [question, value] of Object.entries(facts)) await client.drafts.saveAnswer({ id: run, question, value })
  const begin = async (questions: string[], extra: object = {}): Promise<DraftId> =>
    (await client.findings.begin({ run, questions, agreement: 'nda', name: 'NDA with ILT', languages: ['en'], ...extra })).draftId
  return { ...started, run, create, begin }
}

describe('findings.leads', () => {
  test('says where each question leads, best first, and what would be answered there', async () => {
    const { client, run } = await withRun()
    const { agreements, questions } = await client.findings.leads({ id: run })
    expect(agreements.map(({ id, roles: taking, languages }) => [id, taking.map((role) => role.id), languages])).toEqual([
      ['nda', ['company', 'institute'], ['de', 'en']],
      ['report', [], ['de', 'en']],
      ['other', [], ['de', 'en']],
    ])
    expect(questions.map(({ question, leads }) => [question, leads.map(({ agreement, isNamed }) => [agreement, isNamed])])).toEqual([
      [
        'a',
        [
          ['report', true],
          ['nda', true],
        ],
      ],
      ['b', [['nda', true]]],
      ['c', [['nda', false]]],
    ])
    expect(questions[0]?.leads[1]).toMatchObject({
      role: 'institute',
      suggested: [
        { question: 'free', words: { en: 'yes', de: 'ja', ja: 'はい' } },
        { question: 'days', value: 14, label: { en: 'Days of …' }, words: { en: '14' } },
      ],
    })
  })
  test('refuses an agreement, an unknown run, and none', async () => {
    const { client, create } = await withRun()
    await expect(client.findings.leads({ id: await create('nda') })).rejects.toMatchObject({ defined: true, code: 'notAChecklist' })
    await expect(client.findings.leads({ id: unknown })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(client.findings.leads(foreignInput({}))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('findings.begin', () => {
  test('begins a draft with the suggestions, the names and a link to each finding', async () => {
    const { client, run, begin } = await withRun()
    const id = await begin(['a', 'c'], { role: 'institute' })
    const draft = await client.drafts.get({ id })
    expect(draft).toMatchObject({ name: 'NDA with ILT', templateId: 'nda' })
    expect(draft.answers).toEqual({ institute: { name: 'Akatsuki KK' }, company: { name: '<b>ILT</b>' }, free: true, days: 14 })
    expect((await client.findings.ofDraft({ id })).map(({ question, state }) => [question, state])).toEqual([
      ['a', 'dealt'],
      ['c', 'open'],
    ])
    expect((await client.findings.ofRun({ id: run })).map(({ question, drafts }) => [question, drafts.map((one) => one.draft)])).toEqual([
      ['a', [id]],
      ['c', [id]],
    ])
  })
  test('leaves open what the findings contradict each other in, unless somebody chose', async () => {
    const { client, begin } = await withRun()
    expect((await client.drafts.get({ id: await begin(['a', 'b']) })).answers).toEqual({ free: true, days: null, secrecy: 'strict' })
    expect((await client.drafts.get({ id: await begin(['a', 'b'], { prefer: { days: 'b' } }) })).answers).toEqual({ free: true, secrecy: 'strict', days: 30 })
  })
  test('is findable by the names it begins with', async () => {
    const { client, begin } = await withRun()
    const id = await begin(['a'], { role: 'company' })
    expect((await client.drafts.list({ search: 'Akatsuki' })).map((draft) => draft.id)).toContain(id)
  })
  test('refuses what does not fit together, and begins nothing then', async () => {
    const { client, run, begin, create } = await withRun()
    const agreement = await create('other')
    const before = (await client.drafts.list({})).length
    await expect(begin(['gone'])).rejects.toMatchObject({ defined: true, code: 'findingNotFound', data: { details: { question: 'gone' } } })
    await expect(begin(['a'], { run: agreement })).rejects.toMatchObject({ defined: true, code: 'notAChecklist' })
    await expect(begin(['a'], { run: unknown })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(begin(['d'])).rejects.toMatchObject({ defined: true, code: 'findingUnrelated' })
    await expect(begin(['a'], { agreement: 'test' })).rejects.toMatchObject({ defined: true, code: 'findingUnrelated' })
    await expect(begin(['a'], { agreement: 'none' })).rejects.toMatchObject({ defined: true, code: 'templateNotFound' })
    await expect(begin(['a'], { languages: ['ja'] })).rejects.toMatchObject({ defined: true, code: 'languageMissing' })
    await expect(begin([])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(begin(['a'], { name: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await client.drafts.list({})).toHaveLength(before)
    await client.drafts.trash({ id: run })
    await expect(begin(['a'])).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
  })
})

describe('findings.link', () => {
  test('links a draft that is there already and leaves its answers alone', async () => {
    const { client, run, create } = await withRun()
    const draft = await create('nda')
    expect(await client.findings.link({ run, question: 'a', draft })).toEqual({
      draft,
      name: 'Our nda',
      agreement: 'nda',
      title: nda.title,
      state: 'open',
      settled: null,
      taken: 0,
      suggested: 2,
      place: { page: 'page', question: 'free' },
    })
    expect((await client.drafts.get({ id: draft })).answers).toEqual({})
    // Once more is no mistake.
    await client.findings.link({ run, question: 'a', draft })
    expect(await client.findings.ofDraft({ id: draft })).toHaveLength(1)
  })
  test('follows the answers of the draft', async () => {
    const { client, run, create } = await withRun()
    const draft = await create('nda')
    const state = async () => {
      const [found] = await client.findings.ofRun({ id: run })
      return [found?.drafts[0]?.state, found?.drafts[0]?.taken, found?.drafts[0]?.place?.question]
    }
    await client.findings.link({ run, question: 'a', draft })
    await client.drafts.saveAnswer({ id: draft, question: 'free', value: true })
    expect(await state()).toEqual(['partly', 1, 'days'])
    await client.drafts.saveAnswer({ id: draft, question: 'days', value: 14 })
    expect(await state()).toEqual(['dealt', 2, 'free'])
    await client.drafts.saveAnswer({ id: draft, question: 'free', value: false })
    expect(await state()).toEqual(['open', 0, 'free'])
  })
  test('refuses a draft the finding has nothing to do with, what is in the trash, and what is not there', async () => {
    const { client, run, create } = await withRun()
    const [draft, unrelated] = [await create('nda'), await create('other')]
    const { link } = client.findings
    await expect(link({ run, question: 'a', draft: unrelated })).rejects.toMatchObject({ defined: true, code: 'findingUnrelated' })
    await expect(link({ run, question: 'a', draft: run })).rejects.toMatchObject({ defined: true, code: 'findingUnrelated' })
    await expect(link({ run, question: 'gone', draft })).rejects.toMatchObject({ defined: true, code: 'findingNotFound' })
    await expect(link({ run, question: 'a', draft: unknown })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(link(foreignInput({ run, question: '', draft }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await client.drafts.trash({ id: draft })
    await expect(link({ run, question: 'a', draft })).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
  })
})

describe('findings.settle and unlink', () => {
  test('keep what a person decided until it is taken back', async () => {
    const { client, run, begin } = await withRun()
    const draft = await begin(['c'])
    const key = { run, question: 'c', draft }
    expect(await client.findings.settle({ ...key, settled: 'otherwise' })).toMatchObject({ state: 'dealt', settled: 'otherwise' })
    expect((await client.findings.ofDraft({ id: draft }))[0]).toMatchObject({ state: 'dealt', settled: 'otherwise' })
    expect(await client.findings.settle({ ...key, settled: null })).toMatchObject({ state: 'open', settled: null })
    expect(await client.findings.unlink(key)).toEqual({ name: 'NDA with ILT' })
    expect(await client.findings.ofDraft({ id: draft })).toEqual([])
    expect((await client.drafts.get({ id: draft })).name).toBe('NDA with ILT')
  })
  test.each(['settle', 'unlink'] as const)('%s refuses a link that is not there, and drafts in the trash or gone', async (procedure) => {
    const { client, run, begin } = await withRun()
    const draft = await begin(['c'])
    const call = (key: object) => client.findings[procedure](foreignInput({ run, question: 'c', draft, settled: 'taken', ...key }))
    await expect(call({ question: 'a' })).rejects.toMatchObject({ defined: true, code: 'findingNotFound' })
    await expect(call({ run: unknown })).rejects.toMatchObject({ defined: true, code: 'findingNotFound' })
    await expect(call({ draft: unknown })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
    await expect(call({ draft: '' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await client.drafts.trash({ id: draft })
    await expect(call({})).rejects.toMatchObject({ defined: true, code: 'draftInTrash' })
  })
})

describe('findings.ofRun and ofDraft', () => {
  test('say what stands behind a draft', async () => {
    const { client, run, begin } = await withRun()
    const id = await begin(['a'])
    expect(await client.findings.ofDraft({ id })).toMatchObject([
      {
        run: { id: run, name: 'Our test', title: checklist.short, assessedOn: '2026-06-03' },
        number: 1,
        topic: 'one',
        missing: both('a is missing'),
        answer: 'no',
        suggested: [
          { question: 'free', value: true },
          { question: 'days', value: 14 },
        ],
        concerned: ['free', 'days'],
        settled: null,
        state: 'dealt',
      },
    ])
  })
  test('refuse an unknown id and none; an agreement has no findings, a checklist stands behind nothing', async () => {
    const { client, run, create } = await withRun()
    for (const procedure of ['ofRun', 'ofDraft'] as const) {
      await expect(client.findings[procedure]({ id: unknown })).rejects.toMatchObject({ defined: true, code: 'draftNotFound' })
      await expect(client.findings[procedure](foreignInput({}))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    await expect(client.findings.ofRun({ id: await create('nda') })).rejects.toMatchObject({ defined: true, code: 'notAChecklist' })
    expect(await client.findings.ofDraft({ id: run })).toEqual([])
  })
  test('leave out what lies in the trash until it is taken out, and forget what is deleted', async () => {
    const { client, run, begin } = await withRun()
    const id = await begin(['a'])
    await client.drafts.trash({ id })
    expect(await client.findings.ofRun({ id: run })).toEqual([])
    await client.drafts.restore({ id })
    await client.drafts.trash({ id: run })
    expect(await client.findings.ofDraft({ id })).toEqual([])
    await client.drafts.restore({ id: run })
    expect(await client.findings.ofDraft({ id })).toHaveLength(1)
    await client.drafts.trash({ id: run })
    await client.drafts.remove({ id: run })
    expect(await client.findings.ofDraft({ id })).toEqual([])
    expect((await client.drafts.get({ id })).answers).toEqual({ free: true, days: 14 })
  })
  test('go along when a draft is duplicated', async () => {
    const { client, run, begin } = await withRun()
    const id = await begin(['a', 'c'])
    await client.findings.settle({ run, question: 'c', draft: id, settled: 'taken' })
    const copy = await client.drafts.duplicate({ id, name: 'Copy' })
    expect((await client.findings.ofDraft({ id: copy.id })).map(({ question, settled }) => [question, settled])).toEqual([
      ['a', null],
      ['c', 'taken'],
    ])
    expect((await client.findings.ofRun({ id: run }))[0]?.drafts.map(({ name }) => name)).toEqual(['NDA with ILT', 'Copy'])
  })
  test('speak once for a run and its copy about the same organisation, and for each organisation', async () => {
    const { client, run, begin } = await withRun()
    const id = await begin(['a'])
    const copy = await client.drafts.duplicate({ id: run, name: 'Half a year later' })
    expect((await client.findings.ofDraft({ id })).map((finding) => finding.run.name)).toEqual(['Half a year later'])
    expect(await client.findings.ofRun({ id: copy.id })).toHaveLength(1)
    await client.drafts.saveAnswer({ id: copy.id, question: 'organisation', value: 'ILT' })
    expect((await client.findings.ofDraft({ id })).map((finding) => finding.run.name)).toEqual(['Half a year later', 'Our test'])
  })
  test('are dealt with in the next run as they were in the last', async () => {
    const { client, run, begin } = await withRun()
    const id = await begin(['a', 'c'])
    await client.findings.settle({ run, question: 'c', draft: id, settled: 'otherwise' })
    const next = await client.runs.repeat({ id: run, name: 'Second run' })
    expect((await client.findings.ofRun({ id: next.id })).map(({ question, drafts }) => [question, drafts.map(({ settled }) => settled)])).toEqual([
      ['a', [null]],
      ['c', ['otherwise']],
    ])
    expect((await client.findings.ofDraft({ id })).map((finding) => finding.run.name)).toEqual(['Second run', 'Second run'])
  })
  test('say nothing of a question that a renewed checklist no longer has', async () => {
    let content = checklist
    const started = await startTestCore({
      parts: {
        loadContent: () => Promise.resolve({ packages: [...packages.slice(0, 3), { content, hash: `hash-${content.version}` }], problems: [] }),
      },
    })
    const { client } = started
    const { id: run } = await client.drafts.create({ templateId: 'test', name: 'Run', languages: ['en'] })
    const { draftId } = await client.findings.begin({ run, questions: ['a', 'b'], agreement: 'nda', name: 'NDA', languages: ['en'] })
    content = { ...checklist, version: '1.1.0', questions: checklist.questions.filter(({ id }) => id !== 'a') }
    await client.content.readAgain()
    await client.runs.renew({ id: run, nameOfCurrent: 'Before' })
    expect((await client.findings.ofRun({ id: run })).map(({ question }) => question)).toEqual(['b'])
    expect((await client.findings.ofDraft({ id: draftId })).map(({ question }) => question)).toEqual(['b'])
    await expect(client.findings.link({ run, question: 'a', draft: draftId })).rejects.toMatchObject({ defined: true, code: 'findingNotFound' })
    await client.findings.unlink({ run, question: 'a', draft: draftId })
  })
  test('live on over a restart', async () => {
    const { client, run, begin, close, folder } = await withRun()
    const id = await begin(['c'])
    await client.findings.settle({ run, question: 'c', draft: id, settled: 'otherwise' })
    await close()
    const { client: later } = await startTestCore({
      folder,
      parts: { loadContent: () => Promise.resolve({ packages: [{ content: agreementFixture(), hash: 'hash' }], problems: [] }) },
    })
    expect((await later.findings.ofDraft({ id }))[0]).toMatchObject({ question: 'c', settled: 'otherwise' })
    expect((await later.findings.leads({ id: run })).questions).toEqual([])
  })
})
