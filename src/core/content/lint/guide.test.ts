import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { guideFileSchema } from '../../../engine/guide-content.ts'
import { compileCondition } from '../../../engine/liquid.ts'
import type { Question } from '../../../engine/template.ts'
import { parseSource } from '../source-file.ts'
import { createReport, type LintFinding } from './finding.ts'
import { lintGuide } from './guide.ts'
import { createSearch } from './guide-search.ts'

const good = `version: 1.0.0
title: { de: Titel, en: Title }
lead: { de: Text, en: Text }
questions:
  - id: secrets
    question: { de: Geheim?, en: Secret? }
    short: { de: Geheim, en: Secret }
    options: [{ id: "no", label: { de: Nein, en: "No" } }, { id: "yes", label: { de: Ja, en: "Yes" } }]
  - id: sides
    question: { de: Wer?, en: Who? }
    short: { de: Wer, en: Who }
    when: "secrets == 'yes'"
    options: [{ id: one, label: { de: Einer, en: One } }, { id: both, label: { de: Beide, en: Both } }]
documents:
  - { agreement: nda, title: { de: GHV, en: NDA } }
  - { agreement: later, planned: true, title: { de: Später, en: Later } }
stages: [{ id: first, title: { de: Zuerst, en: First } }]
rules:
  - { id: none, stage: first, agreement: later, when: "secrets == 'no' or sides == 'one'", reason: { de: G, en: R } }
  - { id: both, stage: first, agreement: nda, when: "sides == 'both'", reason: { de: G, en: R } }
models:
  - { id: quiet, when: "secrets == 'no' or secrets == 'yes'", title: { de: T, en: T }, summary: { de: S, en: S }, points: [{ de: P, en: P }] }
avoid:
  - { id: not-nda, agreement: nda, when: "sides == 'one'", reason: { de: G, en: R } }
fill:
  - { question: has_secrets, when: "secrets == 'yes'", value: true }
`
const question: Question = { type: 'yesNo', id: 'has_secrets', label: { de: 'G', en: 'S' }, laws: [], required: true }
const agreements = [{ id: 'nda', questions: new Map([[question.id, question]]) }]

function lintText(text: string): readonly LintFinding[] {
  const findings: LintFinding[] = []
  const { source, problems } = parseSource('guide.yaml', text, guideFileSchema)
  if (source === undefined) throw new Error(JSON.stringify(problems))
  lintGuide(source, agreements, createReport(findings))
  return findings
}

/** One defect each: what is replaced, the rule that speaks, and words of its cause or fix. */
const defects: readonly (readonly [string, string, string, string, string])[] = [
  ['a combination without a document', `or sides == 'one'", reason`, `", reason`, 'no-outcome', 'secrets: yes, sides: one'],
  ['a combination without a model', `when: "secrets == 'no' or secrets == 'yes'"`, `when: "secrets == 'no'"`, 'no-outcome', 'no model'],
  ['a rule that is never reached', `when: "sides == 'both'"`, `when: "sides == 'both' and secrets == 'no'"`, 'condition-never-true', '"both" in "rules"'],
  [
    'a question that is never asked',
    `when: "secrets == 'yes'"\n    options`,
    `when: "secrets != 'yes' and secrets != 'no'"\n    options`,
    'condition-never-true',
    'never asked',
  ],
  ['an agreement that does not exist', 'agreement: later, planned: true', 'agreement: later', 'unknown-agreement', 'planned: true'],
  ['an agreement that is not listed', 'agreement: nda, when: "sides ==', 'agreement: ndaa, when: "sides ==', 'unknown-agreement', 'did you mean "nda"?'],
  ['a stage that does not exist', 'stage: first, agreement: nda', 'stage: firts, agreement: nda', 'unknown-stage', 'did you mean "first"?'],
  ['an option that does not exist', `"sides == 'both'"`, `"sides == 'bth' or sides == 'both'"`, 'unknown-option', 'did you mean "both"?'],
  ['a question that does not exist', `"sides == 'both'"`, `"side == 'both'"`, 'unknown-question', 'did you mean "sides"?'],
  ['a question of its own condition', `when: "secrets == 'yes'"\n    options`, `when: "sides == 'both'"\n    options`, 'later-question', 'asked later'],
  ['a condition with both joints', `"sides == 'both'"`, `"sides == 'both' or sides == 'one' and secrets == 'yes'"`, 'condition-syntax', 'brackets'],
  ['an id twice', 'id: both, stage', 'id: none, stage', 'duplicate-id', 'stands twice'],
  ['an answer nobody asks for', 'question: has_secrets', 'question: has_secret', 'unknown-question', 'did you mean "has_secrets"?'],
  ['an answer the question does not take', 'value: true', 'value: 3', 'bad-fill', 'no possible answer'],
  [
    'a document without a rule',
    `agreement: later, when: "secrets == 'no' or sides == 'one'"`,
    `agreement: nda, when: "secrets == 'no' or sides == 'one'"`,
    'unused-document',
    'no rule leads to "later"',
  ],
]

describe('linting the guide', () => {
  it('finds nothing in a good one', () => {
    expect(lintText(good)).toEqual([])
  })

  it.each(defects)('finds %s', (_, from, to, rule, words) => {
    expect(good).toContain(from)
    const found = lintText(good.replace(from, () => to))
    expect(found).toContainEqual(expect.objectContaining({ rule, file: 'guide.yaml' }))
    expect(
      found
        .filter((finding) => finding.rule === rule)
        .map(({ cause, fix }) => `${cause}; ${fix}`)
        .join('\n'),
    ).toContain(words)
  })

  it('says which answer changes nothing', () => {
    const unused = good.replace(
      'documents:',
      () => `  - id: extra
    question: { de: Noch?, en: More? }
    short: { de: Noch, en: More }
    options: [{ id: "no", label: { de: Nein, en: "No" } }, { id: "yes", label: { de: Ja, en: "Yes" } }]
documents:`,
    )
    expect(lintText(unused)).toMatchObject([{ rule: 'unused-question', severity: 'warning' }])
  })
})

describe('the search for answers', () => {
  it('looks at every combination of the installed guide in no time, and agrees with trying them at random', async () => {
    const text = await readFile(path.resolve(import.meta.dirname, '../../../../templates/guide.yaml'), 'utf8')
    const { source } = parseSource('guide.yaml', text, guideFileSchema)
    if (source === undefined) throw new Error('the guide of the project cannot be read')
    const search = createSearch(source.value)
    const conditions = source.value.rules.map(({ when }) => compileCondition(when))
    expect(search.find(conditions, false)).toBeUndefined()
    // Without one of the rules that alone serve some answers, a gap is found.
    expect(search.find(conditions.slice(0, -1), false)).toMatchObject({ who: 'companies', secrets: 'none', work: 'none' })
    for (const condition of conditions) expect(search.find([condition], true)).toBeDefined()
  })
})
