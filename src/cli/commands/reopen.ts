import type { TemplateFolders } from '../../core/content/read-sources.ts'
import type { ReopenedFile } from '../../core/embedding/reopen-file.ts'
import { templateState } from '../../core/embedding/template-state.ts'
import type { LoadedContent } from '../../core/content/load.ts'
import type { SealState, TemplateState } from '../../shared/contract/reopening.ts'
import { readExportedFile } from '../exported-file.ts'
import { InputProblems } from '../failure.ts'
import { printJson, warn } from '../output.ts'
import { loadTemplates } from '../templates.ts'
import { saveBytes } from '../write-files.ts'

export type ReopenOptions = { readonly templates: TemplateFolders; readonly json?: true; readonly docx?: string }

/** `reopen`: the answers inside an exported PDF or Word file, such that `draft` makes the same document from them again. */
export async function reopen(file: string, options: ReopenOptions): Promise<void> {
  const opened = await readExportedFile(file)
  const { draft, seal } = opened
  const installed = (await loadTemplates(options.templates, draft.template.id))[0]
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
