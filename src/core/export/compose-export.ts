import { deflateSync } from 'node:zlib'
import { embedInDocx } from '../embedding/embed-in-docx.ts'
import { embeddedDraftText } from '../embedding/embedded-draft.ts'
import { type PackedTemplate, packTemplate } from '../embedding/embedded-template.ts'
import { askedAnswers } from '../embedding/asked-answers.ts'
import { travellingDeviations } from '../embedding/travelling-deviations.ts'
import { attachmentNames } from '../embedding/attachment-names.ts'
import { sealPdf } from '../embedding/pdf-seal.ts'
import type { Answers } from '../../engine/answers.ts'
import type { Deviation } from '../../engine/deviation.ts'
import type { AssembledDocument } from '../../engine/document.ts'
import type { Language } from '../../engine/language.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { buildDocument, type RunBackground } from './build-document.ts'
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
  /** What the report of a checklist is compared with. */
  readonly background?: RunBackground | undefined
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
  const data = hasData ? travellingData(source, settings) : undefined
  let wordFile: Promise<Uint8Array> | undefined

  const writeDocx = async (run: Run): Promise<Uint8Array> => {
    const bytes = await (await writers('docx'))(document, { ...options, ...run })
    return data === undefined ? bytes : embedInDocx(bytes, data.draft, data.template)
  }
  const writePdf = async (run: Run): Promise<Uint8Array> => {
    const write = await writers('pdf')
    if (data === undefined) return write(document, { ...options, ...run })
    wordFile ??= writeDocx(partOf(run, 0, wordFileShare))
    const attachments = attachmentsOf(data, source.languages, await wordFile)
    return sealPdf(await write(document, { ...options, ...partOf(run, wordFileShare, 1), attachments }))
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

/** What makes files reopen: the draft as JSON, and its template. */
type TravellingData = { readonly draft: string; readonly template: PackedTemplate }

function travellingData(source: ExportSource, { draft, date, programVersion }: ExportSettings): TravellingData {
  const { content, contentHash, answers, languages, deviations = [] } = source
  const template = packTemplate(content, contentHash)
  const text = embeddedDraftText({
    kind: content.kind,
    template: { id: content.id, version: content.version, contentHash: template.hash },
    languages,
    answers: askedAnswers(content, answers, languages),
    deviations: travellingDeviations(deviations),
    draft: draft === undefined ? null : { number: draft.number },
    exportedAt: new Date(date).toISOString(),
    program: programVersion,
  })
  return { draft: text, template }
}

const json = 'application/json'
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function attachmentsOf({ draft, template }: TravellingData, languages: readonly Language[], wordFile: Uint8Array): readonly Attachment[] {
  const words = attachmentWords[languages[0] ?? 'de']
  // A Word file is packed already, so it only gets the frame of the format.
  const framed = deflateSync(wordFile, { level: 0 })
  return [
    { name: attachmentNames.draft, mediaType: json, description: words.draft, relationship: 'Source', bytes: new TextEncoder().encode(draft) },
    { name: attachmentNames.template, mediaType: json, description: words.template, relationship: 'Data', bytes: template.json, deflated: template.deflated },
    { name: attachmentNames.wordFile, mediaType: docx, description: words.wordFile, relationship: 'Alternative', bytes: wordFile, deflated: framed },
  ]
}
