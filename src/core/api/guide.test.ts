import { describe, expect, test } from 'vitest'
import { agreementFixture, foreignInput, startTestCore } from '../../../tests/support/core.ts'
import type { GuidePackage } from '../../engine/guide-content.ts'
import { guideTo } from '../../engine/testing/small-set.ts'

const guide: GuidePackage = guideTo('small-nda', [
  { question: 'law', when: "where == 'here'", value: 'german-law' },
  { question: 'not_asked', value: true },
])
const withGuide = () =>
  startTestCore({ parts: { loadContent: () => Promise.resolve({ packages: [{ content: agreementFixture(), hash: 'hash' }], guide, problems: [] }) } })

describe('guide.get', () => {
  test('gives the guide as it was read', async () => {
    const { client } = await withGuide()
    expect(await client.guide.get()).toEqual(guide)
  })
  test('says when there is none', async () => {
    const { client } = await startTestCore()
    await expect(client.guide.get()).rejects.toMatchObject({ defined: true, code: 'guideMissing' })
  })
})

describe('drafts.create after the guide', () => {
  const request = { templateId: 'small-nda', name: 'Draft', languages: ['de' as const] }
  test('begins with what the guide knows and the agreement asks', async () => {
    const { client } = await withGuide()
    const draft = await client.drafts.create({ ...request, guide: { where: 'here', unknown: 'x' } })
    expect(draft.answers).toEqual({ law: 'german-law' })
    expect((await client.drafts.create({ ...request, guide: { where: 'there' } })).answers).toEqual({})
    expect((await client.drafts.create(request)).answers).toEqual({})
  })
  test('refuses answers that are no words, and says when there is no guide', async () => {
    const { client } = await withGuide()
    await expect(client.drafts.create(foreignInput({ ...request, guide: { where: 7 } }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const { client: other } = await startTestCore()
    await expect(other.drafts.create({ ...request, guide: {} })).rejects.toMatchObject({ defined: true, code: 'guideMissing' })
    expect(await other.drafts.list({})).toEqual([])
  })
})
