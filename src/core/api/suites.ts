import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers } from '../../engine/answers.ts'
import type { Language, Localized } from '../../engine/language.ts'
import { compileSuite, documentAnswers, type Suite, suiteDocuments, suiteName } from '../../engine/suite.ts'
import type { SuiteFile } from '../../engine/suite-content.ts'
import type { AgreementPackage } from '../../engine/template.ts'
import { type DraftId, draftIdSchema, type SuiteId, suiteIdSchema } from '../../shared/contract/ids.ts'
import type { SuiteRun, SuiteTemplate } from '../../shared/contract/suites.ts'
import { AppError } from '../../shared/errors.ts'
import { compiledAgreement } from '../export/compiled-content.ts'
import { searchWords } from '../storage/search-words.ts'
import type { StoredSuite } from '../storage/suite-store.ts'
import { type BegunDocument, begunDocuments, mergedAnswers, sharedQuestions } from '../suites/shared-answers.ts'
import { type SuiteDocumentSource, writeSuite } from '../suites/write-suite.ts'
import { findDraft } from './draft-access.ts'
import { eventStream } from './event-stream.ts'
import { answersFromGuide } from './guide.ts'
import { type Implementer, toAnswer } from './implementer.ts'
import { languagesOf, requireLanguages } from './library.ts'
import type { Services } from './services.ts'

/** Suites: several documents whose answers are shared until one is changed in one of them. */
export function implementSuites(implementer: Implementer, services: Services) {
  const { environment, library, storage, files } = services
  const { suites } = implementer
  return suites.router({
    templates: suites.templates.handler(() => library.suites().map((content) => templateOf(services, content))),

    list: suites.list.handler(() => storage.suites.list().map((suite) => runOf(services, suite))),

    begin: suites.begin.handler(({ input }) => {
      const content = library.suites().find(({ id }) => id === input.suiteId)
      if (content === undefined) throw new AppError('templateNotFound', { details: { template: input.suiteId } })
      for (const { agreement } of content.documents) requireLanguages(library.entry(agreement).content, input.languages)
      const id = suiteIdSchema.parse(environment.newId())
      storage.suites.insert({ id, content, name: input.name, languages: input.languages, guide: input.guide ?? {}, at: environment.now() })
      return runOf(services, find(services, id))
    }),

    get: suites.get.handler(({ input }) => runOf(services, find(services, input.id))),

    open: suites.open.handler(({ input }) => ({ draftId: openDocument(services, find(services, input.id), input.agreement) })),

    dissolve: suites.dissolve.handler(({ input }) => {
      const { name } = find(services, input.id)
      storage.suites.remove(input.id)
      return { name }
    }),

    export: suites.export.handler(({ input, signal, path }) => {
      const suite = find(services, input.id)
      const begun = begunDocuments(storage, suite)
      if (begun.length === 0) throw new AppError('suiteEmpty', { details: { suite: input.id } })
      const chosen = files.take(input.folder)
      return eventStream(
        async (emit: (event: { kind: 'progress'; fraction: number } | { kind: 'done'; folderName: string; files: string[] }) => void, jobSignal) => {
          const { folderName, folder } = await newFolder(chosen, suite.name)
          const names = await writeSuite(
            {
              title: { de: suite.name, en: suite.name },
              documents: sourcesOf(services, begun, input),
              sheets: suite.content.sheets,
              languages: suite.languages,
              formats: input.formats,
              settings: { date: environment.now(), author: storage.settings.get().authorName, hasData: input.hasData, programVersion: environment.version },
              folder,
              token: environment.newId(),
            },
            { signal: jobSignal, onProgress: (fraction) => emit({ kind: 'progress', fraction }) },
          )
          emit({ kind: 'done', folderName, files: [...names] })
        },
        { signal, toError: (error) => toAnswer(error, path) },
      )
    }),
  })
}

function find({ storage }: Services, id: SuiteId): StoredSuite {
  const suite = storage.suites.get(id)
  if (suite === undefined) throw new AppError('suiteNotFound', { details: { suite: id } })
  return suite
}

function installed({ library }: Services, id: string): AgreementPackage | undefined {
  const isThere = library.summaries().some((summary) => summary.id === id && summary.kind === 'agreement')
  const content = isThere ? library.entry(id).content : undefined
  return content?.kind === 'agreement' ? content : undefined
}

function templateOf(services: Services, { id, title, purpose, documents }: SuiteFile): SuiteTemplate {
  const contents = documents.map(({ agreement }) => services.library.entry(agreement).content)
  const languages = languagesOf(contents[0] ?? services.library.entry(id).content).filter((language) =>
    contents.every((content) => languagesOf(content).includes(language)),
  )
  return {
    id,
    title,
    purpose,
    languages,
    documents: documents.map((document) => ({
      agreement: document.agreement,
      title: services.library.entry(document.agreement).content.title,
      role: document.role ?? null,
      isConditional: document.when !== undefined,
    })),
  }
}

/** The suite as it stands: each document with the content its draft was begun with, else the installed one; what is neither is left out. */
function compiled(services: Services, suite: StoredSuite, begun: readonly BegunDocument[]): Suite {
  const contents = new Map<string, AgreementPackage>()
  for (const { agreement } of suite.content.documents) {
    const content = begun.find(({ document }) => document.agreement === agreement)?.content ?? installed(services, agreement)
    if (content !== undefined) contents.set(agreement, content)
  }
  return compileSuite({ ...suite.content, documents: suite.content.documents.filter(({ agreement }) => contents.has(agreement)) }, contents, compiledAgreement)
}

