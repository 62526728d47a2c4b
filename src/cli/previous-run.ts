import type { Answers } from '../engine/answers.ts'
import type { ChecklistPackage } from '../engine/template.ts'
import { readChecklistAnswers } from './checklist-answers.ts'
import { readExportedFile } from './exported-file.ts'
import { InputProblems } from './failure.ts'

/** The run a report is compared with, and the content it was answered with. */
export type PreviousRun = { readonly content: ChecklistPackage; readonly answers: Answers }

/** Reads the run before: an answers file, or an exported report, which brings the checklist it was made of. Throws `InputProblems` for another checklist. */
export async function readPreviousRun(source: string, content: ChecklistPackage): Promise<PreviousRun> {
  if (!/\.(?:pdf|docx)$/i.test(source)) return { content, answers: readChecklistAnswers(source, content) }
  const { draft, content: own } = await readExportedFile(source)
  if (draft.template.id !== content.id) throw new InputProblems([`${source}: it is no report of ${content.id}, but of ${draft.template.id}`])
  return { content: own?.kind === 'checklist' ? own : content, answers: draft.answers }
}
