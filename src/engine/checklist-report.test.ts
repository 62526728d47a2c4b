import { describe, expect, test } from 'vitest'
import { compileChecklist } from './checklist.ts'
import { checklistReport } from './checklist-report.ts'
import type { AssembledDocument, Chart, Table } from './document.ts'
import { inlineText } from './document.ts'
import { languages as all } from './language.ts'
import { documentText } from './plain-text.ts'
import { answerOf, checklistOf, questionOf, smallChecklist } from './testing/small-checklist.ts'

const law = { id: 'patg-3', cite: { de: '§ 3 PatG', en: 'Section 3 PatG' }, title: { de: 'Neuheit', en: 'Novelty' }, source: 'x', status: 'unconfirmed' }
const threeTopics = ['one', 'two', 'three'].map((id) => ({ id, title: { de: `Thema ${id}`, en: `Topic ${id}`, ja: `テーマ${id}` } }))
const content = checklistOf(
  [
    questionOf('a', 'one', 'high', { laws: ['patg-3'] }),
    questionOf('b', 'two', 'medium'),
    questionOf('c', 'three', 'low'),
    questionOf('d', 'three', 'high', { phase: 'exit' }),
  ],
  {
    topics: threeTopics,
    lawEntries: [{ ...law, checked: '2026-08-19' }],
    flags: [{ id: 'bad', when: "a == 'no'", title: { de: 'Gefahr', en: 'Danger' }, reason: { de: 'Darum', en: 'Because' }, questions: ['a'] }],
  },
)
const checklist = compileChecklist(content)
const answers = {
  organisation: '株式会社ミライ',
  assessed_on: '2026-11-18',
  phase: 'running',
  a: { value: 'no', note: 'n', evidence: 'e' },
  b: answerOf('unknown'),
  c: answerOf('yes'),
}

const sectionIds = ({ sections }: AssembledDocument): readonly string[] => sections.map(({ id }) => id)
const blocksOf = ({ sections }: AssembledDocument, id: string): AssembledDocument['sections'][number]['rows'][number]['cells'] =>
  sections.find((section) => section.id === id)?.rows.flatMap(({ cells }) => cells) ?? []
const chartsOf = (document: AssembledDocument): readonly Chart['chart'][] =>
  document.sections.flatMap(({ id }) => blocksOf(document, id).flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])))
const tablesOf = (document: AssembledDocument, id: string): readonly Table[] => blocksOf(document, id).filter((block) => block.kind === 'table')
const cellsOf = (table: Table | undefined): readonly (readonly string[])[] => table?.rows.map((row) => row.map((cell) => inlineText(cell))) ?? []

