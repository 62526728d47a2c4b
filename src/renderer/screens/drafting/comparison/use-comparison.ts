import { useMemo } from 'react'
import { compileAgreement, type Agreement } from '../../../../engine/agreement.ts'
import { applyDeviations } from '../../../../engine/apply-deviations.ts'
import { createAssembler } from '../../../../engine/assemble.ts'
import { answerChanges, type AnswerChange } from '../../../../engine/comparison/answer-changes.ts'
import { clauseChanges, hasChanges, type ClauseChange } from '../../../../engine/comparison/clause-changes.ts'
import { compareDocuments } from '../../../../engine/comparison/redline.ts'
import type { AssembledDocument } from '../../../../engine/document.ts'
import type { Language } from '../../../../engine/language.ts'
import type { AgreementPackage } from '../../../../engine/template.ts'
import type { SideContent } from '../../../../shared/contract/comparison.ts'

export type ComparisonResult = {
  readonly redline: AssembledDocument
  readonly answers: readonly AnswerChange[]
  readonly clauses: readonly ClauseChange[]
  readonly differs: boolean
  /** False when the two sides were begun with different versions of the template, or with different templates. */
  readonly isSameContent: boolean
}

const compiled = new WeakMap<AgreementPackage, Agreement>()

function agreementOf(side: SideContent): Agreement | undefined {
  const { content } = side
  if (content.kind !== 'agreement') return undefined
  const known = compiled.get(content) ?? compileAgreement(content)
  compiled.set(content, known)
  return known
}

/** Compares two sides in this process, by words, clauses and answers; undefined while one of them is not there yet. */
export function useComparison(
  before: SideContent | undefined,
  after: SideContent | undefined,
  languages: readonly Language[],
  language: Language,
): ComparisonResult | undefined {
  return useMemo(() => {
    const [old, fresh] = [before && agreementOf(before), after && agreementOf(after)]
    if (before === undefined || after === undefined || old === undefined || fresh === undefined) return undefined
    const draw = (agreement: Agreement, side: SideContent) =>
      applyDeviations(createAssembler(agreement, side.contentHash)(side.answers, languages), side.deviations).document
    const { redline } = compareDocuments(draw(old, before), draw(fresh, after))
    const answers = answerChanges({ agreement: old, answers: before.answers }, { agreement: fresh, answers: after.answers }, languages, language)
    return {
      redline,
      answers,
      clauses: clauseChanges(redline),
      differs: answers.length > 0 || hasChanges(redline),
      isSameContent: before.contentHash === after.contentHash,
    }
  }, [before, after, languages, language])
}
