import type { Answers, Json } from './answers.ts'

/**
 * The answers a new run begins with when it continues an earlier one: facts, answers with notes and evidence, and the steps that are still open. What is done is
 * done; what was dismissed stays dismissed, so that it is not proposed again. The day is the new run's own.
 */
export function continuedAnswers(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]): readonly (readonly [string, Json])[] => {
      if (id === 'assessed_on') return []
      if (id !== 'actions' || !Array.isArray(value)) return [[id, value]]
      const kept = value.filter((step) => !isDone(step))
      return kept.length === 0 ? [] : [[id, kept]]
    }),
  )
}

function isDone(step: Json): boolean {
  return typeof step === 'object' && step !== null && !Array.isArray(step) && step['state'] === 'done'
}

/**
 * The contents a run had before, by hash, oldest first, once it leaves `current` or begins where a run with `current` ended. The last one is what people
 * saw last, so it is named even when nothing changed, as soon as there is a history at all.
 */
export function formerContents(former: readonly string[], current: string, next: string): readonly string[] {
  return former.length === 0 && current === next ? [] : [...former.filter((hash) => hash !== current), current]
}
