import { useDeferredValue, useMemo } from 'react'
import { compileAgreement, type Agreement } from '../../../engine/agreement.ts'
import type { Answers } from '../../../engine/answers.ts'
import { type AppliedDeviations, applyDeviations } from '../../../engine/apply-deviations.ts'
import { createAssembler } from '../../../engine/assemble.ts'
import type { Deviation } from '../../../engine/deviation.ts'
import { deviationFindings } from '../../../engine/deviation-findings.ts'
import type { AssembledDocument } from '../../../engine/document.ts'
import { findingsIn, type Finding } from '../../../engine/findings.ts'
import { interview, type Interview } from '../../../engine/interview.ts'
import type { Language } from '../../../engine/language.ts'
import type { AgreementPackage } from '../../../engine/template.ts'

export type EngineView = {
  readonly agreement: Agreement
  /** Where the questions stand, always in step with the fields. */
  readonly interview: Interview
  /** The document and what is open in it; may lag a moment behind fast typing, never behind a pause. */
  readonly document: AssembledDocument
  /** The answers the document was made from. */
  readonly documentAnswers: Answers
  readonly findings: readonly Finding[]
  /** What was agreed otherwise than the template says, by the row it shows in. */
  readonly deviations: AppliedDeviations['byRow']
}

/** Runs the engine on the answers of an open draft, in this process: a keystroke reaches the document without crossing to another. */
export function useEngine(
  content: AgreementPackage,
  contentHash: string,
  answers: Answers,
  languages: readonly Language[],
  deviations: readonly Deviation[],
): EngineView {
  const agreement = useMemo(() => compileAgreement(content), [content])
  const assemble = useMemo(() => createAssembler(agreement, contentHash), [agreement, contentHash])
  const current = useMemo(() => interview(agreement, answers, languages), [agreement, answers, languages])
  const shown = useDeferredValue(useMemo(() => ({ answers, languages, current }), [answers, languages, current]))
  const applied = useMemo(() => applyDeviations(assemble(shown.answers, shown.languages, shown.current), deviations), [assemble, shown, deviations])
  const found = useMemo(
    () => [...findingsIn(agreement, shown.current, shown.languages), ...deviationFindings(deviations, applied)],
    [agreement, shown, deviations, applied],
  )
  return { agreement, interview: current, document: applied.document, documentAnswers: shown.answers, findings: found, deviations: applied.byRow }
}
