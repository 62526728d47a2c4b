import { compileAgreement } from '../../engine/agreement.ts'
import type { Answers } from '../../engine/answers.ts'
import { createAssembler } from '../../engine/assemble.ts'
import { compileChecklist } from '../../engine/checklist.ts'
import { checklistReport } from '../../engine/checklist-report.ts'
import type { AssembledDocument } from '../../engine/document.ts'
import type { Language } from '../../engine/language.ts'
import type { ContentPackage } from '../../engine/template.ts'

/** The document of a draft: the filled agreement, or the report of a checklist. */
export function buildDocument(content: ContentPackage, contentHash: string, answers: Answers, languages: readonly Language[]): AssembledDocument {
  if (content.kind === 'checklist') return checklistReport(compileChecklist(content), answers, languages, contentHash)
  return createAssembler(compileAgreement(content), contentHash)(answers, languages)
}
