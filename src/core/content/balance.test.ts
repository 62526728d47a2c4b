import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileAgreement } from '../../engine/agreement.ts'
import { balanceOf, degreeOf } from '../../engine/balance.ts'
import { interview } from '../../engine/interview.ts'
import { loadContent } from './load.ts'

const { packages } = await loadContent(join(import.meta.dirname, '../../../templates'))
const agreements = packages.flatMap(({ content }) => (content.kind === 'agreement' ? [content] : []))

test.each(agreements.map((content) => [content.id, content] as const))('an untouched draft of %s favours nobody', (_, content) => {
  const agreement = compileAgreement(content)
  const { overall, topics } = balanceOf(agreement, interview(agreement, {}, ['de', 'en']))
  // Where the parties must choose themselves, everything is open, which is not the middle but favours nobody either.
  expect(degreeOf(overall.lean ?? 0)).toBe(0)
  expect(Math.abs(overall.lean ?? 0)).toBeLessThan(0.1)
  expect(overall.decided + overall.open).toBe(topics.reduce((total, topic) => total + topic.clauses.length, 0))
})
