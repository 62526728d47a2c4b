import { type Agreement, compileAgreement } from './agreement.ts'
import { AnswerDrop } from './answer-drop.ts'
import { answerProblems } from './answer-problems.ts'
import type { Answers, Json } from './answers.ts'
import { interview } from './interview.ts'
import type { Language } from './language.ts'
import { compileCondition, type Condition } from './liquid.ts'
import type { SuiteDocument, SuiteFile } from './suite-content.ts'
import type { AgreementPackage, Question } from './template.ts'

/** A document of a suite with its agreement. */
export type SuitePart = { readonly document: SuiteDocument; readonly agreement: Agreement; readonly condition: Condition | undefined }
/** A suite whose agreements and conditions are parsed. */
export type Suite = { readonly content: SuiteFile; readonly parts: readonly SuitePart[] }

/** Compiles a suite with the agreements it names. Throws when one is missing, or what `compileAgreement` and a condition throw. */
export function compileSuite(
  content: SuiteFile,
  agreements: ReadonlyMap<string, AgreementPackage>,
  compile: (content: AgreementPackage) => Agreement = compileAgreement,
): Suite {
  const parts = content.documents.map((document): SuitePart => {
    const agreement = agreements.get(document.agreement)
    if (agreement === undefined) throw new Error(`the suite "${content.id}" needs the agreement "${document.agreement}"`)
    return { document, agreement: compile(agreement), condition: document.when === undefined ? undefined : compileCondition(document.when) }
  })
  return { content, parts }
}

/** What a question of a document is called in the suite. */
export function suiteName({ map }: Pick<SuiteDocument, 'map'>, question: string): string {
  return map[question] ?? question
}

/** A question of the suite: as the first document asks it, with the places where it is asked. */
export type SuiteQuestion = {
  readonly name: string
  readonly question: Question
  readonly places: readonly { readonly agreement: string; readonly question: string }[]
}

/** The interview of the suite: every question of its documents, once per name, in the order of the documents. */
export function suiteQuestions({ parts }: Suite): readonly SuiteQuestion[] {
  const found = new Map<string, { question: Question; places: { agreement: string; question: string }[] }>()
  for (const { document, agreement } of parts) {
    for (const question of agreement.questions.values()) {
      const name = suiteName(document, question.id)
      const entry = found.get(name) ?? { question, places: [] }
      entry.places.push({ agreement: document.agreement, question: question.id })
      found.set(name, entry)
    }
  }
  return [...found].map(([name, entry]) => ({ name, ...entry }))
}

/** The answers of one document, taken from those of the suite. One that does not fit the document's question is left out. */
export function documentAnswers({ document, agreement }: SuitePart, answers: Answers): Answers {
  const own: { [question: string]: Json } = {}
  for (const question of agreement.questions.values()) {
    const value = answers[suiteName(document, question.id)]
    if (value !== undefined && fits(question, value)) own[question.id] = value
  }
  return own
}

/** Whether an answer given to the same question elsewhere can stand here: left open, or of the right kind. What is missing in it may stay missing. */
export function fits(question: Question, value: Json): boolean {
  return (
    value === null || answerProblems(question, value, []).every(({ code }) => !['wrongType', 'unknownOption', 'unknownCurrency', 'notADate'].includes(code))
  )
}

/** The documents that belong with these answers, in order, with the answers of each. Conditions see the answers to the documents before. */
export function suiteDocuments(
  { parts }: Suite,
  answersOf: (part: SuitePart) => Answers,
  languages: readonly Language[],
): readonly (SuitePart & { readonly answers: Answers; readonly isNeeded: boolean })[] {
  const scope: Record<string, AnswerDrop> = {}
  return parts.map((part) => {
    const answers = answersOf(part)
    const isNeeded = part.condition?.isTrue(scope) ?? true
    if (isNeeded) {
      for (const { questions } of interview(part.agreement, answers, languages).pages)
        for (const { question, isAsked, value } of questions) {
          const name = suiteName(part.document, question.id)
          if (isAsked && value !== undefined) scope[name] ??= new AnswerDrop({ question, path: name, value, language: 'en', label: '', isRequired: false })
        }
    }
    return { ...part, answers, isNeeded }
  })
}
