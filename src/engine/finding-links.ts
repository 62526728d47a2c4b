import type { Agreement } from './agreement.ts'
import { answerProblems } from './answer-problems.ts'
import type { Answers, Json } from './answers.ts'
import type { RunFacts } from './checklist-run.ts'
import { type Interview, questionStates } from './interview.ts'
import { sameAnswer } from './same-answer.ts'
import type { AgreementPackage, ChecklistQuestion, Question } from './template.ts'

/** An answer of an agreement that a finding calls for. */
export type SuggestedAnswer = { readonly question: string; readonly value: Json }

/**
 * Where a finding leads in one agreement. `isNamed` says that the checklist names the agreement itself, not only a topic it has a clause on. `suggested`
 * are the answers it calls for, in the order of the interview; `concerned` the questions to look at: those, else the contested points of its topics.
 * `role` is the role the organisation most likely has there.
 */
export type FindingLead = {
  readonly isNamed: boolean
  readonly role: string | undefined
  readonly suggested: readonly SuggestedAnswer[]
  readonly concerned: readonly string[]
}

/**
 * What a finding means for an agreement; undefined when it means nothing there. Suggestions the agreement has no question for, or does not take (an older
 * draft, an own template), are left out.
 */
export function findingLead(finding: ChecklistQuestion, content: AgreementPackage): FindingLead | undefined {
  const questions = questionsOf(content)
  const own = finding.suggests.filter(({ agreement }) => agreement === content.id)
  const answers = new Map(own.flatMap((suggestion) => Object.entries(suggestion.answers)))
  const suggested = questions.flatMap((question): readonly SuggestedAnswer[] => {
    const value = answers.get(question.id)
    return value === undefined || answerProblems(question, value).length > 0 ? [] : [{ question: question.id, value }]
  })
  const onTopic = questions.filter((question) => question.type === 'clause' && question.topic !== undefined && finding.clauseTopics.includes(question.topic))
  const isNamed = finding.agreements.includes(content.id) || suggested.length > 0
  if (!isNamed && onTopic.length === 0) return undefined
  const role = own.find((suggestion) => suggestion.role !== undefined)?.role
  return {
    isNamed,
    role: partyRoles(content).find((known) => known === role),
    suggested,
    concerned: suggested.length > 0 ? suggested.map(({ question }) => question) : onTopic.map(({ id }) => id),
  }
}

/** The agreements a finding leads to, best first: in the order the checklist names them, then those it has suggestions for, then those on its topics. */
export function findingLeads(
  finding: ChecklistQuestion,
  contents: readonly AgreementPackage[],
): readonly { readonly content: AgreementPackage; readonly lead: FindingLead }[] {
  const place = ({ content, lead }: { readonly content: AgreementPackage; readonly lead: FindingLead }): number => {
    const named = finding.agreements.indexOf(content.id)
    return named !== -1 ? named : finding.agreements.length + (lead.suggested.length > 0 ? 0 : 1)
  }
  return contents
    .flatMap((content) => {
      const lead = findingLead(finding, content)
      return lead === undefined ? [] : [{ content, lead }]
    })
    .toSorted((one, other) => place(one) - place(other))
}

/** Roles of an agreement that one party has, by id: those that can take a name. */
export function partyRoles(content: AgreementPackage): readonly string[] {
  const parties = new Set(questionsOf(content).flatMap(({ id, type }) => (type === 'party' ? [id] : [])))
  return content.roles.flatMap(({ id }) => (parties.has(id) ? [id] : []))
}

function questionsOf(content: AgreementPackage): readonly Question[] {
  return content.pages.flatMap(({ questions }) => questions)
}

/**
 * How a draft deals with one suggestion: `taken` when it is the effective answer, `otherwise` when somebody answered differently, `open` when nobody
 * decided or the question is not asked now. `dependsOn` are the questions that decide whether it is asked.
 */
export type SuggestionState = SuggestedAnswer & {
  readonly status: 'taken' | 'open' | 'otherwise'
  readonly isAsked: boolean
  readonly dependsOn: readonly string[]
}

