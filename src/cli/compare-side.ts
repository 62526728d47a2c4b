import { type Agreement, compileAgreement } from '../engine/agreement.ts'
import type { Answers } from '../engine/answers.ts'
import { findings } from '../engine/findings.ts'
import type { Language } from '../engine/language.ts'
import type { AgreementPackage } from '../engine/template.ts'
import { readAnswers } from './answers-file.ts'
import { InputProblems } from './failure.ts'
import { findingLine } from './finding-lines.ts'

/** One side of a comparison: an agreement and its answers. */
export type CompareSide = { readonly agreement: Agreement; readonly hash: string; readonly answers: Answers }

/** The word that stands for the template nobody has answered yet. */
const untouched = 'template'

/** Reads a side from an answers file, or takes the untouched template. Unusable answers are refused; missing ones are gaps. */
export function readSide(source: string, content: AgreementPackage, hash: string, languages: readonly Language[]): CompareSide {
  const agreement = compileAgreement(content)
  const answers = source === untouched ? {} : readAnswers(source, [...agreement.questions.keys()])
  const unusable = findings(agreement, answers, languages).filter(({ kind }) => kind === 'invalid')
  if (unusable.length > 0) throw new InputProblems(unusable.map((finding) => `${findingLine(finding)} (in ${source === '-' ? 'standard input' : source})`))
  return { agreement, hash, answers }
}
