import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { loadContent } from '../../core/content/load.ts'
import { suggestion } from '../../core/content/nearest.ts'
import type { ContentProblem } from '../../core/content/problem.ts'
import { readSuites, type TemplateFolders } from '../../core/content/read-sources.ts'
import { compiledAgreement } from '../../core/export/compiled-content.ts'
import { type SuiteDocumentSource, writeSuite } from '../../core/suites/write-suite.ts'
import type { Json } from '../../engine/answers.ts'
import { type Finding, findings } from '../../engine/findings.ts'
import { compileSuite, documentAnswers, fits, type Suite, suiteDocuments, suiteName, type SuitePart, suiteQuestions } from '../../engine/suite.ts'
import type { SuiteFile } from '../../engine/suite-content.ts'
import type { AgreementPackage } from '../../engine/template.ts'
import { AppError } from '../../shared/errors.ts'
import { readAnswers } from '../answers-file.ts'
import { documentDate } from '../document-date.ts'
import { draftMark, type MarkOptions } from '../draft-mark.ts'
import { InputProblems, UsageError } from '../failure.ts'
import { findingLine } from '../finding-lines.ts'
import { print, printJson, warn } from '../output.ts'
import { parseLanguages } from '../templates.ts'

export type SuiteOptions = MarkOptions & {
  readonly templates: TemplateFolders
  readonly answers?: string
  readonly out?: string
  readonly language?: string
  readonly format: string
  readonly gaps?: true
  readonly date?: string
  readonly author?: string
  /** False with `--no-data`. */
  readonly data: boolean
  readonly version: string
  readonly json?: true
}

/** `suite`: all documents of a suite and its sheets from one set of answers. Without `--out` it lists the questions. */
export async function suite(id: string | undefined, options: SuiteOptions): Promise<void> {
  const problems: ContentProblem[] = []
  const suites = (await readSuites(options.templates, problems)).map(({ settings }) => settings.value)
  if (id === undefined) return listSuites(suites, options)
  const content = suites.find((candidate) => candidate.id === id)
  if (content === undefined)
    throw new UsageError(
      `there is no suite ${JSON.stringify(id)}; ${suggestion(
        id,
        suites.map((candidate) => candidate.id),
        'the command "suite" without a name lists them',
      )}`,
    )
  const loaded = new Map<string, LoadedAgreement>()
  // One by one, because the others would only take time.
  for (const { agreement } of content.documents) {
    const found = await loadContent(options.templates, agreement)
    problems.push(...found.problems)
    for (const { content: one, hash } of found.packages) if (one.kind === 'agreement') loaded.set(one.id, { content: one, hash })
  }
  for (const { file, cause, fix } of problems) warn(`${file}: ${cause}; ${fix}`)
  const missing = content.documents.find(({ agreement }) => !loaded.has(agreement))
  if (missing !== undefined) throw new UsageError(`${id} needs the agreement ${missing.agreement}, which cannot be read`)
  const compiled = compileSuite(content, new Map([...loaded].map(([key, entry]) => [key, entry.content])), compiledAgreement)
  if (options.answers === undefined) {
    listQuestions(compiled, options)
    return
  }
  await write(compiled, loaded, options.answers, options)
}

type LoadedAgreement = { readonly content: AgreementPackage; readonly hash: string }
type Loaded = ReadonlyMap<string, LoadedAgreement>

