import { expect, test } from 'vitest'
import { compileAgreement } from '../../../engine/agreement.ts'
import { createAssembler } from '../../../engine/assemble.ts'
import { smallAgreement } from '../../../engine/testing/small-agreement.ts'
import { compareFacts } from './facts.ts'

const differences = (de: string, ja: string): readonly string[] => {
  const texts = { de: `# Vertrag\n\n## Frist {#term}\n\n${de}\n`, ja: `# 契約書\n\n## 期間 {#term}\n\n${ja}\n` }
  const assemble = createAssembler(compileAgreement({ ...smallAgreement, texts }))
  const [one, other] = (['de', 'ja'] as const).map((language) => ({ language, document: assemble({}, [language]) }))
  return one === undefined || other === undefined ? ['no documents'] : compareFacts(one, other).map(({ cause }) => cause)
}

test('a number German writes out may be a figure in Japanese, and must be the same', () => {
  expect(differences('Die Frist ist zwei Wochen nach 14 Tagen.', '期間は、14日後から2週間とする。')).toEqual([])
  expect(differences('Die Frist ist zwei Wochen.', '期間は、3週間とする。')).toHaveLength(1)
  expect(differences('Die Frist ist zwei Wochen nach 14 Tagen.', '期間は、2週間とする。')).toHaveLength(1)
})

test('a month is a figure in Japanese', () => {
  expect(differences('Fällig ist Ende März.', '支払期限は、3月末とする。')).toEqual([])
  expect(differences('Fällig ist Ende März.', '支払期限は、4月末とする。')).toHaveLength(1)
})

test('the numbers of sentences are left out in every language', () => {
  expect(differences('§ 12 Abs. 1 Satz 4 PatG gilt.', 'PatG第12条第1項第4文を適用する。')).toEqual([])
})
