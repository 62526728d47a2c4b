import { compileAgreement } from '../../engine/agreement.ts'
import type { Answers } from '../../engine/answers.ts'
import { createAssembler } from '../../engine/assemble.ts'
import { compileChecklist } from '../../engine/checklist.ts'
import { checklistReport } from '../../engine/checklist-report.ts'
import type { AssembledDocument } from '../../engine/document.ts'
import { withMemo } from '../../engine/drafting-memo.ts'
import type { Language } from '../../engine/language.ts'
import type { ContentPackage } from '../../engine/template.ts'

type Draft = {
  readonly content: ContentPackage
  readonly contentHash: string
  readonly answers: Answers
  readonly languages: readonly Language[]
  readonly hasNotes: boolean
}

/** The document of a draft: the filled agreement, with notes for one's own side if wanted, or the report of a checklist. */
export function buildDocument({ content, contentHash, answers, languages, hasNotes }: Draft): AssembledDocument {
  if (content.kind === 'checklist') return checklistReport(compileChecklist(content), answers, languages, contentHash)
  const agreement = compileAgreement(content)
  const document = createAssembler(agreement, contentHash)(answers, languages)
  return hasNotes ? withMemo(document, agreement, answers) : document
}
