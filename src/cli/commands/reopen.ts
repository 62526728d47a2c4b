import { readFile, stat } from 'node:fs/promises'
import { type ReopenedFile, reopenFile } from '../../core/embedding/reopen-file.ts'
import { templateState } from '../../core/embedding/template-state.ts'
import type { LoadedContent } from '../../core/content/load.ts'
import type { SealState, TemplateState } from '../../shared/contract/reopening.ts'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { InputProblems, UsageError } from '../failure.ts'
import { printJson, warn } from '../output.ts'
import { loadTemplates } from '../templates.ts'
import { saveBytes } from '../write-files.ts'

export type ReopenOptions = { readonly templates: string; readonly json?: true; readonly docx?: string }

const maximumBytes = 100 * 1024 * 1024

/** `reopen`: the answers inside an exported PDF or Word file, such that `draft` makes the same document from them again. */
export async function reopen(file: string, options: ReopenOptions): Promise<void> {
  const opened = await open(file)
  const { draft, seal } = opened
  const installed = (await loadTemplates(options.templates)).find(({ content }) => content.id === draft.template.id)
  const state = templateState(draft, installed)
  if (options.docx !== undefined) {
    if (opened.wordFile === undefined) throw new InputProblems([`${file}: there is no Word file in it`])
    await saveBytes(options.docx, opened.wordFile)
  }
  if (options.json) printJson(factsOf(opened, state, installed))
  else {
    for (const line of factLines(opened, state, installed)) warn(`${file}: ${line}`)
    if (draft.deviations.length > 0) warn(`${file}: ${deviationLine(draft.deviations.length)}`)
    warn(`${file}: ${sealWords[seal]}`)
    printJson(draft.answers)
  }
}

const refusals: Partial<Record<ErrorCode, string>> = {
  fileForeign: 'it holds no data of Musubi; take a PDF or Word file that Musubi exported for reopening',
  fileNotReadable: 'it cannot be read: it is damaged, incomplete or protected by a password',
  fileFromFuture: 'it was made by a newer version of Musubi; open it with that',
  fileTooLarge: 'it is too large to be opened safely',
}

async function open(file: string): Promise<ReopenedFile> {
  try {
    return reopenFile(await bytesOf(file))
  } catch (error) {
    const words = error instanceof AppError ? refusals[error.code] : undefined
    throw words === undefined ? error : new InputProblems([`${file}: ${words}`])
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > maximumBytes) throw new AppError('fileTooLarge')
    return await readFile(file)
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new UsageError(code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${code})`, { cause: error })
  }
}

const sealWords: Readonly<Record<SealState, string>> = {
  untouched: 'as it was exported',
  appended: 'something was appended after the export, such as a signature or a filled field; the answers are those of the exported file',
  sameWords: 'saved again after the export; its words are the same',
  altered: 'altered after the export; the answers are those of the exported file',
  rewritten: 'written anew after the export; whether its words are the same cannot be told',
}

function factLines({ draft }: ReopenedFile, state: TemplateState, installed: LoadedContent | undefined): readonly string[] {
  const { template, languages, exportedAt, program } = draft
  const what = `${template.id} ${template.version}, ${languages.join('+')}, ${draft.draft === null ? 'final' : `draft ${draft.draft.number}`}`
  const first = `${what}, exported ${exportedAt} by Musubi ${program}`
  switch (state) {
    case 'same':
      return [first]
    case 'otherVersion':
      return [first, `the template here has version ${installed?.content.version ?? ''}, so "draft" makes another document`]
    case 'otherContent':
      return [first, 'the template here has the same version but other words, so "draft" makes another document']
    case 'notInstalled':
      return [first, 'there is no such template here']
  }
}

const deviationLine = (count: number): string =>
  `${count} agreed deviation${count === 1 ? '' : 's'} from the template, which "draft" does not know; open the file in the window`

function factsOf({ format, draft, seal, content, wordFile }: ReopenedFile, state: TemplateState, installed: LoadedContent | undefined): unknown {
  const { kind, template, languages, answers, exportedAt, program } = draft
  return {
    file: { format, seal, hasTemplate: content !== undefined, hasWordFile: wordFile !== undefined },
    kind,
    template: { ...template, state, installedVersion: installed?.content.version ?? null },
    languages,
    draft: draft.draft?.number ?? null,
    exportedAt,
    program,
    deviations: draft.deviations.length,
    answers,
  }
}
