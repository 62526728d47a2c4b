import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../engine/answers.ts'
import { compileChecklist } from '../../engine/checklist.ts'
import { scoreChecklist } from '../../engine/checklist-score.ts'
import type { ChecklistPackage } from '../../engine/template.ts'
import { answerOf } from '../../engine/testing/small-checklist.ts'
import { languageCoverage } from './coverage.ts'
import { loadContent } from './load.ts'

const templates = path.resolve(import.meta.dirname, '../../../templates')
const { packages, problems } = await loadContent(templates)
const checklists = packages.flatMap(({ content }) => (content.kind === 'checklist' ? [content] : []))
const allAnswered = ({ questions }: ChecklistPackage, value: string): Answers => Object.fromEntries(questions.map(({ id }) => [id, answerOf(value)]))

describe('the checklists that come with Musubi', () => {
  test('are sixteen with at least 170 questions', () => {
    expect(problems).toEqual([])
    expect(checklists.map(({ id }) => id).toSorted()).toEqual(Array.from({ length: 16 }, (_, index) => `cl${String(index + 1).padStart(2, '0')}`))
    expect(checklists.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(170)
  })

  test('say everything in all three languages', async () => {
    const coverage = (await languageCoverage(templates)).filter(({ folder }) => folder.startsWith('checklists/'))
    expect(coverage).toHaveLength(16)
    for (const { folder, strings, translated } of coverage) expect(translated, folder).toBe(strings)
  })

  test('know every law they name, and lead to a document or a clause often enough to be worth it', () => {
    for (const { id, questions, flags, lawEntries } of checklists) {
      const known = new Set(lawEntries.map((law) => law.id))
      for (const law of [...questions, ...flags].flatMap(({ laws }) => laws)) expect(known, `${id}: ${law}`).toContain(law)
      const leading = questions.filter(({ agreements, suggests }) => agreements.length + suggests.length > 0)
      expect(leading.length / questions.length, id).toBeGreaterThanOrEqual(0.5)
    }
  })

  test.each(checklists.map((content) => [content.id, content] as const))('%s: good answers raise nothing, bad ones every red flag', (_id, content) => {
    const checklist = compileChecklist(content)
    const good = scoreChecklist(checklist, allAnswered(content, 'yes'))
    expect(good).toMatchObject({ score: 100, findings: [], flags: [] })
    expect(scoreChecklist(checklist, {}).flags).toEqual([])
    expect(content.flags.length).toBeGreaterThanOrEqual(2)
    const bad = scoreChecklist(checklist, allAnswered(content, 'no'))
    expect(bad.score).toBe(0)
    expect(bad.flags.map(({ id }) => id)).toEqual(content.flags.map(({ id }) => id))
    expect(bad.findings.length).toBe(bad.asked)
  })

  test.each(checklists.map((content) => [content.id, content] as const))(
    '%s: has enough topics for a picture, each with questions',
    (_id, { topics, questions }) => {
      expect(topics.length).toBeGreaterThanOrEqual(3)
      for (const { id } of topics) expect(questions.filter(({ topic }) => topic === id).length, id).toBeGreaterThanOrEqual(1)
    },
  )
})
