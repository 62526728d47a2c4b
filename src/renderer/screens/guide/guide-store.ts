// What was answered lives outside of the screen, so that one can look at a draft and come back to the same place.
import { useSyncExternalStore } from 'react'
import type { GuideAnswers } from '../../../engine/guide.ts'

/** `leftOpen` are questions that were passed over; `openId` one that was opened again. */
export type GuideProgress = {
  readonly answers: GuideAnswers
  readonly leftOpen: readonly string[]
  readonly openId: string | undefined
  /** Whether anything was pressed yet; before that the focus stays where it is. */
  readonly hasBegun: boolean
}

const start: GuideProgress = { answers: {}, leftOpen: [], openId: undefined, hasBegun: false }
let state = start
const listeners = new Set<() => void>()

function set(next: GuideProgress): void {
  state = next
  for (const listener of listeners) listener()
}

/** Answers a question and moves on to the next that is not dealt with. */
export function answerGuide(question: string, option: string): void {
  set({
    answers: { ...state.answers, [question]: option },
    leftOpen: state.leftOpen.filter((id) => id !== question),
    openId: undefined,
    hasBegun: true,
  })
}

/** Passes a question over, taking its answer back. */
export function leaveGuideOpen(question: string): void {
  const { [question]: _, ...answers } = state.answers
  set({ answers, leftOpen: [...state.leftOpen.filter((id) => id !== question), question], openId: undefined, hasBegun: true })
}

/** Opens a question again to change its answer. */
export function openGuideQuestion(question: string): void {
  set({ ...state, openId: question, hasBegun: true })
}

/** Forgets all answers. */
export function restartGuide(): void {
  set({ ...start, hasBegun: true })
}

/** The answers so far. */
export function useGuideProgress(): GuideProgress {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}
