// The contract between the page and main: what only the desktop shell can do. The page never sends or sees a file path; it gets
// a handle for what a person chose in a dialog and passes that handle to core.
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

import { fileHandleSchema } from './ids.ts'
import { interfaceLanguageSchema } from '../interface-language.ts'
import { menuCommandNames } from '../shortcuts.ts'

export const themeSchema = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof themeSchema>

/** What can be written to a file of its own. */
const exportFormatSchema = z.enum(['pdf', 'docx', 'text', 'csv', 'ics', 'json', 'exchange'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

/** What can be opened: an exchange file, an exported document to reopen, a counterparty's Word file, answers, a table. */
const importKindSchema = z.enum(['exchange', 'document', 'wordFile', 'answers', 'table'])
export type ImportKind = z.infer<typeof importKindSchema>

const chosenFileSchema = z.object({ handle: fileHandleSchema, fileName: z.string() })

const choiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chosen'), handle: fileHandleSchema, fileName: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
])

/** How the core process is doing. `failed` means starting again will not help; `code` is an error code or 'bug'. */
const coreStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('running') }),
  z.object({ state: z.literal('restarting') }),
  z.object({ state: z.literal('failed'), code: z.string() }),
  z.object({ state: z.literal('stopped') }),
])
export type CoreStatus = z.infer<typeof coreStatusSchema>

/** What a menu item asks the page to do. */
const menuCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: z.enum(menuCommandNames) }),
  z.object({ kind: z.literal('setInterfaceLanguage'), language: interfaceLanguageSchema }),
  z.object({ kind: z.literal('setTheme'), theme: themeSchema }),
])
export type MenuCommand = z.infer<typeof menuCommandSchema>

const done = z.void()

export const desktopContract = {
  app: {
    info: oc.output(
      z.object({
        version: z.string(),
        platform: z.enum(['mac', 'windows', 'linux']),
        /** What the system prefers, as BCP 47, for a first start without settings. */
        systemLanguage: z.string(),
      }),
    ),
    quit: oc.output(done),
  },
  appearance: {
    /** Tells main which theme and language menus, dialogs and the window frame have. */
    set: oc.input(z.object({ theme: themeSchema, interfaceLanguage: interfaceLanguageSchema })).output(done),
  },
  dialogs: {
    /** Asks where to write a file; the system's dialog confirms overwriting. */
    chooseExportTarget: oc.input(z.object({ suggestedName: z.string().min(1).max(200), format: exportFormatSchema })).output(choiceSchema),
    chooseExportFolder: oc.output(choiceSchema),
    /** Asks for one or more files to read; an empty list when the person cancelled. */
    chooseImportFiles: oc.input(z.object({ kind: importKindSchema, isMultiple: z.boolean().default(false) })).output(z.array(chosenFileSchema)),
  },
  shell: {
    /** Shows an exported file in the system's file manager; false when it is no longer there. */
    showInFolder: oc.input(z.object({ handle: fileHandleSchema })).output(z.boolean()),
    /** Opens an exported file with the program the system has for it; false when there is none. */
    openFile: oc.input(z.object({ handle: fileHandleSchema })).output(z.boolean()),
    openDataFolder: oc.output(done),
    /** Opens the folder of a person's own templates, made when it is not there yet. */
    openTemplatesFolder: oc.output(done),
    /** Asks whether to open an outside address in the browser; false when refused by the person or by rule. */
    openOutsideLink: oc.input(z.object({ url: z.string().max(2000) })).output(z.boolean()),
  },
  clipboard: {
    writeText: oc.input(z.object({ text: z.string().max(5_000_000) })).output(done),
  },
  menu: {
    /** Tells the menu what the page shows, so that items which would do nothing are disabled. */
    update: oc.input(z.object({ isDraftOpen: z.boolean() })).output(done),
    commands: oc.output(eventIterator(menuCommandSchema)),
  },
  core: {
    /** The present status at once, then every change. */
    statuses: oc.output(eventIterator(coreStatusSchema)),
    /** Starts the core again after it was given up. */
    restart: oc.output(done),
  },
}
