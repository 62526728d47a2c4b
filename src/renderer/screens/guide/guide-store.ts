// What was answered lives outside of the screen, so that one can look at a draft and come back to the same place.
import { useSyncExternalStore } from 'react'
import type { GuideAnswers } from '../../../engine/guide.ts'
import type { Localized } from '../../../engine/language.ts'
import type { KnownSource } from './known-words.ts'

/** Where an answer was taken over from. */
export type GuideOrigin = { readonly check: Localized; readonly sources: readonly KnownSource[] }

/** `leftOpen` are questions that were passed over; `openId` one that was opened again. */
export type GuideProgress = {
  readonly answers: GuideAnswers
  /** Of answers that a check gave and nobody has changed since. */
  readonly origins: { readonly [question: string]: GuideOrigin }
  readonly leftOpen: readonly string[]
  readonly openId: string | undefined
  /** Whether anything was pressed yet; before that the focus stays where it is. */
  readonly hasBegun: boolean
}

const start: GuideProgress = { answers: {}, origins: {}, leftOpen: [], openId: undefined, hasBegun: false }
let state = start
const listeners = new Set<() => void>()

function set(next: GuideProgress): void {
  state = next
  for (const listener of listeners) listener()
}

/** Answers a question and moves on to the next that is not dealt with. */
export function answerGuide(question: string, option: string): void {
  const { [question]: _, ...origins } = state.origins
  set({
    answers: { ...state.answers, [question]: option },
    origins,
    leftOpen: state.leftOpen.filter((id) => id !== question),
    openId: undefined,
    hasBegun: true,
  })
}

/** Passes a question over, taking its answer back. */
export function leaveGuideOpen(question: string): void {
  const { [question]: _, ...answers } = state.answers
  const { [question]: __, ...origins } = state.origins
  set({ answers, origins, leftOpen: [...state.leftOpen.filter((id) => id !== question), question], openId: undefined, hasBegun: true })
}

/** Takes over answers that a check gives. */
export function takeOverAnswers(taken: readonly { readonly question: string; readonly option: string; readonly origin: GuideOrigin }[]): void {
  const questions = new Set(taken.map(({ question }) => question))
  set({
    answers: { ...state.answers, ...Object.fromEntries(taken.map(({ question, option }) => [question, option])) },
    origins: { ...state.origins, ...Object.fromEntries(taken.map(({ question, origin }) => [question, origin])) },
    leftOpen: state.leftOpen.filter((id) => !questions.has(id)),
    openId: undefined,
    hasBegun: true,
  })
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
