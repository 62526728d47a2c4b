import { z } from 'zod'
import { languageSchema, localizedSchema } from '../../engine/language.ts'
import { draftIdSchema, fileHandleSchema } from './ids.ts'
import { isoDateTime } from './procedure.ts'

/**
 * What happened to an exported file since: nothing; something was appended behind the exported PDF, such as a signature; a Word file was saved
 * again with the same words, or with other words; a PDF was written anew, so that nobody can say whether its words are the same.
 */
export const sealStates = ['untouched', 'appended', 'sameWords', 'altered', 'rewritten'] as const
export type SealState = (typeof sealStates)[number]

/** How the template of a file stands to the templates of this machine. */
export const templateStates = ['same', 'otherVersion', 'otherContent', 'notInstalled'] as const
export type TemplateState = (typeof templateStates)[number]

/** Longest file that may come through the port, in characters of base64 (12 MB of file): a message holds 16 MiB. Larger ones are chosen in a dialog. */
export const maximumDroppedLength = 16_000_000

/** The file to read: one chosen in a dialog, or the content of one dropped on the window, in base64. */
export const reopenInputSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chosen'), handle: fileHandleSchema, fileName: z.string().max(300) }),
  z.object({ kind: z.literal('dropped'), fileName: z.string().max(300), content: z.string().max(maximumDroppedLength) }),
])

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

/** Opens what was read as a new draft. */
export const restoreInputSchema = z.object({ ticket: reopenTicketSchema, name: z.string().trim().min(1).max(200) })
export const restoredSchema = z.object({ id: draftIdSchema, name: z.string() })
