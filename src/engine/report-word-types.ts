import type { actionStates } from './action-plan.ts'
import type { ChecklistAnswer } from './answers.ts'
import type { partnerKinds, runSubjects } from './checklist-run.ts'
import type { RiskLevel } from './checklist-score.ts'
import type { runPhases, runRoles } from './template.ts'

/** Words for the values of something that can have only these. */
type WordsFor<Value extends string> = Readonly<Record<Value, string>>

/** The words every checklist report shares, in one language. */
export type ReportWords = {
  /** What stands between a label and what it names. */
  readonly colon: string
  /** A number with the decimal mark of the language. */
  readonly number: (value: number) => string
  readonly cover: {
    readonly kind: string
    readonly organisation: string
    readonly subject: string
    readonly subjects: WordsFor<(typeof runSubjects)[number]>
    readonly partner: string
    readonly partnerKinds: WordsFor<(typeof partnerKinds)[number]>
    readonly project: string
    readonly who: string
    readonly roles: WordsFor<(typeof runRoles)[number]>
    readonly phase: string
    readonly date: string
    readonly assessor: string
    readonly checklist: string
    readonly version: (id: string, version: string) => string
  }
  readonly notice: string
  readonly phases: WordsFor<(typeof runPhases)[number]>
  readonly levels: WordsFor<RiskLevel>
  readonly risks: WordsFor<RiskLevel>
  readonly values: WordsFor<ChecklistAnswer['value']>
  readonly notAnswered: string
  readonly seeBelow: string
  readonly questionNumber: (number: number) => string
  readonly questionNumbers: (numbers: string) => string
  readonly headlines: {
    readonly nothingAnswered: string
    readonly noGaps: string
    readonly smallGaps: (count: number) => string
    readonly graveGaps: (count: number) => string
    readonly unfinished: (answered: number, asked: number) => string
  }
  readonly summary: {
    readonly title: string
    readonly figure: string
    readonly value: string
    readonly source: string
    readonly score: string
    readonly scoreSource: (credit: string, weight: string) => string
    readonly best: string
    readonly bestSource: (unknown: number) => string
    readonly unknown: string
    readonly strengths: string
    readonly answered: string
    readonly answeredOf: (answered: number, asked: number) => string
    readonly plan: string
    readonly planCounts: (open: number, done: number) => string
    readonly flags: string
    readonly since: (date: string) => string
    readonly sinceUndated: string
    readonly change: (before: string, now: string) => string
    readonly changes: (better: number, worse: number) => string
  }
  readonly topics: {
    readonly title: string
    readonly topic: string
    readonly score: string
    readonly range: string
    readonly answered: string
    readonly before: string
    readonly change: string
    readonly now: (date: string) => string
    readonly earlier: (date: string) => string
    readonly nowUndated: string
    readonly earlierUndated: string
    readonly lead: string
  }
  readonly matrix: {
    readonly title: string
    readonly corner: string
    readonly likelihood: readonly [string, string, string]
    readonly impact: readonly [string, string, string]
    readonly lead: string
  }
  readonly changes: {
    readonly title: string
    readonly before: string
    readonly now: string
    readonly kinds: WordsFor<'better' | 'worse' | 'other'>
    readonly change: string
  }
  readonly findings: {
    readonly title: string
    readonly meta: (likelihood: number, impact: number) => string
    readonly answer: string
    readonly why: string
    readonly consequence: string
    readonly action: string
    readonly law: string
    readonly note: string
    readonly evidence: string
  }
  readonly unknown: { readonly title: string; readonly lead: string; readonly ask: string; readonly open: (numbers: string) => string }
  readonly strengths: { readonly title: string; readonly lead: string }
  readonly plan: {
    readonly title: string
    readonly proposals: string
    readonly missing: (numbers: string) => string
    readonly number: string
    readonly action: string
    readonly owner: string
    readonly due: string
    readonly priority: string
    readonly state: string
    readonly states: WordsFor<(typeof actionStates)[number]>
  }
  readonly answers: { readonly title: string; readonly number: string; readonly question: string; readonly answer: string; readonly note: string }
  readonly later: { readonly title: string; readonly lead: string }
  readonly history: { readonly title: string; readonly lead: string }
  readonly sources: {
    readonly title: string
    readonly cite: string
    readonly about: string
    readonly checked: string
    readonly unconfirmed: string
  }
  readonly scoring: { readonly title: string; readonly paragraphs: readonly string[] }
}
