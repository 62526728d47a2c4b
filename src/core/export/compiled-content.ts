import { type Agreement, compileAgreement } from '../../engine/agreement.ts'
import { type Assembler, createAssembler } from '../../engine/assemble.ts'
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

const assemblers = new WeakMap<Agreement, { readonly contentHash: string; readonly assemble: Assembler }>()

/** The assembler of an agreement, kept with what it remembers: the next document of a series has most clauses in common with the one before. */
export function assemblerFor(agreement: Agreement, contentHash: string): Assembler {
  const known = assemblers.get(agreement)
  if (known?.contentHash === contentHash) return known.assemble
  const assemble = createAssembler(agreement, contentHash)
  assemblers.set(agreement, { contentHash, assemble })
  return assemble
}

/** The compiled form of a checklist; compiled once for as long as the content is in use. */
export function compiledChecklist(content: ChecklistPackage): Checklist {
  const known = checklists.get(content)
  if (known !== undefined) return known
  const checklist = compileChecklist(content)
  checklists.set(content, checklist)
  return checklist
}
