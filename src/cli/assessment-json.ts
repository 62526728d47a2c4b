import { type Action, actionsOf, proposedActions } from '../engine/action-plan.ts'
import type { Answers } from '../engine/answers.ts'
import type { Checklist } from '../engine/checklist.ts'
import type { RunComparison } from '../engine/checklist-comparison.ts'
import { runFacts } from '../engine/checklist-run.ts'
import type { ChecklistFinding, ChecklistResult, Score, TopicScore } from '../engine/checklist-score.ts'

/** A run and what follows from it. */
export type Assessment = {
  readonly checklist: Checklist
  readonly answers: Answers
  readonly result: ChecklistResult
  /** With the run before: what changed, and its answers. */
  readonly comparison: RunComparison | undefined
  readonly previous: Answers | undefined
}

/** What `assess --json` prints; described in docs/command-line.md, fields are only ever added. */
export function assessmentJson({ checklist, answers, result, comparison, previous }: Assessment): unknown {
  const { content } = checklist
  const facts = runFacts(answers)
  const plan = actionsOf(answers)
  return {
    checklist: { id: content.id, version: content.version, title: content.title },
    facts,
    score: result.score ?? null,
    best: result.best ?? null,
    answered: result.answered,
    asked: result.asked,
    parts: partsJson(result),
    topics: result.topics.map(topicJson),
    flags: result.flags.map(({ id, title, reason, questions, laws }) => ({ id, title, reason, questions, laws })),
    findings: result.findings.map(findingJson),
    strengths: result.strengths.map(({ id }) => id),
    unknown: result.findings.filter(({ kind }) => kind === 'unknown').map(({ question }) => question.id),
    unanswered: result.states.filter(({ answer }) => answer === undefined).map(({ question }) => question.id),
    later: result.later.map(({ id, phase }) => ({ question: id, phase })),
    plan: plan.map((action) => actionJson(checklist, action)),
    proposals: proposedActions(result, plan, facts.assessed_on ?? '').map((action) => actionJson(checklist, action)),
    comparison: comparison === undefined ? null : comparisonJson(comparison, previous),
  }
}

const partsJson = ({ parts }: Score): unknown => parts.map(({ question, value, weight, credit }) => ({ question: question.id, answer: value, weight, credit }))

function topicJson(topic: TopicScore): unknown {
  const { id, title, score, best, answered, asked } = topic
  return { id, title, score: score ?? null, best: best ?? null, answered, asked, parts: partsJson(topic) }
}

function findingJson({ kind, question, answer, level, likelihood, impact }: ChecklistFinding): unknown {
  return {
    question: question.id,
    topic: question.topic,
    kind,
    level,
    likelihood,
    impact,
    answer: answer.value,
    note: answer.note,
    evidence: answer.evidence,
    missing: question.missing,
    consequence: question.consequence,
    action: question.action,
    laws: question.laws,
    clauseTopics: question.clauseTopics,
    agreements: question.agreements,
  }
}

/** An action with its words: those somebody wrote, or the checklist's own in every language. */
function actionJson({ content }: Checklist, { id, question, title, owner, due, priority, state }: Action): unknown {
  const words = title === '' ? content.questions.find((one) => one.id === question)?.action : undefined
  return { id, question: question ?? null, title: words ?? title, owner, due: due === '' ? null : due, priority, state }
}

function comparisonJson({ score, topics, answers, better, worse }: RunComparison, previous: Answers | undefined): unknown {
  return {
    date: runFacts(previous ?? {}).assessed_on ?? null,
    score: { before: score.before ?? null, now: score.now ?? null },
    topics: [...topics].map(([id, change]) => ({ id, before: change.before ?? null, now: change.now ?? null })),
    better,
    worse,
    answers: answers.map(({ question, before, now, kind }) => ({ question: question.id, before: before ?? null, now: now ?? null, kind })),
  }
}
