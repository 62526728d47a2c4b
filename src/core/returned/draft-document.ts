import { type Agreement, compileAgreement } from '../../engine/agreement.ts'
import type { Answers } from '../../engine/answers.ts'
import { type AppliedDeviations, applyDeviations } from '../../engine/apply-deviations.ts'
import { createAssembler } from '../../engine/assemble.ts'
import type { Deviation } from '../../engine/deviation.ts'
import type { Language } from '../../engine/language.ts'
import type { AgreementPackage } from '../../engine/template.ts'

const compiled = new WeakMap<AgreementPackage, Agreement>()

/** What the document of an agreement is made from. */
export type DraftSource = {
  readonly content: AgreementPackage
  readonly contentHash: string
  readonly answers: Answers
  readonly languages: readonly Language[]
  readonly deviations: readonly Deviation[]
}

/** The document of an agreement with what was agreed otherwise. A template is compiled once, which takes longer than the rest. */
export function draftDocument({ content, contentHash, answers, languages, deviations }: DraftSource): AppliedDeviations {
  const agreement = compiled.get(content) ?? compileAgreement(content)
  compiled.set(content, agreement)
  return applyDeviations(createAssembler(agreement, contentHash)(answers, languages), deviations)
}
