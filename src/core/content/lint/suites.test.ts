import { describe, expect, it } from 'vitest'
import { suiteFileSchema } from '../../../engine/suite-content.ts'
import type { Question } from '../../../engine/template.ts'
import { parseSource } from '../source-file.ts'
import { createReport, type LintFinding } from './finding.ts'
import { lintSuite } from './suites.ts'

const good = `id: both
version: 1.0.0
title: { de: T, en: T }
purpose: { de: Z, en: P }
documents:
  - { agreement: talks, map: { first: company } }
  - { agreement: samples, when: "has_samples" }
`
const yesNo = (id: string): Question => ({ type: 'yesNo', id, label: { de: id, en: id }, laws: [], required: true })
const party = (id: string): Question => ({ ...yesNo(id), type: 'party' })
const agreements = [
  { id: 'talks', questions: new Map([party('first'), yesNo('has_samples'), yesNo('company')].map((question) => [question.id, question])) },
  { id: 'samples', questions: new Map([party('company')].map((question) => [question.id, question])) },
].map((agreement, index) => (index === 0 ? { ...agreement, questions: new Map([...agreement.questions].filter(([id]) => id !== 'company')) } : agreement))

function lintText(text: string): readonly LintFinding[] {
  const findings: LintFinding[] = []
  const { source, problems } = parseSource('suites/both/suite.yaml', text, suiteFileSchema)
  if (source === undefined) throw new Error(JSON.stringify(problems))
  lintSuite({ id: 'both', root: '', folder: 'suites/both', isOwn: false, settings: source }, agreements, createReport(findings))
  return findings
}

describe('linting a suite', () => {
  it('finds nothing in a good one', () => {
    expect(lintText(good)).toEqual([])
  })
  it.each([
    ['an agreement that does not exist', 'agreement: samples', 'agreement: sample', 'unknown-agreement', 'did you mean "samples"?'],
    ['an agreement twice', '{ agreement: samples, when: "has_samples" }', '{ agreement: talks, map: { first: company } }', 'duplicate-id', 'stands twice'],
    ['a name for a question that is not there', '{ first: company }', '{ frist: company }', 'unknown-question', 'did you mean "first"?'],
    ['two questions of one document under one name', '{ first: company }', '{ first: company, has_samples: company }', 'duplicate-id', 'a name of its own'],
    ['one name for questions of another kind', 'first: company', 'has_samples: company, first: other', 'different-questions', 'type yesNo and of type party'],
    [
      'a condition over a later document',
      'when: "has_samples"',
      'when: "company.name == \'x\' and later"',
      'unknown-question',
      'no earlier document asks "later"',
    ],
    ['a condition that is always true', 'when: "has_samples"', 'when: "has_samples or not has_samples"', 'condition-always-true', 'always true'],
    ['a condition that cannot be read', 'when: "has_samples"', 'when: "has_samples and"', 'condition-syntax', 'too early'],
  ])('finds %s', (_, from, to, rule, words) => {
    expect(good).toContain(from)
    const found = lintText(good.replace(from, () => to)).filter((finding) => finding.rule === rule)
    expect(found.map(({ cause, fix }) => `${cause}; ${fix}`).join('\n')).toContain(words)
  })
})
