import { expect, test } from 'vitest'
import { compileChecklist } from '../../../engine/checklist.ts'
import { scoreChecklist } from '../../../engine/checklist-score.ts'
import { checklistOf, questionOf } from '../../../engine/testing/small-checklist.ts'
import { aboutPage, pagesOf } from './pages.ts'

const content = checklistOf([questionOf('a', 'one', 'high', { phase: 'before-talks' }), questionOf('b', 'two', 'low', { who: ['agency'], phase: 'exit' })])
const pages = (answers: Record<string, string>) => pagesOf(content, scoreChecklist(compileChecklist(content), answers))

test('a topic has a page when something is asked in it, now or later', () => {
  expect(pages({})).toEqual([aboutPage, 'one', 'two'])
  expect(pages({ phase: 'before-talks' })).toEqual([aboutPage, 'one', 'two'])
})

test('a topic without a question for whoever answers has none', () => {
  expect(pages({ who: 'startup' })).toEqual([aboutPage, 'one'])
})