async function write(compiled: Suite, loaded: Loaded, answersFile: string, options: SuiteOptions): Promise<void> {
  if (options.out === undefined) throw new UsageError('say where the files go: --out FOLDER')
  const formats = parseFormats(options.format)
  const date = documentDate(options.date)
  const draft = draftMark(options)
  const languages = compiled.parts.map(({ agreement }) => parseLanguages(options.language, agreement.content))[0] ?? ['de']
  const questions = suiteQuestions(compiled)
  const answers = readAnswers(
    answersFile,
    questions.map(({ name }) => name),
  )
  const unusable = questions.filter(({ name, question }) => {
    const value: Json | undefined = answers[name]
    return value !== undefined && !fits(question, value)
  })
  if (unusable.length > 0)
    throw new InputProblems(
      unusable.map(({ name }) => `${name}: invalid - this does not fit the question; the command "suite ${compiled.content.id}" lists them`),
    )
  const documents = suiteDocuments(compiled, (part) => documentAnswers(part, answers), languages)
  const needed = documents.filter(({ isNeeded }) => isNeeded)
  const found = needed.flatMap((part) =>
    findings(part.agreement, part.answers, languages).map((finding) => ({
      finding,
      line: `${part.document.agreement}: ${findingLine(inSuite(part, finding))}`,
    })),
  )
  const isGap = ({ kind }: Finding): boolean => kind === 'missing' || (kind === 'openOnPurpose' && options.final === true)
  const refused = found.filter(({ finding }) => finding.kind === 'invalid' || (options.gaps !== true && isGap(finding)))
  if (refused.length > 0) throw new InputProblems([...new Set(refused.map(({ line }) => line))])
  for (const { finding, line } of found) if (finding.kind === 'error') warn(line)

  const seen = new Set<string>()
  const sources = needed.map(({ document, agreement, answers: own }): SuiteDocumentSource => {
    const ids = [...agreement.questions.keys()]
    const shared = new Set(ids.filter((id) => seen.has(suiteName(document, id))))
    for (const id of ids) seen.add(suiteName(document, id))
    return { content: agreement.content, contentHash: loaded.get(document.agreement)?.hash ?? '', answers: own, shared, draft }
  })
  const { title, sheets } = compiled.content
  const settings = { date, author: options.author ?? '', hasData: options.data, programVersion: options.version }
  const folder = path.resolve(options.out)
  try {
    await mkdir(folder, { recursive: true })
    const names = await writeSuite({ title, documents: sources, sheets, languages, formats, settings, folder, token: randomUUID() })
    for (const name of names) warn(`wrote ${path.join(options.out, name)}`)
    for (const { document, isNeeded } of documents) if (!isNeeded) warn(`${document.agreement} is not needed with these answers (when ${document.when ?? ''})`)
  } catch (error) {
    if (error instanceof AppError || (error instanceof Error && 'code' in error))
      throw new UsageError(`the files were not written to ${options.out} (${error instanceof AppError ? error.code : String(error.code)})`, { cause: error })
    throw error
  }
}

/** A finding with the names its questions have in the suite. */
function inSuite({ document }: SuitePart, finding: Finding): Finding {
  return { ...finding, questions: finding.questions.map((question) => suiteName(document, question)) }
}

function parseFormats(text: string): readonly ('pdf' | 'docx')[] {
  const formats = text.split(',').map((part) => (['pdf', 'docx'] as const).find((format) => format === part.trim()))
  const known = formats.filter((format) => format !== undefined)
  if (known.length !== formats.length || new Set(known).size !== known.length)
    throw new UsageError(`--format takes pdf, docx or pdf,docx, not ${JSON.stringify(text)}`)
  return known
}

function listSuites(suites: readonly SuiteFile[], { json }: SuiteOptions): void {
  if (json) printJson(suites)
  else if (suites.length === 0) print('There are no suites.')
  else
    print(
      suites
        .map(({ id, version, title, documents }) => `${id}  ${version}  ${title.en}  (${documents.map(({ agreement }) => agreement).join(', ')})`)
        .join('\n'),
    )
}

function listQuestions(compiled: Suite, { json }: SuiteOptions): void {
  const questions = suiteQuestions(compiled)
  if (json) {
    printJson({ suite: compiled.content.id, questions: questions.map(({ name, question, places }) => ({ name, places, question })) })
    return
  }
  print(
    questions
      .map(
        ({ name, question, places }) =>
          `${name}  (${question.type}${question.required ? '' : '; optional'})  ${question.label.en}  [${places.map(({ agreement }) => agreement).join(', ')}]`,
      )
      .join('\n'),
  )
}
