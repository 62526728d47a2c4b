import { z } from 'zod'

export const draftIdSchema = z.string().min(1).max(64).brand<'DraftId'>()
export type DraftId = z.infer<typeof draftIdSchema>
export const revisionIdSchema = z.string().min(1).max(64).brand<'RevisionId'>()
export type RevisionId = z.infer<typeof revisionIdSchema>
export const suiteIdSchema = z.string().min(1).max(64).brand<'SuiteId'>()
export type SuiteId = z.infer<typeof suiteIdSchema>
/** One-time ticket for a file the person chose in a dialog; stands in for its path. */
export const fileHandleSchema = z.string().min(1).max(64).brand<'FileHandle'>()
export type FileHandle = z.infer<typeof fileHandleSchema>
