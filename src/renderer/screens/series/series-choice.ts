import type { Language } from '../../../engine/language.ts'
import type { DraftId, FileHandle } from '../../../shared/contract/ids.ts'

/** A file or folder somebody chose in a dialog. */
export type Chosen = { readonly handle: FileHandle; readonly fileName: string }

/** Everything that is chosen before a series is written. */
export type SeriesChoice = {
  readonly templateId: string | undefined
  readonly languages: readonly Language[] | undefined
  readonly commonDraft: DraftId | null
  readonly table: Chosen | undefined
  readonly formats: readonly ('pdf' | 'docx')[]
  readonly isDraft: boolean
  readonly hasWatermark: boolean
  readonly hasGaps: boolean
  readonly hasData: boolean
  readonly folder: Chosen | undefined
}

// What was chosen is kept while one looks elsewhere, for as long as the window is open.
let remembered: SeriesChoice | undefined

/** Keeps what was chosen for when the screen is opened again. */
export function rememberChoice(choice: SeriesChoice): void {
  remembered = choice
}

/** What the screen opens with: what was chosen last, unless another agreement is asked for. */
export function choiceFor(templateId: string | undefined): SeriesChoice {
  const isSame = templateId === undefined || templateId === remembered?.templateId
  return isSame && remembered !== undefined ? remembered : { ...firstChoice, templateId }
}

/** What a series begins with: pairs of files, marked as drafts, that can be reopened. */
const firstChoice: SeriesChoice = {
  templateId: undefined,
  languages: undefined,
  commonDraft: null,
  table: undefined,
  formats: ['pdf', 'docx'],
  isDraft: true,
  hasWatermark: false,
  hasGaps: false,
  hasData: true,
  folder: undefined,
}
