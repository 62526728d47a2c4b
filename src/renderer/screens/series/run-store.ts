// The run of a series lives outside of its screen, so that one can work elsewhere while it goes on and come back to it.
import { useSyncExternalStore } from 'react'
import type { SeriesInput, SeriesResult } from '../../../shared/contract/series.ts'
import type { InterfaceLanguage } from '../../../shared/interface-language.ts'
import { core } from '../../connection.ts'
import type { Chosen } from './series-choice.ts'

type RunRequest = Omit<SeriesInput, 'table'> & {
  readonly table: Chosen
  readonly folder: Chosen
  readonly formats: ('pdf' | 'docx')[]
  readonly hasWatermark: boolean
  readonly hasData: boolean
  readonly existing: 'refuse' | 'overwrite' | 'skip'
  readonly listLanguage: InterfaceLanguage
}

/** Where a series is. `secondsLeft` is unknown until enough rows have been written to tell. */
export type RunState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      readonly done: number
      readonly failed: number
      /** Rows that are dealt with, of all; none while the table is being checked. */
      readonly settled: number
      readonly of: number
      readonly secondsLeft: number | undefined
      readonly isStopping: boolean
    }
  | { readonly kind: 'done'; readonly result: SeriesResult; readonly folder: Chosen }
  | { readonly kind: 'failed'; readonly error: unknown }

let state: RunState = { kind: 'idle' }
let runId: string | undefined
const listeners = new Set<() => void>()

function set(next: RunState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Rows that must be written before their pace says anything about the rest. */
const rowsForPace = 5

/** Starts a series; only one runs at a time. */
export async function startRun({ table, folder, ...request }: RunRequest): Promise<void> {
  if (state.kind === 'running') return
  const id = crypto.randomUUID()
  runId = id
  let writingSince: number | undefined
  set({ kind: 'running', done: 0, failed: 0, settled: 0, of: 0, secondsLeft: undefined, isStopping: false })
  try {
    for await (const event of await core.series.run({ ...request, runId: id, table: table.handle, folder: folder.handle })) {
      if (event.kind === 'done') set({ kind: 'done', result: event.result, folder })
      if (event.kind !== 'progress') continue
      writingSince ??= performance.now()
      const { done, failed, skipped, of } = event
      const settled = done + failed + skipped
      const secondsPerRow = (performance.now() - writingSince) / 1000 / Math.max(1, done)
      const secondsLeft = done < rowsForPace ? undefined : secondsPerRow * (of - settled)
      set({ kind: 'running', done, failed, settled, of, secondsLeft, isStopping: isStopping() })
    }
    // A stream that ends without a result was cut off with the process behind it.
    if (isRunning()) set({ kind: 'idle' })
  } catch (error) {
    set({ kind: 'failed', error })
  }
}

function isRunning(): boolean {
  return state.kind === 'running'
}

function isStopping(): boolean {
  return state.kind === 'running' && state.isStopping
}

/** Asks the running series to stop; it finishes the rows in hand and tells how far it came. */
export async function stopRun(): Promise<void> {
  if (state.kind !== 'running' || runId === undefined) return
  set({ ...state, isStopping: true })
  await core.series.stop({ runId })
}

/** Forgets how the last series ended. */
export function forgetRun(): void {
  if (state.kind !== 'running') set({ kind: 'idle' })
}

/** The series that runs, or how the last one ended. */
export function useRun(): RunState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => state,
  )
}
