import { actionsOf } from '../../engine/action-plan.ts'
import type { Answers } from '../../engine/answers.ts'
import { contentHistory } from '../../engine/checklist-comparison.ts'
import { runFacts } from '../../engine/checklist-run.ts'
import { scoreChecklist } from '../../engine/checklist-score.ts'
import { continuedAnswers, formerContents } from '../../engine/continued-run.ts'
import type { ChecklistPackage } from '../../engine/template.ts'
import { draftIdSchema } from '../../shared/contract/ids.ts'
import type { RunSummary } from '../../shared/contract/runs.ts'
import { AppError } from '../../shared/errors.ts'
import { compiledChecklist } from '../export/compiled-content.ts'
import type { StoredDraft } from '../storage/draft-store.ts'
import { searchWords } from '../storage/search-words.ts'
import { findDraft, findEditableDraft, wholeDraft } from './draft-access.ts'
import type { Implementer } from './implementer.ts'
import { keepRevision } from './keep-revision.ts'
import { requireLanguages } from './library.ts'
import type { Services } from './services.ts'

/** Runs of checklists: which there are, the next one after one, and an old one with the newer checklist. */
export function implementRuns(implementer: Implementer, services: Services) {
  const { environment, library, storage } = services
  const { runs } = implementer

  /** The checklist a new run is begun with. One that is no longer installed goes on as the run has it. */
  const installed = (content: ChecklistPackage, hash: string): { readonly content: ChecklistPackage; readonly hash: string } => {
    const isThere = library.summaries().some(({ id, kind }) => id === content.id && kind === 'checklist')
    const entry = isThere ? library.entry(content.id) : undefined
    return entry?.content.kind === 'checklist' ? { content: entry.content, hash: entry.hash } : { content, hash }
  }

  return runs.router({
    list: runs.list.handler(({ input }) =>
      storage.drafts
        .list({ search: '', isTrash: false })
        .filter(({ contentHash }) => isRunOf(services, contentHash, input.templateId))
        .flatMap((draft) => readable(() => [summaryOf(services, draft, checklistOf(services, draft))])),
    ),

    repeat: runs.repeat.handler(({ input }) => {
      const before = findEditableDraft(services, input.id)
      const next = installed(checklistOf(services, before), before.contentHash)
      requireLanguages(next.content, before.languages)
      const id = draftIdSchema.parse(environment.newId())
      const at = environment.now()
      storage.atomically(() => {
        storage.contents.put(next.content, next.hash, at)
        storage.drafts.insert({ id, contentHash: next.hash, name: input.name, languages: before.languages, at })
        storage.runs.begin(id, before.id, formerContents(storage.runs.get(before.id).former, before.contentHash, next.hash))
        storage.findings.copyOfRun(before.id, id, at)
        for (const [question, value] of Object.entries(continuedAnswers(storage.drafts.answers(before.id)))) {
          storage.drafts.saveAnswer(id, question, value, searchWords(next.content, question, value), at)
        }
      })
      return { id, name: input.name }
    }),

    renew: runs.renew.handler(({ input }) => {
      const draft = findEditableDraft(services, input.id)
      const content = checklistOf(services, draft)
      if (!library.hasNewer(content)) throw new AppError('nothingNewer', { details: { template: content.id } })
      const newer = installed(content, draft.contentHash)
      requireLanguages(newer.content, draft.languages)
      const at = environment.now()
      storage.atomically(() => {
        keepRevision(services, input.id, input.nameOfCurrent)
        storage.contents.put(newer.content, newer.hash, at)
        storage.runs.setFormer(input.id, formerContents(storage.runs.get(input.id).former, draft.contentHash, newer.hash))
        storage.drafts.setContent(input.id, newer.hash, at)
      })
      const { added, reworded, removed } = contentHistory(newer.content, wholeDraft(services, input.id).run?.former ?? [], storage.drafts.answers(input.id))
      return { added: added.size, reworded: reworded.size, removed: removed.length }
    }),

    previous: runs.previous.handler(({ input }) => {
      checklistOf(services, findDraft(services, input.id))
      const { previous } = storage.runs.get(input.id)
      if (previous === null) return null
      const draft = findDraft(services, previous)
      const content = checklistOf(services, draft)
      return { summary: summaryOf(services, draft, content), contentHash: draft.contentHash, content, answers: storage.drafts.answers(previous) }
    }),
  })
}

function isRunOf({ storage }: Services, contentHash: string, wanted: string | undefined): boolean {
  const { kind, templateId } = storage.contents.identity(contentHash)
  return kind === 'checklist' && (wanted === undefined || templateId === wanted)
}

/** The checklist of a run, or `notAChecklist`. */
function checklistOf({ storage }: Services, { id, contentHash }: StoredDraft): ChecklistPackage {
  const content = storage.contents.get(contentHash)
  if (content.kind !== 'checklist') throw new AppError('notAChecklist', { details: { draft: id } })
  return content
}

/** One run whose content cannot be read must not take the whole list away; opening it says what is wrong. */
function readable<Item>(read: () => readonly Item[]): readonly Item[] {
  try {
    return read()
  } catch (error) {
    if (error instanceof AppError && error.code === 'contentMissing') return []
    throw error
  }
}

function summaryOf({ storage }: Services, draft: StoredDraft, content: ChecklistPackage): RunSummary {
  const answers: Answers = storage.drafts.answers(draft.id)
  const result = scoreChecklist(compiledChecklist(content), answers)
  const facts = runFacts(answers)
  const plan = actionsOf(answers)
  return {
    id: draft.id,
    name: draft.name,
    templateId: content.id,
    templateTitle: content.title,
    organisation: facts.organisation ?? '',
    assessedOn: facts.assessed_on ?? null,
    createdAt: draft.createdAt,
    updatedAt: draft.updatedAt,
    previous: storage.runs.get(draft.id).previous,
    score: result.score ?? null,
    answered: result.answered,
    asked: result.asked,
    redFlags: result.flags.length,
    openSteps: plan.filter(({ state }) => state === 'open').map(({ due }) => due),
    doneSteps: plan.filter(({ state }) => state === 'done').length,
  }
}
