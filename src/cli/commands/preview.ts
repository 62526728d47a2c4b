import { watch } from 'node:fs'
import { sampleAnswers } from '../../core/content/sample-answers.ts'
import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { lint } from '../../core/content/lint.ts'
import { composeExport } from '../../core/export/compose-export.ts'
import { documentDate } from '../document-date.ts'
import { readAnswers } from '../answers-file.ts'
import { print, warn } from '../output.ts'
import { findingLine } from './lint.ts'
import { stopSignal } from '../stop-signal.ts'
import { findAgreement, parseLanguages } from '../templates.ts'
import { type Targets, writeTargets } from '../write-files.ts'

export type PreviewOptions = Pick<Targets, 'pdf' | 'docx'> & {
  readonly templates: TemplateFolders
  readonly answers?: string
  readonly language?: string
  readonly watch?: true
  readonly version: string
}

/**
 * `preview`: how an agreement reads with its sample answers, or others, and what the linter says of it. As text unless a file is asked for; with `watch`
 * again after every change until it is stopped.
 */
export async function preview(id: string, options: PreviewOptions): Promise<void> {
  await previewOnce(id, options)
  if (options.watch !== true) return
  const { signal, release } = stopSignal()
  for await (const _ of changesIn([options.templates].flat(), signal)) {
    try {
      await previewOnce(id, options)
    } catch (error) {
      // A file that is being written is often broken for a moment; the next change comes.
      warn(error instanceof Error ? error.message : String(error))
    }
  }
  release()
}

async function previewOnce(id: string, { templates, ...options }: PreviewOptions): Promise<void> {
  const { findings } = await lint(templates, { only: id })
  for (const finding of findings) warn(findingLine(finding))
  const { content, hash } = await findAgreement(templates, id)
  const languages = parseLanguages(options.language, content)
  const ids = content.pages.flatMap(({ questions }) => questions.map((question) => question.id))
  const answers = options.answers === undefined ? await sampleAnswers(templates, id) : readAnswers(options.answers, ids)
  const settings = {
    draft: { number: 1, hasWatermark: true },
    date: documentDate(undefined),
    author: '',
    hasNotes: true,
    profile: 'archive' as const,
    hasData: false,
    programVersion: options.version,
  }
  const hasFile = options.pdf !== undefined || options.docx !== undefined
  await writeTargets(composeExport({ content, contentHash: hash, answers, languages }, settings), hasFile ? options : { text: true })
  print('')
}

/** Yields after changes in the folders have settled. */
async function* changesIn(folders: readonly string[], signal: AbortSignal): AsyncGenerator<undefined> {
  const quietMs = 200
  let wake: () => void = () => undefined
  let timer: NodeJS.Timeout | undefined
  const changed = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => wake(), quietMs)
  }
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, changed))
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    while (!signal.aborted) {
      await new Promise<void>((resolve) => (wake = resolve))
      if (!signal.aborted) yield undefined
    }
  } finally {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
