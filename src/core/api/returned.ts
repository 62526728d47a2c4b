import { basename } from 'node:path'
import type { Deviation } from '../../engine/deviation.ts'
import { registerDocument, registerEntries } from '../../engine/deviation-register.ts'
import type { AgreementPackage } from '../../engine/template.ts'
import type { DraftId } from '../../shared/contract/ids.ts'
import type { Reading, Review } from '../../shared/contract/returned.ts'
import { AppError } from '../../shared/errors.ts'
import { saveFile } from '../export/save-file.ts'
import { fileWriters } from '../export/writers.ts'
import { openPackage } from '../reading/open-package.ts'
import { readWordprocessing } from '../reading/read-wordprocessing.ts'
import { compareWithDraft, compareWithOrigin } from '../returned/compare-with-draft.ts'
import { draftDocument, type DraftSource } from '../returned/draft-document.ts'
import { inDocumentOrder, mergeChanges } from '../returned/merge-changes.ts'
import { driftFrom, readOrigin } from '../returned/origin.ts'
import { readReturnedFile } from '../returned/read-returned-file.ts'
import { findDraft, findEditableDraft } from './draft-access.ts'
import type { Implementer } from './implementer.ts'
import type { Services } from './services.ts'

/** Word files that come back: reading them, deciding about each change, the register of deviations. */
export function implementReturned(implementer: Implementer, services: Services) {
  const { environment, storage, files } = services
  const { returned } = implementer
  return returned.router({
    list: returned.list.handler(({ input }) => reviewOf(services, input.draftId)),

    read: returned.read.handler(async ({ input: { draftId, file } }) => {
      findEditableDraft(services, draftId)
      const source = sourceOf(services, draftId)
      const bytes = await readReturnedFile(files, file)
      const word = readWordprocessing(openPackage(bytes))
      const origin = readOrigin(bytes, source)
      const { changes, textBoxes } = origin === undefined ? compareWithDraft(word, source) : compareWithOrigin(word, origin)
      const at = environment.now()
      storage.atomically(() => {
        // Whoever dropped the draft into the trash meanwhile gets it back as it was.
        findEditableDraft(services, draftId)
        const merged = mergeChanges(storage.deviations.list(draftId), changes, { fileName: file.fileName, receivedAt: at, newId: environment.newId })
        storage.deviations.replace(draftId, inDocumentOrder(merged, draftDocument({ ...source, deviations: [] }).document), at)
      })
      const review = reviewOf(services, draftId)
      const undecided = review.deviations.filter(({ state }) => state === 'open')
      const reading: Reading = {
        fileName: file.fileName,
        found: changes.length,
        undecided: undecided.length,
        silent: changes.filter(({ isSilent }) => isSilent).length,
        textBoxes,
        answersChanged: origin === undefined ? 0 : driftFrom(origin, source),
        hasOrigin: origin !== undefined,
      }
      return { ...review, reading }
    }),

    decide: returned.decide.handler(({ input: { draftId, ids, state, note } }) => {
      findEditableDraft(services, draftId)
      const chosen = new Set(ids)
      const at = environment.now()
      const { authorName } = storage.settings.get()
      storage.atomically(() => {
        const before = storage.deviations.list(draftId)
        if (!before.some(({ id }) => chosen.has(id))) throw new AppError('deviationNotFound')
        const decided = before.map((deviation): Deviation => {
          if (!chosen.has(deviation.id)) return deviation
          const isOpen = state === 'open'
          return { ...deviation, state, decidedBy: isOpen ? '' : authorName, decidedAt: isOpen ? null : at, note: note ?? deviation.note }
        })
        storage.deviations.replace(draftId, decided, at)
      })
      void storage.backUp()
      return reviewOf(services, draftId)
    }),

    exportRegister: returned.exportRegister.handler(async ({ input: { draftId, handle, format, language }, signal }) => {
      const source = sourceOf(services, draftId)
      const { document, stale } = draftDocument(source)
      const register = registerDocument(document, registerEntries(source.deviations, stale), language)
      const path = files.take(handle)
      const write = await fileWriters(format)
      const { authorName } = storage.settings.get()
      const bytes = await write(register, {
        draft: undefined,
        date: environment.now(),
        author: authorName,
        hasNotes: false,
        ...(signal === undefined ? {} : { signal }),
      })
      await saveFile(path, bytes, { token: environment.newId(), signal })
      return { fileName: basename(path), bytes: bytes.byteLength }
    }),
  })
}

/** What the document of a draft is made from. A checklist has no clauses to disagree about: `fileOfOtherTemplate`. */
function sourceOf(services: Services, draftId: DraftId): DraftSource & { readonly content: AgreementPackage } {
  const { storage } = services
  const draft = findDraft(services, draftId)
  const content = storage.contents.get(draft.contentHash)
  if (content.kind !== 'agreement') throw new AppError('fileOfOtherTemplate')
  const { contentHash, languages } = draft
  return { content, contentHash, languages, answers: storage.drafts.answers(draftId), deviations: storage.deviations.list(draftId) }
}

function reviewOf(services: Services, draftId: DraftId): Review {
  const source = sourceOf(services, draftId)
  const stale = source.deviations.length === 0 ? [] : draftDocument(source).stale
  return { deviations: [...source.deviations], stale: stale.map(({ id }) => id) }
}
