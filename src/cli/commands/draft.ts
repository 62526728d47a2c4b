import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { composeExport } from '../../core/export/compose-export.ts'
import { compileAgreement } from '../../engine/agreement.ts'
import { findings } from '../../engine/findings.ts'
import { readAnswers } from '../answers-file.ts'
import { documentDate } from '../document-date.ts'
import { draftMark, type MarkOptions } from '../draft-mark.ts'
import { InputProblems, UsageError } from '../failure.ts'
import { findingLine } from '../finding-lines.ts'
import { warn } from '../output.ts'
import { findAgreement, parseLanguages } from '../templates.ts'
import { requireTargets, type Targets, writeTargets } from '../write-files.ts'

export type DraftOptions = Targets &
  MarkOptions & {
    readonly templates: TemplateFolders
    readonly answers: string
    readonly language?: string
    readonly gaps?: true
    readonly date?: string
    readonly author?: string
    readonly notes?: true
    readonly fillable?: true
    /** False with `--no-data`. */
    readonly data: boolean
    /** Version of the program. */
    readonly version: string
  }

/** `draft`: the filled agreement as PDF, DOCX or text. Refuses unusable answers, and missing ones unless `--gaps` is given. */
export async function draft(id: string, options: DraftOptions): Promise<void> {
  requireTargets(options, '--pdf FILE, --docx FILE or --text')
  if (options.fillable === true && options.pdf === undefined) throw new UsageError('--fillable needs --pdf FILE')
  const date = documentDate(options.date)
  const mark = draftMark(options)
  const { content, hash } = await findAgreement(options.templates, id)
  const languages = parseLanguages(options.language, content)
  const agreement = compileAgreement(content)
  const answers = readAnswers(options.answers, [...agreement.questions.keys()])

  const found = findings(agreement, answers, languages)
  // What is open on purpose prints as a gap in a draft; a final document has none.
  const gaps = found.filter(({ kind }) => kind === 'missing' || (kind === 'openOnPurpose' && options.final === true))
  const refused = found.filter((finding) => finding.kind === 'invalid' || (options.gaps !== true && gaps.includes(finding)))
  if (refused.length > 0) throw new InputProblems(refused.map(findingLine))
  for (const finding of found) if (finding.kind === 'error') warn(findingLine(finding))

  const settings = {
    draft: mark,
    date,
    author: options.author ?? '',
    hasNotes: options.notes === true,
    profile: options.fillable === true ? ('fillable' as const) : ('archive' as const),
    hasData: options.data,
    programVersion: options.version,
  }
  await writeTargets(composeExport({ content, contentHash: hash, answers, languages }, settings), options)
}
