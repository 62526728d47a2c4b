import { embedInDocx } from '../embedding/embed-in-docx.ts'
import { embeddedDraftText } from '../embedding/embedded-draft.ts'
import { packTemplate } from '../embedding/embedded-template.ts'
import { askedAnswers } from '../embedding/asked-answers.ts'
import { travellingDeviations } from '../embedding/travelling-deviations.ts'
import { attachmentNames } from '../embedding/attachment-names.ts'
import { sealPdf } from '../embedding/pdf-seal.ts'
import type { Answers } from '../../engine/answers.ts'
import type { Deviation } from '../../engine/deviation.ts'
import type { AssembledDocument } from '../../engine/document.ts'
import type { Language } from '../../engine/language.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { buildDocument } from './build-document.ts'
import { attachmentWords } from './attachment-words.ts'
import type { Attachment, ExportOptions } from './options.ts'
import { type ExportFormat, fileWriters, type Writers } from './writers.ts'

/** What a document is made from. */
export type ExportSource = {
  readonly content: ContentPackage
  readonly contentHash: string
  readonly answers: Answers
  readonly languages: readonly Language[]
  /** What was agreed otherwise than the template says. */
  readonly deviations?: readonly Deviation[] | undefined
}

/** How it is marked, and whether the files can be reopened: then they carry the answers and the template. */
export type ExportSettings = Omit<ExportOptions, 'attachments' | 'onProgress' | 'signal'> & {
  readonly hasData: boolean
  readonly programVersion: string
}

type Run = Pick<ExportOptions, 'onProgress' | 'signal'>

/** What the Word file takes of the time of a PDF that carries it. */
const wordFileShare = 0.15

/** A document and its files. The Word file is written once, also when it travels inside the PDF. */
export type ComposedExport = {
  readonly document: AssembledDocument
  readonly write: (format: ExportFormat, run?: Run) => Promise<Uint8Array>
}

/**
 * Composes an export: the document, and files that can be reopened. The one place that decides what goes into a file besides the document: the
 * answers to the questions that are asked, the template, in a PDF the Word file too, and the seal. Drafting notes and open points never do.
 */
export function composeExport(source: ExportSource, settings: ExportSettings, writers: Writers = fileWriters): ComposedExport {
  const document = buildDocument({ ...source, hasNotes: settings.hasNotes })
  const { hasData, programVersion: _version, ...options } = settings
  let wordFile: Promise<Uint8Array> | undefined

  const writeDocx = async (run: Run): Promise<Uint8Array> => {
    const bytes = await (await writers('docx'))(document, { ...options, ...run })
    return hasData ? embedInDocx(bytes, draftText(source, settings), packTemplate(source.content, source.contentHash)) : bytes
  }
  const writePdf = async (run: Run): Promise<Uint8Array> => {
    if (!hasData) return (await writers('pdf'))(document, { ...options, ...run })
    wordFile ??= writeDocx(partOf(run, 0, wordFileShare))
    const attachments = attachmentsOf(source, settings, await wordFile)
    return sealPdf(await (await writers('pdf'))(document, { ...options, ...partOf(run, wordFileShare, 1), attachments }))
  }
  return {
    document,
    write: async (format, run = {}) => {
      if (format === 'pdf') return writePdf(run)
      wordFile ??= writeDocx(run)
      return wordFile
    },
  }
}

/** The files of a document that was made of more than one draft, such as a redline: nothing travels in them, and they cannot be reopened. */
export function exportWithoutData(document: AssembledDocument, options: ExportOptions, writers: Writers = fileWriters): ComposedExport {
  return { document, write: async (format, run = {}) => (await writers(format))(document, { ...options, ...run }) }
}

/** A run that is a part of another, from one fraction of it to the next. */
function partOf({ onProgress, ...run }: Run, from: number, to: number): Run {
  return onProgress === undefined ? run : { ...run, onProgress: (fraction) => onProgress(from + fraction * (to - from)) }
}

function draftText({ content, contentHash, answers, languages, deviations = [] }: ExportSource, { draft, date, programVersion }: ExportSettings): string {
  const { hash } = packTemplate(content, contentHash)
  return embeddedDraftText({
    kind: content.kind,
    template: { id: content.id, version: content.version, contentHash: hash },
    languages,
    answers: askedAnswers(content, answers, languages),
    deviations: travellingDeviations(deviations),
    draft: draft === undefined ? null : { number: draft.number },
    exportedAt: new Date(date).toISOString(),
    program: programVersion,
  })
}

function attachmentsOf(source: ExportSource, settings: ExportSettings, wordFile: Uint8Array): readonly Attachment[] {
  const { content, contentHash, languages } = source
  const words = attachmentWords[languages[0] ?? 'de']
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const json = 'application/json'
  return [
    {
      name: attachmentNames.draft,
      mediaType: json,
      description: words.draft,
      relationship: 'Source',
      bytes: new TextEncoder().encode(draftText(source, settings)),
    },
    { name: attachmentNames.template, mediaType: json, description: words.template, relationship: 'Data', bytes: packTemplate(content, contentHash).json },
    { name: attachmentNames.wordFile, mediaType: docx, description: words.wordFile, relationship: 'Alternative', bytes: wordFile },
  ]
}
