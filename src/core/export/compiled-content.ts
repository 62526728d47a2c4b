import { type Agreement, compileAgreement } from '../../engine/agreement.ts'
import { type Checklist, compileChecklist } from '../../engine/checklist.ts'
import type { AgreementPackage, ChecklistPackage } from '../../engine/template.ts'

const agreements = new WeakMap<AgreementPackage, Agreement>()
const checklists = new WeakMap<ChecklistPackage, Checklist>()

/** The compiled form of an agreement; compiled once for as long as the content is in use. Throws `TemplateErrors`. */
export function compiledAgreement(content: AgreementPackage): Agreement {
  const known = agreements.get(content)
  if (known !== undefined) return known
  const agreement = compileAgreement(content)
  agreements.set(content, agreement)
  return agreement
}

/** The compiled form of a checklist; compiled once for as long as the content is in use. */
export function compiledChecklist(content: ChecklistPackage): Checklist {
  const known = checklists.get(content)
  if (known !== undefined) return known
  const checklist = compileChecklist(content)
  checklists.set(content, checklist)
  return checklist
}
