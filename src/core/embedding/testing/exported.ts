import { smallAgreement, smallAnswers } from '../../../engine/testing/small-agreement.ts'
import type { Answers } from '../../../engine/answers.ts'
import { contentHash } from '../../content/canonical-json.ts'
import { composeExport, type ExportSettings, type ExportSource } from '../../export/compose-export.ts'

/** Settings of an export for tests. */
export const settings: ExportSettings = {
  draft: undefined,
  date: '2026-11-25T09:00:00.000Z',
  author: '',
  hasNotes: false,
  hasData: true,
  programVersion: '0.1.0',
}

/** The small agreement with complete answers. */
export function source(answers: Answers = smallAnswers): ExportSource {
  return { content: smallAgreement, contentHash: contentHash(smallAgreement), answers, languages: ['de', 'en'] }
}

/** An exported file of the small agreement. */
export function exported(format: 'pdf' | 'docx', answers?: Answers, changed: Partial<ExportSettings> = {}): Promise<Uint8Array> {
  return composeExport(source(answers), { ...settings, ...changed }).write(format)
}