/** How a draft deals with the suggestions of a finding, in their order. */
export function suggestionStates(agreement: Agreement, current: Interview, suggested: readonly SuggestedAnswer[]): readonly SuggestionState[] {
  const states = questionStates(current)
  return suggested.map(({ question, value }): SuggestionState => {
    const state = states.get(question)
    const isAsked = state?.isAsked ?? false
    const isTaken = isAsked && sameAnswer(state?.value, value)
    const isOtherwise = isAsked && state?.value !== undefined && !state.isDefault
    return { question, value, isAsked, status: isTaken ? 'taken' : isOtherwise ? 'otherwise' : 'open', dependsOn: conditionsOf(agreement, question) }
  })
}

/** The questions whose answers decide whether a question is asked. */
function conditionsOf(agreement: Agreement, id: string): readonly string[] {
  const page = agreement.content.pages.find(({ questions }) => questions.some((question) => question.id === id))
  const sources = [page?.when, agreement.questions.get(id)?.when].flatMap((when) => when ?? [])
  const names = sources.flatMap((when) => agreement.conditions.get(when)?.variables.flatMap(([name]) => name ?? []) ?? [])
  return [...new Set(names)].filter((name) => name !== id && agreement.questions.has(name))
}

/** What a person decided about a finding in a draft: dealt with here, or settled in another way. */
export const settlements = ['taken', 'otherwise'] as const
export type Settlement = (typeof settlements)[number]

/** How far a draft deals with a finding. */
export const findingStates = ['dealt', 'partly', 'open'] as const
export type FindingState = (typeof findingStates)[number]

/** `dealt` when a person said so or every suggestion is taken, `partly` when some are. A different answer alone settles nothing: a person has to say so. */
export function findingState(states: readonly SuggestionState[], settled: Settlement | null): FindingState {
  const taken = states.filter(({ status }) => status === 'taken').length
  if (settled !== null || (taken > 0 && taken === states.length)) return 'dealt'
  return taken > 0 ? 'partly' : 'open'
}

/** A finding, by the id of its question, with where it leads in the agreement in hand. */
export type LeadOfFinding = { readonly finding: string; readonly lead: FindingLead }

/** Findings that suggest different answers to one question; a person has to choose. */
export type SuggestionConflict = { readonly question: string; readonly choices: readonly { readonly value: Json; readonly findings: readonly string[] }[] }

/**
 * The suggestions of several findings for one agreement taken together. Where they contradict each other the answer of the finding in `prefer` (by question
 * of the agreement) counts; without one the question is left open on purpose (null), so that no preset decides unasked. `conflicts` names them all.
 */
export function mergedSuggestions(
  leads: readonly LeadOfFinding[],
  prefer: Readonly<Record<string, string>> = {},
): { readonly answers: Answers; readonly conflicts: readonly SuggestionConflict[] } {
  const answers: { [question: string]: Json } = {}
  const conflicts: SuggestionConflict[] = []
  for (const question of new Set(leads.flatMap(({ lead }) => lead.suggested.map((one) => one.question)))) {
    const choices = choicesFor(question, leads)
    const chosen = choices.length === 1 ? choices[0] : choices.find(({ findings }) => findings.some((finding) => finding === prefer[question]))
    answers[question] = chosen === undefined ? null : chosen.value
    if (choices.length > 1) conflicts.push({ question, choices })
  }
  return { answers, conflicts }
}

function choicesFor(question: string, leads: readonly LeadOfFinding[]): SuggestionConflict['choices'] {
  const choices: { readonly value: Json; readonly findings: string[] }[] = []
  for (const { finding, lead } of leads) {
    const suggested = lead.suggested.find((one) => one.question === question)
    if (suggested === undefined) continue
    const known = choices.find(({ value }) => sameAnswer(value, suggested.value))
    if (known === undefined) choices.push({ value: suggested.value, findings: [finding] })
    else known.findings.push(finding)
  }
  return choices
}

/**
 * The names a draft begins with: the organisation of a run in its role, and the partner in the other one when there are exactly two. Nothing without a
 * role: which side somebody is on is not for us to guess.
 */
export function partiesFromRun(content: AgreementPackage, role: string | undefined, { organisation, partner }: RunFacts): Answers {
  const roles = partyRoles(content)
  if (role === undefined || !roles.includes(role)) return {}
  const others = roles.filter((id) => id !== role)
  const named = [[role, organisation] as const, ...(others.length === 1 ? others.map((id) => [id, partner] as const) : [])]
  return Object.fromEntries(named.flatMap(([id, name]) => (name === undefined ? [] : [[id, { name }]])))
}
