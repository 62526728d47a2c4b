import { expect, test } from 'vitest'
import { compileAgreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { createAssembler } from './assemble.ts'
import { withMemo } from './drafting-memo.ts'
import { documentText } from './plain-text.ts'
import { smallAgreement, smallAnswers } from './testing/small-agreement.ts'

const agreement = compileAgreement(smallAgreement)

test('a page for one’s own side names what is open and why a clause reads as it does', () => {
  const answers = { ...smallAnswers, start: null }
  const text = documentText(withMemo(createAssembler(agreement)(answers, ['en']), agreement, answers))
  expect(text).toContain('- Start of Akatsuki (left open on purpose)')
  expect(text).toContain('- Joint results Own field. Each in its field.')
})

test('it says which side the draft favours, topic by topic', () => {
  const textFor = (answers: Answers) => documentText(withMemo(createAssembler(agreement)(answers, ['en']), agreement, answers))
  expect(textFor({ ...smallAnswers, joint: 'free' })).toMatch(
    /Balance of the draft\n+- Whole draft clearly favours Akatsuki \(67 of 100\)\n+- Other clauses clearly/,
  )
  expect(textFor({ ...smallAnswers, joint: 'own' })).toContain('- Whole draft balanced')
  expect(textFor({ ...smallAnswers, joint: null })).toContain('- Whole draft still open')
})

test('the rest of the document stays as it is', () => {
  const document = createAssembler(agreement)(smallAnswers, ['de', 'en'])
  const more = withMemo(document, agreement, smallAnswers)
  expect(more.sections.slice(0, -1)).toEqual(document.sections)
  expect(more.sections.at(-1)?.rows.every((row) => row.isFullWidth || row.cells.length === 2)).toBe(true)
})
