import { describe, expect, test } from 'vitest'
import { type Agreement, compileAgreement } from '../../../src/engine/agreement.ts'
import type { Answers } from '../../../src/engine/answers.ts'
import { createAssembler } from '../../../src/engine/assemble.ts'
import { withMemo } from '../../../src/engine/drafting-memo.ts'
import type { Language } from '../../../src/engine/language.ts'
import { languageCombinations, packedVariants, type Variant, withAlternative } from '../support/alternatives.ts'
import { samplesOf } from '../support/content.ts'
import type { Difference } from './compare.ts'
import { parityOf } from './read-all.ts'

const agreements = (await samplesOf('agreement')).flatMap(({ content, hash, sample }) =>
  content.kind === 'agreement' ? [{ id: content.id, agreement: compileAgreement(content), hash, sample }] : [],
)

test('there are agreements to compare', () => {
  expect(agreements.length).toBeGreaterThan(0)
})

describe.each(agreements)('$id', ({ id, agreement, hash, sample }) => {
  const assemble = createAssembler(agreement, hash)
  const variants = packedVariants(agreement, sample)
  const combinations = languageCombinations(agreement)
  // Gaps and the page of one’s own are the same words in every pair; Japanese alone and the first pair, both ways round, show them.
  const shown = combinations.filter(({ languages, hasOnlySample }) => !hasOnlySample || !languages.includes('ja'))

  test.each(combinations)('PDF, DOCX, preview and text say the same in $name, whatever is chosen', async ({ languages, hasOnlySample }) => {
    // What an alternative says depends neither on its side nor on what stands beside it.
    for (const variant of hasOnlySample ? variants.slice(0, 1) : variants) {
      const differences = await parityOf(assemble(variant.answers, languages))
      expect(differences.length === 0 ? [] : [await report(id, agreement, sample, variant, languages, differences)]).toEqual([])
    }
  })

  test.each(shown)('nothing answered in $name: every gap is the same in all of them', async ({ languages }) => {
    expect(await parityOf(assemble({}, languages))).toEqual([])
  })

  test.each(shown)('the page for one’s own side in $name', async ({ languages }) => {
    expect(await parityOf(withMemo(assemble(sample, languages), agreement, sample))).toEqual([])
  })
})

/** What a person needs to find the place: agreement, languages, the alternatives to blame, clause, both texts. */
async function report(
  id: string,
  agreement: Agreement,
  sample: Answers,
  variant: Variant,
  languages: readonly Language[],
  differences: readonly Difference[],
): Promise<string> {
  const guilty: string[] = []
  for (const alternative of variant.alternatives) {
    const answers = withAlternative(agreement, sample, alternative)
    if (answers !== undefined && (await parityOf(createAssembler(agreement)(answers, languages))).length > 0)
      guilty.push(`${alternative.question} = ${alternative.alternative}`)
  }
  const cause = guilty.length > 0 ? guilty.join(', ') : variant.name
  return [
    `${id} in ${languages.join(' + ')} with ${cause}:`,
    ...differences.map(({ clause, language, message }) => `  ${[clause, language].filter((part) => part !== '').join(', ')}: ${message}`),
  ].join('\n')
}
