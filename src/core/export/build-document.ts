import type { Answers } from '../../engine/answers.ts'
import { applyDeviations } from '../../engine/apply-deviations.ts'
import type { ContentHistory } from '../../engine/checklist-comparison.ts'
import { checklistReport } from '../../engine/checklist-report.ts'
import type { Deviation } from '../../engine/deviation.ts'
import { deviationFindings } from '../../engine/deviation-findings.ts'
import { registerEntries, registerSection } from '../../engine/deviation-register.ts'
import type { AssembledDocument } from '../../engine/document.ts'
import { withMemo } from '../../engine/drafting-memo.ts'
import type { Language } from '../../engine/language.ts'
import type { ChecklistPackage, ContentPackage } from '../../engine/template.ts'
import { assemblerFor, compiledAgreement, compiledChecklist } from './compiled-content.ts'

/** Of a checklist: the run before, with the content it was answered with, and questions the checklist no longer asks, with their answers. */
export type RunBackground = {
  readonly previous?: { readonly content: ChecklistPackage; readonly answers: Answers } | undefined
  readonly removed?: ContentHistory['removed'] | undefined
}

type Draft = {
  readonly content: ContentPackage
  readonly contentHash: string
  readonly answers: Answers
  readonly languages: readonly Language[]
  readonly hasNotes: boolean
  /** What was agreed otherwise than the template says. */
  readonly deviations?: readonly Deviation[] | undefined
  readonly background?: RunBackground | undefined
}

/** The document of a draft: the filled agreement, with notes for one's own side if wanted, or the report of a checklist. */
export function buildDocument({ content, contentHash, answers, languages, hasNotes, deviations = [], background = {} }: Draft): AssembledDocument {
  if (content.kind === 'checklist') {
    const { previous, removed } = background
    const before = previous && { checklist: compiledChecklist(previous.content), answers: previous.answers }
    return checklistReport(compiledChecklist(content), answers, languages, contentHash, { previous: before, removed })
  }
  const agreement = compiledAgreement(content)
  const applied = applyDeviations(assemblerFor(agreement, contentHash)(answers, languages), deviations)
  if (!hasNotes) return applied.document
  const document = withMemo(applied.document, agreement, answers, deviationFindings(deviations, applied))
  const entries = registerEntries(deviations, applied.stale)
  return entries.length === 0 ? document : { ...document, sections: [...document.sections, registerSection(entries, languages)] }
}