describe('the report of a run', () => {
  test('has its parts in the order a reader needs them, and none that says nothing', () => {
    const document = checklistReport(checklist, answers, ['en'])
    const parts = ['cover', 'summary', 'topics', 'matrix', 'findings', 'unknown', 'strengths', 'actions', 'answers', 'later', 'sources', 'scoring']
    expect(sectionIds(document)).toEqual(parts)
    expect(sectionIds(checklistReport(checklist, {}, ['en']))).toEqual(['cover', 'summary', 'answers', 'scoring'])
  })

  test('says the score, what it could be at best, where it comes from, and the red flags', () => {
    const text = documentText(checklistReport(checklist, answers, ['en']))
    expect(text).toContain('| Protection in place | 17\u00a0% | 1 of 6 points of the questions answered |')
    expect(text).toContain('| At best | 50\u00a0% | if the one “don’t know” turns out to be “yes” |')
    expect(text).toContain('| High risk | 2 | Questions 1, 2 |')
    expect(text).not.toContain('Low risk |')
    expect(text).toContain('Danger. Because (Question 1)')
    expect(text).toContain('High risk · Question 1 · Answer: no · likelihood 3 × impact 3 = 9')
    expect(text).toContain('Evidence: e')
  })

  test('draws three topics as a radar with the run before, and fewer as bars', () => {
    const previous = { checklist, answers: { ...answers, assessed_on: '2026-03-03', a: answerOf('partly') } }
    const [radar] = chartsOf(checklistReport(checklist, answers, ['de', 'ja'], '', { previous }))
    expect(radar).toMatchObject({
      kind: 'radar',
      axes: [{ label: 'Thema one / テーマone', value: 0, before: 0.5 }, { value: 0 }, { value: 1, text: '100\u00a0%' }],
      legend: { now: 'dieses Mal (18.11.2026) / 今回（2026年11月18日）', before: expect.stringContaining('03.03.2026') },
    })
    expect(chartsOf(checklistReport(smallChecklist, { a: answerOf('yes'), b: answerOf('no') }, ['en'])).map(({ kind }) => kind)).toEqual(['bars', 'matrix'])
  })

  test('puts every finding into its cell of the matrix', () => {
    const [, matrix] = chartsOf(checklistReport(checklist, { ...answers, c: answerOf('partly') }, ['en']))
    expect(matrix).toMatchObject({
      kind: 'matrix',
      rows: [
        {
          cells: [
            { level: 'medium', items: [] },
            { level: 'high', items: ['2'] },
            { level: 'high', items: ['1'] },
          ],
        },
        { cells: [{ level: 'low', items: ['3'] }, { items: [] }, { level: 'high', items: [] }] },
        { cells: [{ items: [] }, { items: [] }, { items: [] }] },
      ],
    })
  })

  test('prints the plan in the order people gave it, and proposals as long as there is none', () => {
    const proposals = checklistReport(checklist, answers, ['en'])
    expect(cellsOf(tablesOf(proposals, 'actions')[0])).toEqual([
      ['1', 'Get a (Question 1)', '', '18\u00a0Dec\u00a02026', 'high', 'open'],
      ['2', 'Get b (Question 2)', '', '18\u00a0Dec\u00a02026', 'high', 'open'],
    ])
    const actions = [
      { id: 'own-1', title: 'Call the lawyer', owner: 'Mori', due: '2026-12-01', priority: 'low', state: 'done' },
      { id: 'a', question: 'a' },
    ]
    const planned = checklistReport(checklist, { ...answers, actions }, ['en'])
    expect(cellsOf(tablesOf(planned, 'actions')[0])).toEqual([
      ['1', 'Call the lawyer', 'Mori', '1\u00a0Dec\u00a02026', 'low', 'done'],
      ['2', 'Get a (Question 1)', '', '', 'medium', 'open'],
    ])
    expect(documentText(planned)).toContain('Without an action so far: question 2.')
  })

  test('says what changed since the run before, and shows what the checklist no longer asks', () => {
    const previous = { checklist, answers: { assessed_on: '2026-03-03', phase: 'running', a: answerOf('unknown'), b: answerOf('yes'), c: answerOf('yes') } }
    const [former] = checklistOf([questionOf('old', 'one', 'high')]).questions
    if (former === undefined) throw new Error('no former question')
    const removed = [{ question: former, answer: { value: 'no', note: '', evidence: '' } }] as const
    const document = checklistReport(checklist, answers, ['en'], '', { previous, removed })
    const text = documentText(document)
    expect(text).toContain('### Since 3 March 2026')
    expect(text).toContain('Protection in place went from 50\u00a0% to 17\u00a0%. One answer has become better, one worse.')
    expect(cellsOf(tablesOf(document, 'changes')[0]).map(([number, , before, now, change]) => [number, before, now, change])).toEqual([
      ['1', 'don’t know', 'no', 'better'],
      ['2', 'yes', 'don’t know', 'worse'],
    ])
    expect(cellsOf(tablesOf(document, 'history')[0])).toEqual([['–', 'Is old there?', 'no', '']])
  })

  test('puts long notes below the table, whole', () => {
    const note = `${'Vorgang 1. '.repeat(450)}\n\n${'Vorgang 2. '.repeat(440)}Ende`
    const document = checklistReport(checklist, { ...answers, a: { value: 'no', note, evidence: '' } }, ['de', 'en'])
    expect(cellsOf(tablesOf(document, 'answers')[0])[0]?.[3]).toBe('siehe unter der Tabelle / see below the table')
    const text = documentText(document)
    expect(text.match(/Vorgang [12]\./g)).toHaveLength(890)
    expect(text).toContain('Frage 1 · Notiz / Question 1 · Note: Vorgang 1.')
  })

  test('names the sources it cites with the day they were checked, and says what is not confirmed', () => {
    expect(cellsOf(tablesOf(checklistReport(checklist, answers, ['de']), 'sources')[0])).toEqual([['§ 3 PatG', 'Neuheit', '19.08.2026\nStand nicht bestätigt']])
  })

  test.each(all)('has no words of another language in %s', (language) => {
    const text = documentText(checklistReport(checklist, answers, [language]))
    const strangers = { de: /\b(the|Question|Answer)\b/, en: /\b(und|Frage|Antwort)\b/, ja: /\b(und|Frage|Question|risk)\b/ }
    expect(text.replaceAll(/Is . there\?|Get .|why|consequence|. is missing|Topic \w+|Because|Danger/g, '')).not.toMatch(strangers[language])
  })
})
