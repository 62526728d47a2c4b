import { basename } from 'node:path'
import { planLines } from '../../engine/plan-lines.ts'
import { AppError } from '../../shared/errors.ts'
import { saveFile } from '../export/save-file.ts'
import { calendarLines, planCalendar } from '../plan/plan-calendar.ts'
import { planTable } from '../plan/plan-table.ts'
import { findDraft, runPlace } from './draft-access.ts'
import type { Implementer } from './implementer.ts'
import type { Services } from './services.ts'

/** The action plan of a run as a calendar or a table. */
export function implementPlans(implementer: Implementer, services: Services) {
  const { environment, storage, files } = services
  return implementer.plans.router({
    export: implementer.plans.export.handler(async ({ input: { id, handle, format, language }, signal }) => {
      const draft = findDraft(services, id)
      const content = storage.contents.get(draft.contentHash)
      if (content.kind !== 'checklist') throw new AppError('notAChecklist', { details: { draft: id } })
      const checklists = [content, ...runPlace(services, id).former.toReversed()]
      const lines = planLines(checklists, storage.drafts.answers(id), language)
      const written = format === 'ics' ? calendarLines(lines) : lines
      if (written.length === 0) throw new AppError('planEmpty', { details: { draft: id } })
      // The ticket last: a refused call leaves it good for the next try.
      const path = files.take(handle)
      const bytes = format === 'ics' ? planCalendar(lines, { run: id, name: draft.name, language, at: environment.now() }) : planTable(lines, language)
      await saveFile(path, bytes, { token: environment.newId(), signal })
      return { fileName: basename(path), steps: written.length, left: lines.length - written.length }
    }),
  })
}
