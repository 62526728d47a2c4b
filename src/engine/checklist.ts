import { AnswerDrop } from './answer-drop.ts'
import { type Answers, type ChecklistAnswer, checklistAnswerSchema, type Json } from './answers.ts'
import { conditionFacts, type RunFacts, runFacts } from './checklist-run.ts'
import { compileCondition, type Condition } from './liquid.ts'
import { type ChecklistPackage, type ChecklistQuestion, type RedFlag, runPhases } from './template.ts'

/** A checklist with its conditions parsed, by their source. */
export type Checklist = { readonly content: ChecklistPackage; readonly conditions: ReadonlyMap<string, Condition> }

/** Parses the conditions of a checklist; throws a LiquidJS ParseError when one cannot be read. */
export function compileChecklist(content: ChecklistPackage): Checklist {
  const sources = [...content.questions, ...content.flags].flatMap(({ when }) => (when === undefined ? [] : [when]))
  return { content, conditions: new Map(sources.map((source) => [source, compileCondition(source)])) }
}

/** A question of a run and its answer, if there is a usable one. */
export type ChecklistState = { readonly question: ChecklistQuestion; readonly answer: ChecklistAnswer | undefined }

/** What is asked now, what a later phase will ask, and the red flags the answers raise. Questions in their order. */
type Walk = { readonly asked: readonly ChecklistState[]; readonly later: readonly ChecklistQuestion[]; readonly flags: readonly RedFlag[] }

/**
 * Goes through the questions in order. A question is asked when it is for who answers, when the phase has come, and when its own condition holds,
 * which sees the answers ("yes", "no", …) of earlier questions that were asked, and the facts `who`, `phase` and `partner_kind`.
 */
export function walkChecklist({ content, conditions }: Checklist, answers: Answers): Walk {
  const facts = runFacts(answers)
  const scope: { [id: string]: unknown } = Object.fromEntries(conditionFacts.map((id) => [id, drop(id, facts[id])]))
  const holds = (when: string | undefined): boolean => when === undefined || (conditions.get(when)?.isTrue(scope) ?? false)
  const asked: ChecklistState[] = []
  const later: ChecklistQuestion[] = []
  for (const question of content.questions) {
    const isMeant = isFor(question, facts) && holds(question.when)
    const isNow = hasCome(question, facts)
    const parsed = isMeant && isNow ? checklistAnswerSchema.safeParse(answers[question.id]) : undefined
    const answer = parsed?.success === true ? parsed.data : undefined
    scope[question.id] = drop(question.id, answer?.value)
    if (isMeant && isNow) asked.push({ question, answer })
    else if (isMeant) later.push(question)
  }
  return { asked, later, flags: content.flags.filter(({ when }) => holds(when)) }
}

/** The questions asked now, in order. */
export function checklistInterview(checklist: Checklist, answers: Answers): readonly ChecklistState[] {
  return walkChecklist(checklist, answers).asked
}

function isFor(question: ChecklistQuestion, { who }: RunFacts): boolean {
  return who === undefined || question.who.includes(who)
}

function hasCome(question: ChecklistQuestion, { phase }: RunFacts): boolean {
  return phase === undefined || runPhases.indexOf(question.phase) <= runPhases.indexOf(phase)
}

function drop(path: string, value: Json | undefined): AnswerDrop {
  return new AnswerDrop({ question: undefined, path, value, language: 'en', label: '', isRequired: false })
}
