import { draftIdSchema } from '../../shared/contract/ids.ts'
import { AppError } from '../../shared/errors.ts'
import { shareAnswer } from '../suites/shared-answers.ts'
import { searchWords } from '../storage/search-words.ts'
import { refuseOversized } from './answer-size.ts'
import { findDraft, findEditableDraft, wholeDraft } from './draft-access.ts'
import { answersFromGuide } from './guide.ts'
import type { Implementer } from './implementer.ts'
import { requireLanguages } from './library.ts'
import type { Services } from './services.ts'

/** Drafts: begun from a template, answered one question at a time, thrown away and fetched back. */
export function implementDrafts(implementer: Implementer, services: Services) {
  const { environment, library, storage, summaries } = services
  const { drafts } = implementer
  return drafts.router({
    list: drafts.list.handler(({ input }) => storage.drafts.list(input).map((draft) => summaries.of(draft))),

    create: drafts.create.handler(({ input }) => {
      const { content, hash } = library.entry(input.templateId)
      requireLanguages(content, input.languages)
      const begun = input.guide === undefined ? {} : answersFromGuide(library, content, input.guide)
      const id = draftIdSchema.parse(environment.newId())
      const at = environment.now()
      storage.atomically(() => {
        storage.contents.put(content, hash, at)
        storage.drafts.insert({ id, contentHash: hash, name: input.name, languages: input.languages, at })
        for (const [question, value] of Object.entries(begun)) storage.drafts.saveAnswer(id, question, value, searchWords(content, question, value), at)
      })
      return wholeDraft(services, id)
    }),

    get: drafts.get.handler(({ input }) => wholeDraft(services, input.id)),

    rename: drafts.rename.handler(({ input }) => {
      findEditableDraft(services, input.id)
      storage.drafts.rename(input.id, input.name, environment.now())
      return summaries.of(findDraft(services, input.id))
    }),

    duplicate: drafts.duplicate.handler(({ input }) => {
      const original = findDraft(services, input.id)
      const id = draftIdSchema.parse(environment.newId())
      storage.atomically(() => {
        storage.drafts.insert({ id, contentHash: original.contentHash, name: input.name, languages: original.languages, at: environment.now() })
        storage.drafts.copyAnswers(original.id, id)
        storage.deviations.copy(original.id, id)
        storage.runs.copy(original.id, id)
        // One of the two has nothing to copy: an agreement deals with findings, a run has them.
        storage.findings.copyOfDraft(original.id, id, environment.now())
        storage.findings.copyOfRun(original.id, id, environment.now())
      })
      return summaries.of(findDraft(services, id))
    }),

    setLanguages: drafts.setLanguages.handler(({ input }) => {
      const draft = findEditableDraft(services, input.id)
      requireLanguages(storage.contents.get(draft.contentHash), input.languages)
      storage.drafts.setLanguages(input.id, input.languages, environment.now())
      return summaries.of(findDraft(services, input.id))
    }),

    saveAnswer: drafts.saveAnswer.handler(({ input: { id, question, value } }) => {
      const draft = findEditableDraft(services, id)
      if (value !== undefined) refuseOversized(question, value)
      const words = value === undefined ? '' : searchWords(storage.contents.get(draft.contentHash), question, value)
      const updatedAt = environment.now()
      storage.atomically(() => {
        const suite = storage.suites.of(id)
        const before = suite === undefined ? undefined : storage.drafts.answers(id)[question]
        storage.drafts.saveAnswer(id, question, value, words, updatedAt)
        if (suite !== undefined) shareAnswer(storage, suite, { draft: id, question, before, value, at: updatedAt })
      })
      // An app that is open for days backs up while there is work, after the answer itself is safe.
      void storage.backUp()
      return { updatedAt }
    }),

    trash: drafts.trash.handler(({ input }) => {
      const draft = findDraft(services, input.id)
      if (draft.trashedAt === null) storage.drafts.setTrashed(input.id, environment.now())
      return summaries.of(findDraft(services, input.id))
    }),

    restore: drafts.restore.handler(({ input }) => {
      findDraft(services, input.id)
      storage.drafts.setTrashed(input.id, null)
      return summaries.of(findDraft(services, input.id))
    }),

    remove: drafts.remove.handler(({ input }) => {
      const draft = findDraft(services, input.id)
      if (draft.trashedAt === null) throw new AppError('draftNotInTrash', { details: { draft: input.id } })
      storage.atomically(() => {
        storage.drafts.remove(input.id)
        storage.contents.removeUnused()
      })
      summaries.forget(input.id)
      return { name: draft.name }
    }),
  })
}
