import { compileAgreement, type Agreement } from './agreement.ts'
import type { Answers, Party } from './answers.ts'
import { applyDeviations } from './apply-deviations.ts'
import { createAssembler } from './assemble.ts'
import { compileChecklist } from './checklist.ts'
import { scoreChecklist } from './checklist-score.ts'
import type { Deviation } from './deviation.ts'
import { deviationFindings } from './deviation-findings.ts'
import { findingsIn } from './findings.ts'
import { interview } from './interview.ts'
import type { Language } from './language.ts'
import { partiesInAnswer } from './role-parties.ts'
import type { AgreementPackage, ContentPackage } from './template.ts'

/** The numbers the list of drafts shows. `openPoints` counts what is missing, open, invalid or contradictory; `risks` the legal risks or red flags. */
export type DraftCounts = { readonly answered: number; readonly asked: number; readonly openPoints: number; readonly risks: number; readonly partner: string }

const compiled = new WeakMap<AgreementPackage, Agreement>()

/** Sums up a draft for lists. Content that no longer compiles counts as nothing asked. */
export function summarize(content: ContentPackage, answers: Answers, languages: readonly Language[], deviations: readonly Deviation[] = []): DraftCounts {
  if (content.kind === 'checklist') {
    const result = scoreChecklist(compileChecklist(content), answers)
    const { organisation } = answers
    return {
      answered: result.answered,
      asked: result.asked,
      openPoints: result.asked - result.answered,
      risks: result.findings.filter(({ level }) => level === 'high').length,
      partner: typeof organisation === 'string' ? organisation : '',
    }
  }
  const agreement = compiled.get(content) ?? compileAgreement(content)
  compiled.set(content, agreement)
  const current = interview(agreement, answers, languages)
  // Only with deviations does the list need the document itself, which takes longer than all the rest.
  const agreed =
    deviations.length === 0 ? [] : deviationFindings(deviations, applyDeviations(createAssembler(agreement)(answers, languages, current), deviations))
  const found = [...findingsIn(agreement, current, languages), ...agreed]
  return {
    answered: current.answered,
    asked: current.asked,
    openPoints: found.filter(({ kind }) => kind === 'missing' || kind === 'openOnPurpose' || kind === 'invalid' || kind === 'error').length,
    risks: found.filter(({ kind }) => kind === 'risk').length,
    partner: content.roles.flatMap(({ id }) => partiesInAnswer(agreement.questions.get(id), answers[id]).flatMap(partyName)).join(' · '),
  }
}

function partyName({ shortName, name }: Party): readonly string[] {
  const known = shortName || name
  return known === '' ? [] : [known]
}
