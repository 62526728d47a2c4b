import type { Json } from '../../../../engine/answers.ts'

/** How far saving is. `waiting`: core is away, everything is kept and sent again; `failed`: core refused, with its error. */
export type SaveState =
  { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'waiting' } | { readonly kind: 'failed'; readonly error: unknown }

type SaverOptions = {
  readonly save: (question: string, value: Json | undefined) => Promise<unknown>
  /** `away`: try again by itself; `refused`: this answer cannot be saved as it is; `trouble`: something outside must change first. */
  readonly judge: (error: unknown) => 'away' | 'refused' | 'trouble'
  readonly onState: (state: SaveState) => void
  /** The shortest time between two rounds of sending while somebody types; the first change goes out at once, so that quitting finds nothing waiting. */
  readonly delayMs: number
  readonly retryMs: number
}

export type AnswerSaver = {
  readonly put: (question: string, value: Json | undefined) => void
  /** Sends what is still waiting, without waiting for a pause in typing; resolves when nothing is left or saving is stuck. */
  readonly flush: () => Promise<void>
  readonly hasUnsaved: () => boolean
  readonly close: () => void
}

/**
 * Saves answers one after the other in the order they were given, the newest value of each question only. Nothing is forgotten before
 * core has acknowledged it: what fails is kept and sent again.
 */
export function createAnswerSaver({ save, judge, onState, delayMs, retryMs }: SaverOptions): AnswerSaver {
  const unsaved = new Map<string, { readonly value: Json | undefined }>()
  const refused = new Map<string, { readonly entry: { readonly value: Json | undefined }; readonly error: unknown }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isResting = false
  let running: Promise<void> | undefined
  let isClosed = false

  const schedule = (ms: number) => {
    if (timer !== undefined) clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void run(), ms)
  }
  const nextUp = () => [...unsaved].find(([question, entry]) => refused.get(question)?.entry !== entry)

  const sendAll = async (): Promise<void> => {
    for (let next = nextUp(); next !== undefined; next = nextUp()) {
      const [question, entry] = next
      onState({ kind: 'saving' })
      try {
        await save(question, entry.value)
        refused.delete(question)
        if (unsaved.get(question) === entry) unsaved.delete(question)
      } catch (error) {
        const verdict = judge(error)
        if (verdict === 'refused') {
          refused.set(question, { entry, error })
          continue
        }
        onState(verdict === 'away' ? { kind: 'waiting' } : { kind: 'failed', error })
        schedule(retryMs)
        return
      }
    }
    const [firstRefused] = [...refused].filter(([question, { entry }]) => unsaved.get(question) === entry)
    onState(firstRefused === undefined ? { kind: 'saved' } : { kind: 'failed', error: firstRefused[1].error })
  }

  const run = async (): Promise<void> => {
    if (timer !== undefined) clearTimeout(timer)
    timer = undefined
    if (running === undefined) {
      running = sendAll().finally(() => {
        running = undefined
      })
      isResting = true
      setTimeout(() => {
        isResting = false
      }, delayMs)
    }
    await running
  }

  return {
    put: (question, value) => {
      // Taken out first, so that the order is that of the last change.
      unsaved.delete(question)
      unsaved.set(question, { value })
      onState({ kind: 'saving' })
      if (isResting || running !== undefined) schedule(delayMs)
      else void run()
    },
    flush: run,
    hasUnsaved: () => unsaved.size > 0,
    close: () => {
      isClosed = true
      if (timer !== undefined) clearTimeout(timer)
      if (unsaved.size > 0) void run()
    },
  }
}
