import { summarize } from '../../engine/summary.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { draftIdSchema } from '../../shared/contract/ids.ts'
import { reopenTicketSchema } from '../../shared/contract/reopening.ts'
import { AppError } from '../../shared/errors.ts'
import type { EmbeddedDraft } from '../embedding/embedded-draft.ts'
import { type ReopenedFile, reopenFile } from '../embedding/reopen-file.ts'
import { templateState } from '../embedding/template-state.ts'
import { buildDocument } from '../export/build-document.ts'
import { readReturnedFile } from '../returned/read-returned-file.ts'
import { searchWords } from '../storage/search-words.ts'
import { refuseOversized } from './answer-size.ts'
import type { Implementer } from './implementer.ts'
import type { LibraryEntry } from './library.ts'
import type { Services } from './services.ts'

/** What was read and may be opened as a draft. */
type Kept = { readonly draft: EmbeddedDraft; readonly content: ContentPackage }

/** Files that were looked at and never opened are forgotten, oldest first. */
const maximumKept = 8

/** Exported files that are opened again: first what they are, then, if wanted, as a new draft. Nothing there is ever overwritten. */
export function implementReopening(implementer: Implementer, services: Services) {
  const { environment, library, storage, files } = services
  const { reopening } = implementer
  const kept = new Map<string, Kept>()

  const installedOf = ({ template, kind }: EmbeddedDraft): LibraryEntry | undefined => {
    const isThere = library.summaries().some((summary) => summary.id === template.id && summary.kind === kind)
    return isThere ? library.entry(template.id) : undefined
  }

  return reopening.router({
    read: reopening.read.handler(async ({ input }) => {
      const bytes = await readReturnedFile(files, input)
      const opened = reopenFile(bytes)
      const { draft } = opened
      const installed = installedOf(draft)
      const content = contentOf(opened, installed, services)
      const { answered, partner } = counted(content, draft)
      const ticket = reopenTicketSchema.parse(environment.newId())
      kept.set(ticket, { draft, content })
      if (opened.format === 'docx') files.remember(ticket, bytes)
      for (const oldest of kept.keys()) {
        if (kept.size <= maximumKept) break
        kept.delete(oldest)
      }
      return {
        ticket,
        fileName: input.fileName,
        format: opened.format,
        kind: draft.kind,
        templateId: draft.template.id,
        templateTitle: content.title,
        templateVersion: draft.template.version,
        templateState: templateState(draft, installed),
        installedVersion: installed?.content.version ?? null,
        partner,
        languages: draft.languages,
        answered,
        draftNumber: draft.draft?.number ?? null,
        exportedAt: draft.exportedAt,
        seal: opened.seal,
      }
    }),

    restore: reopening.restore.handler(({ input }) => {
      const found = kept.get(input.ticket)
      if (found === undefined) throw new AppError('handleUnknown')
      const { draft, content } = found
      for (const [question, value] of Object.entries(draft.answers)) refuseOversized(question, value)
      const id = draftIdSchema.parse(environment.newId())
      const at = environment.now()
      const { contentHash } = draft.template
      storage.atomically(() => {
        storage.contents.put(content, contentHash, at)
        storage.drafts.insert({ id, contentHash, name: input.name, languages: draft.languages, at })
        for (const [question, value] of Object.entries(draft.answers)) storage.drafts.saveAnswer(id, question, value, searchWords(content, question, value), at)
        storage.deviations.replace(id, draft.deviations, at)
      })
      // Only now: what could not be stored may be tried again.
      kept.delete(input.ticket)
      void storage.backUp()
      return { id, name: input.name }
    }),
  })
}

/** The template of a file: what it brought along, else the very same from this machine. Throws `contentMissing` when it is in neither. */
function contentOf({ content, draft }: ReopenedFile, installed: LibraryEntry | undefined, { storage }: Services): ContentPackage {
  if (content !== undefined) return content
  const { contentHash } = draft.template
  return installed?.hash === contentHash ? installed.content : storage.contents.get(contentHash)
}

/** Counts what is answered, and makes the document once: a template that cannot be drawn is found out now and not when the draft is open. */
function counted(
  content: ContentPackage,
  { answers, languages, template, deviations }: EmbeddedDraft,
): { readonly answered: number; readonly partner: string } {
  try {
    buildDocument({ content, contentHash: template.contentHash, answers, languages, hasNotes: false, deviations })
    return summarize(content, answers, languages)
  } catch (error) {
    throw new AppError('fileNotReadable', { details: { reason: 'template' }, cause: error })
  }
}
