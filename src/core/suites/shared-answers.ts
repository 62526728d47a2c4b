import type { Answers, Json } from '../../engine/answers.ts'
import type { Localized } from '../../engine/language.ts'
import { fits, suiteName } from '../../engine/suite.ts'
import type { SuiteDocument } from '../../engine/suite-content.ts'
import type { AgreementPackage, Question } from '../../engine/template.ts'
import type { DraftId } from '../../shared/contract/ids.ts'
import type { SuitePlace } from '../../shared/contract/suites.ts'
import { AppError } from '../../shared/errors.ts'
import type { Storage } from '../storage/open-storage.ts'
import { searchWords } from '../storage/search-words.ts'
import type { StoredSuite } from '../storage/suite-store.ts'

/** A document of a suite that was begun: its draft with content and answers. */
export type BegunDocument = { readonly document: SuiteDocument; readonly draft: DraftId; readonly content: AgreementPackage; readonly answers: Answers }

/** The documents of a suite that are drafts, in the order of the suite. */
export function begunDocuments(storage: Storage, suite: StoredSuite): readonly BegunDocument[] {
  const links = new Map(storage.suites.drafts(suite.id).map(({ agreement, draft }) => [agreement, draft]))
  return suite.content.documents.flatMap((document): readonly BegunDocument[] => {
    const draft = links.get(document.agreement)
    const stored = draft === undefined ? undefined : storage.drafts.get(draft)
    if (draft === undefined || stored === undefined) return []
    const content = readable(storage, stored.contentHash)
    return content === undefined ? [] : [{ document, draft, content, answers: storage.drafts.answers(draft) }]
  })
}

/** A document whose content cannot be read any more must not keep the others from being written. */
function readable(storage: Storage, hash: string): AgreementPackage | undefined {
  try {
    const content = storage.contents.get(hash)
    return content.kind === 'agreement' ? content : undefined
  } catch (error) {
    if (error instanceof AppError && error.code === 'contentMissing') return undefined
    throw error
  }
}

/** The questions of an agreement by their names in the suite. */
export function questionsByName(document: SuiteDocument, content: AgreementPackage): ReadonlyMap<string, Question> {
  return new Map(content.pages.flatMap(({ questions }) => questions.map((question) => [suiteName(document, question.id), question] as const)))
}

/** What the documents have answered, by the names of the suite; where they differ, the first counts. */
export function mergedAnswers(begun: readonly BegunDocument[]): Answers {
  const merged: { [name: string]: Json } = {}
  for (const { document, content, answers } of begun)
    for (const [name, { id }] of questionsByName(document, content)) {
      const value = answers[id]
      if (value !== undefined) merged[name] ??= value
    }
  return merged
}

const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * Carries an answer over to the other documents of its suite: to all that had the same answer before, or none either. One that was changed there stays.
 * Must run inside a transaction with the save itself.
 */
export function shareAnswer(
  storage: Storage,
  suite: StoredSuite,
  change: { readonly draft: DraftId; readonly question: string; readonly before: Json | undefined; readonly value: Json | undefined; readonly at: string },
): void {
  const begun = begunDocuments(storage, suite)
  const own = begun.find(({ draft }) => draft === change.draft)
  if (own === undefined) return
  const name = suiteName(own.document, change.question)
  for (const { document, draft, content, answers } of begun) {
    const question = draft === change.draft ? undefined : questionsByName(document, content).get(name)
    if (question === undefined || !same(answers[question.id], change.before)) continue
    if (change.value !== undefined && !fits(question, change.value)) continue
    const words = change.value === undefined ? '' : searchWords(content, question.id, change.value)
    storage.drafts.saveAnswer(draft, question.id, change.value, words, change.at)
  }
}

/** A question that several begun documents ask. */
export type SharedQuestion = { readonly name: string; readonly places: readonly (BegunDocument & { readonly question: Question })[]; readonly isSame: boolean }

/** Every question that more than one begun document asks. */
export function sharedQuestions(begun: readonly BegunDocument[]): readonly SharedQuestion[] {
  const found = new Map<string, (BegunDocument & { readonly question: Question })[]>()
  for (const document of begun)
    for (const [name, question] of questionsByName(document.document, document.content))
      found.set(name, [...(found.get(name) ?? []), { ...document, question }])
  return [...found].flatMap(([name, places]): readonly SharedQuestion[] => {
    const [first, ...others] = places
    if (first === undefined || others.length === 0) return []
    return [{ name, places, isSame: others.every(({ answers, question }) => same(answers[question.id], first.answers[first.question.id])) }]
  })
}

/** Where a draft stands in its suite; undefined when it is in none. */
export function suitePlace(storage: Storage, draft: DraftId): SuitePlace | undefined {
  const suite = storage.suites.of(draft)
  if (suite === undefined) return undefined
  const shared = sharedQuestions(begunDocuments(storage, suite)).flatMap(({ places }): readonly SuitePlace['shared'][number][] => {
    const own = places.find((place) => place.draft === draft)
    if (own === undefined) return []
    const others = places.filter((place) => place !== own)
    const titles = (isSame: boolean): Localized[] =>
      others.filter(({ answers, question }) => same(answers[question.id], own.answers[own.question.id]) === isSame).map(({ content }) => content.title)
    return [{ question: own.question.id, sameIn: titles(true), differsIn: titles(false) }]
  })
  return { id: suite.id, name: suite.name, shared }
}