function runOf(services: Services, suite: StoredSuite): SuiteRun {
  const { storage, summaries } = services
  const begun = begunDocuments(storage, suite)
  const merged = mergedAnswers(begun)
  const draftOf = (agreement: string): BegunDocument | undefined => begun.find(({ document }) => document.agreement === agreement)
  const parts = suiteDocuments(
    compiled(services, suite, begun),
    (part) => draftOf(part.document.agreement)?.answers ?? documentAnswers(part, merged),
    suite.languages,
  )
  const shared = sharedQuestions(begun)
  return {
    id: suite.id,
    name: suite.name,
    title: suite.content.title,
    purpose: suite.content.purpose,
    languages: suite.languages,
    createdAt: suite.createdAt,
    documents: parts.map(({ document, agreement, isNeeded }) => {
      const draft = draftOf(document.agreement)
      const summary = draft === undefined ? undefined : summaries.of(findDraft(services, draft.draft), draft.answers)
      return {
        agreement: document.agreement,
        title: agreement.content.title,
        role: document.role ?? null,
        isNeeded,
        draft:
          summary === undefined
            ? null
            : { id: summary.id, answered: summary.answered, asked: summary.asked, openPoints: summary.openPoints, risks: summary.risks },
      }
    }),
    shared: shared.length,
    differences: shared
      .filter(({ isSame }) => !isSame)
      .map(({ places }) => ({
        label: plainLabel(places[0]?.question.label ?? { de: '', en: '' }),
        places: places.map(({ draft, content, question }) => ({
          draft,
          title: content.title,
          page: content.pages.find(({ questions }) => questions.some(({ id }) => id === question.id))?.id ?? '',
          question: question.id,
        })),
      })),
  }
}

/** A label outside of its draft: the names it would print are not known here. */
function plainLabel(label: Localized): Localized {
  const strip = (text: string): string => text.replaceAll(/\{\{[^}]*\}\}/g, '…')
  return { de: strip(label.de), en: strip(label.en) }
}

/** Finds or begins the draft of a document, with what the guide was told and what the other documents have answered. */
function openDocument(services: Services, suite: StoredSuite, agreement: string): DraftId {
  const { environment, library, storage } = services
  const begun = begunDocuments(storage, suite)
  const known = begun.find(({ document }) => document.agreement === agreement)
  if (known !== undefined) return known.draft
  const part = compiled(services, suite, begun).parts.find(({ document }) => document.agreement === agreement)
  if (part === undefined) throw new AppError('templateNotFound', { details: { template: agreement } })
  const { content, hash } = library.entry(agreement)
  requireLanguages(content, suite.languages)
  const fromGuide = Object.keys(suite.guide).length === 0 ? {} : answersFromGuide(library, content, suite.guide)
  const answers: Answers = { ...fromGuide, ...documentAnswers(part, mergedAnswers(begun)) }
  const id = draftIdSchema.parse(environment.newId())
  const at = environment.now()
  const language: Language = suite.languages[0] ?? 'de'
  storage.atomically(() => {
    storage.contents.put(content, hash, at)
    storage.drafts.insert({
      id,
      contentHash: hash,
      name: `${suite.name}: ${content.title[language] ?? content.title.en}`.slice(0, 200),
      languages: suite.languages,
      at,
    })
    for (const [question, value] of Object.entries(answers)) storage.drafts.saveAnswer(id, question, value, searchWords(content, question, value), at)
    storage.suites.link(suite.id, agreement, id)
  })
  return id
}

function sourcesOf(
  { storage }: Services,
  begun: readonly BegunDocument[],
  { isDraft, hasWatermark }: { readonly isDraft: boolean; readonly hasWatermark: boolean },
): readonly SuiteDocumentSource[] {
  const seen = new Set<string>()
  return begun.map(({ document, draft, content, answers }) => {
    const ids = content.pages.flatMap(({ questions }) => questions.map(({ id }) => id))
    // What is answered differently is a term of its own, however often it is asked.
    const key = (id: string): string => `${suiteName(document, id)}=${JSON.stringify(answers[id])}`
    const shared = new Set(ids.filter((id) => seen.has(key(id))))
    for (const id of ids) seen.add(key(id))
    return {
      content,
      contentHash: storage.drafts.get(draft)?.contentHash ?? '',
      answers,
      deviations: storage.deviations.list(draft),
      shared,
      draft: isDraft ? { number: storage.revisions.count(draft) + 1, hasWatermark } : undefined,
    }
  })
}

/** A folder of its own, so that nothing there is replaced. */
async function newFolder(parent: string, name: string): Promise<{ readonly folderName: string; readonly folder: string }> {
  const plain =
    name
      .replaceAll(/[<>:"/\\|?*\u0000-\u001F]/gu, '-')
      .replaceAll(/^[.\s]+|[.\s]+$/gu, '')
      .slice(0, 80) || 'Musubi'
  for (let attempt = 1; ; attempt += 1) {
    const folderName = attempt === 1 ? plain : `${plain} ${attempt}`
    const folder = join(parent, folderName)
    if (existsSync(folder)) continue
    try {
      await mkdir(folder)
    } catch (error) {
      throw new AppError('fileNotWritable', { details: { file: folderName }, isRetryable: true, cause: error })
    }
    return { folderName, folder }
  }
}
