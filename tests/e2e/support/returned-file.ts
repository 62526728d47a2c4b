// A partner's Word file, made from what the draft would export, edited the way people do: tracked, silent, in one language only.
import type { Page } from '@playwright/test'

import { composeExport } from '../../../src/core/export/compose-export.ts'
import { draftSchema } from '../../../src/shared/contract/core.ts'
import { editedWord, silentReplace, trackedAddition, trackedReplace } from '../../support/edited-word.ts'
import { call } from './page-ports.ts'

/** The mutual NDA with its sample answers in German and English, as it comes back from the other side. */
export const returnedNda = async (window: Page, id: string): Promise<Uint8Array> => {
  const answer = await call(window, 'core', 'drafts.get', { id }, 15_000)
  const draft = draftSchema.parse(answer?.body)
  const settings = {
    draft: { number: 1, hasWatermark: false },
    date: '2026-11-18T09:00:00Z',
    author: '',
    hasNotes: false,
    hasData: true,
    programVersion: '0.1.0',
  }
  const sent = await composeExport(draft, settings).write('docx')
  return editedWord(
    sent,
    trackedReplace('within 30 days thereafter', 'within 14 days thereafter'),
    trackedReplace('innerhalb von 30 Tagen', 'innerhalb von 14 Tagen'),
    silentReplace('Jede Partei entscheidet selbst', 'Jede Partei entscheidet allein und nach freiem Ermessen'),
    trackedReplace('No one is entitled to particular information.', 'No one is entitled to particular information or to its completeness.'),
    trackedAddition('is obvious from its nature', 'It was obtained during an audit.'),
  )
}
