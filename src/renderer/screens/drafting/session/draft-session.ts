import type { Answers, Json } from '../../../../engine/answers.ts'
import { createAnswerSaver, type SaveState } from './answer-saver.ts'

export type SessionState = {
  readonly answers: Answers
  readonly save: SaveState
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Grows when answers change from outside of their fields (undo, a revision), which then show the new value. */
  readonly epoch: number
}

export type DraftSession = {
  readonly get: () => SessionState
  readonly subscribe: (listener: () => void) => () => void
  /** Changes one answer; undefined removes it, null leaves it open on purpose. */
  readonly answer: (question: string, value: Json | undefined) => void
  /** Changes one answer from outside of its field, which then shows the new value. A step of its own for undo. */
  readonly fill: (question: string, value: Json) => void
  /** Takes the last change back and says which question it was. */
  readonly undo: () => string | undefined
  readonly redo: () => string | undefined
  /** Shows the answers of a restored revision; they are on disk already. */
  readonly replace: (answers: Answers) => void
  readonly flush: () => Promise<void>
  readonly hasUnsaved: () => boolean
  readonly close: () => void
}

type Step = { readonly question: string; readonly before: Json | undefined; after: Json | undefined; at: number }
type Options = {
  readonly answers: Answers
  readonly save: (question: string, value: Json | undefined) => Promise<unknown>
  readonly judge: (error: unknown) => 'away' | 'refused' | 'trouble'
  readonly now: () => number
}

/** Typing within this time counts as one step of undo. */
const oneStepMs = 1200

/** The answers of an open draft: changed at once, saved behind, with undo for as long as the draft is open. */
export function createDraftSession({ answers, save, judge, now }: Options): DraftSession {
  let state: SessionState = { answers, save: { kind: 'saved' }, canUndo: false, canRedo: false, epoch: 0 }
  const listeners = new Set<() => void>()
  const done: Step[] = []
  const undone: Step[] = []
  const set = (change: Partial<SessionState>) => {
    state = { ...state, ...change, canUndo: done.length > 0, canRedo: undone.length > 0 }
    for (const listener of listeners) listener()
  }
  const saver = createAnswerSaver({ save, judge, delayMs: 150, retryMs: 700, onState: (next) => set({ save: next }) })
  const write = (question: string, value: Json | undefined, epoch: number) => {
    const { [question]: _, ...others } = state.answers
    set({ answers: value === undefined ? others : { ...state.answers, [question]: value }, epoch })
    saver.put(question, value)
  }
  const move = (from: Step[], to: Step[], which: 'before' | 'after') => {
    const step = from.pop()
    if (step === undefined) return undefined
    to.push(step)
    write(step.question, step[which], state.epoch + 1)
    return step.question
  }
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    answer: (question, value) => {
      const before = state.answers[question]
      const last = done.at(-1)
      if (last !== undefined && last.question === question && now() - last.at < oneStepMs && undone.length === 0) {
        last.after = value
        last.at = now()
      } else {
        done.push({ question, before, after: value, at: now() })
      }
      undone.length = 0
      write(question, value, state.epoch)
    },
    fill: (question, value) => {
      done.push({ question, before: state.answers[question], after: value, at: Number.NEGATIVE_INFINITY })
      undone.length = 0
      write(question, value, state.epoch + 1)
    },
    undo: () => move(done, undone, 'before'),
    redo: () => move(undone, done, 'after'),
    replace: (next) => {
      done.length = 0
      undone.length = 0
      set({ answers: next, epoch: state.epoch + 1 })
    },
    flush: () => {
      // What follows a revision, an export or leaving the window is a step of its own, however soon it comes.
      const last = done.at(-1)
      if (last !== undefined) last.at = Number.NEGATIVE_INFINITY
      return saver.flush()
    },
    hasUnsaved: saver.hasUnsaved,
    close: saver.close,
  }
}
