import { z } from 'zod'
import { languageSchema, localizedSchema } from '../../engine/language.ts'
import { draftIdSchema } from './ids.ts'
import { isoDateTime, procedure } from './procedure.ts'
import { returnedFileSchema } from './returned.ts'

/**
 * What happened to an exported file since: nothing; something was appended behind the exported PDF, such as a signature; a Word file was saved
 * again with the same words, or with other words; a PDF was written anew, so that nobody can say whether its words are the same.
 */
export const sealStates = ['untouched', 'appended', 'sameWords', 'altered', 'rewritten'] as const
export type SealState = (typeof sealStates)[number]

/** How the template of a file stands to the templates of this machine. */
export const templateStates = ['same', 'otherVersion', 'otherContent', 'notInstalled'] as const
export type TemplateState = (typeof templateStates)[number]

/** One-time ticket for what was read, until it is opened as a draft. */
export const reopenTicketSchema = z.string().min(1).max(64).brand<'ReopenTicket'>()

/** What an exported file says about itself. */
export const reopenedSchema = z.object({
  ticket: reopenTicketSchema,
  fileName: z.string(),
  format: z.enum(['pdf', 'docx']),
  kind: z.enum(['agreement', 'checklist']),
  templateId: z.string(),
  templateTitle: localizedSchema,
  templateVersion: z.string(),
  templateState: z.enum(templateStates),
  /** Version of the same template on this machine; null when there is none. */
  installedVersion: z.string().nullable(),
  /** Short names of the parties, or the organisation of a checklist; empty when unknown. */
  partner: z.string(),
  languages: z.array(languageSchema),
  answered: z.int(),
  /** Number of the draft, null for a final document. */
  draftNumber: z.int().nullable(),
  exportedAt: isoDateTime,
  seal: z.enum(sealStates),
})
export type Reopened = z.infer<typeof reopenedSchema>

/** Exported files that are opened again. */
export const reopeningContract = {
  /** Says what a file is and whether it was altered; changes nothing. */
  read: procedure.input(returnedFileSchema).output(reopenedSchema),
  /** Opens what was read as a new draft; a ticket is good for one. */
  restore: procedure
    .input(z.object({ ticket: reopenTicketSchema, name: z.string().trim().min(1).max(200) }))
    .output(z.object({ id: draftIdSchema, name: z.string() })),
}
