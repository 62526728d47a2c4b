import type { TemplateFolders } from '../core/content/read-sources.ts'
import { type Agreement, compileAgreement } from '../engine/agreement.ts'
import type { Answers } from '../engine/answers.ts'
import { applyDeviations } from '../engine/apply-deviations.ts'
import { createAssembler } from '../engine/assemble.ts'
import type { Deviation } from '../engine/deviation.ts'
import type { AssembledDocument } from '../engine/document.ts'
import { findings } from '../engine/findings.ts'
import type { Language } from '../engine/language.ts'
import type { AgreementPackage } from '../engine/template.ts'
import { readAnswers } from './answers-file.ts'
import { readExportedFile } from './exported-file.ts'
import { InputProblems, UsageError } from './failure.ts'
import { findingLine } from './finding-lines.ts'
import { findAgreement } from './templates.ts'

/** One side of a comparison: an agreement with its answers and what was agreed otherwise. */
export type CompareSide = {
  readonly source: string
  readonly agreement: Agreement
  readonly hash: string
  readonly answers: Answers
  readonly deviations: readonly Deviation[]
  /** Languages of an exported file. */
  readonly languages: readonly Language[] | undefined
}

/** The word that stands for the template nobody has answered yet. */
const untouched = 'template'
const isExported = (source: string): boolean => /\.(?:pdf|docx)$/i.test(source)

/**
 * Reads both sides: exported PDF or Word files, answers files, or the untouched template. An exported file brings its template along; whatever
 * else there is belongs to the agreement named by the option, or else to that of the exported file.
 */
export async function readSides(
  sources: readonly [before: string, after: string],
  { templates, agreement: id }: { readonly templates: TemplateFolders; readonly agreement?: string },
): Promise<readonly [before: CompareSide, after: CompareSide]> {
  const [before, after] = sources
  if (before === '-' && after === '-') throw new UsageError('only one side can come from standard input')
  const [old, fresh] = [await exportedSide(before, templates), await exportedSide(after, templates)]
  if (old !== undefined && fresh !== undefined) return [old, fresh]
  const other = fresh ?? old
  if (id === undefined && other === undefined) throw new UsageError('say with --agreement which agreement the answers belong to')
  const installed =
    other !== undefined && (id === undefined || id === other.agreement.content.id) && [before, after].includes(untouched)
      ? { content: other.agreement.content, hash: other.hash }
      : await findAgreement(templates, id ?? other?.agreement.content.id ?? '')
  return [old ?? plainSide(before, installed), fresh ?? plainSide(after, installed)]
}

async function exportedSide(source: string, templates: TemplateFolders): Promise<CompareSide | undefined> {
  if (!isExported(source)) return undefined
  const { draft, content: own } = await readExportedFile(source)
  if (draft.kind !== 'agreement') throw new InputProblems([`${source}: it is the report of a checklist; only agreements are compared`])
  const { content, hash } = own?.kind === 'agreement' ? { content: own, hash: draft.template.contentHash } : await findAgreement(templates, draft.template.id)
  const { answers, deviations, languages } = draft
  return { source, agreement: compileAgreement(content), hash, answers, deviations, languages }
}

function plainSide(source: string, { content, hash }: { readonly content: AgreementPackage; readonly hash: string }): CompareSide {
  const agreement = compileAgreement(content)
  const answers = source === untouched ? {} : readAnswers(source, [...agreement.questions.keys()])
  return { source, agreement, hash, answers, deviations: [], languages: undefined }
}

/** Refuses unusable answers; missing ones are gaps. */
export function requireUsable({ source, agreement, answers }: CompareSide, languages: readonly Language[]): void {
  const unusable = findings(agreement, answers, languages).filter(({ kind }) => kind === 'invalid')
  if (unusable.length > 0) throw new InputProblems(unusable.map((finding) => `${findingLine(finding)} (in ${source === '-' ? 'standard input' : source})`))
}

/** The document of a side. */
export const documentOf = ({ agreement, hash, answers, deviations }: CompareSide, languages: readonly Language[]): AssembledDocument =>
  applyDeviations(createAssembler(agreement, hash)(answers, languages), deviations).document
