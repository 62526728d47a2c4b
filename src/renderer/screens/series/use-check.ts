import { useEffect, useState } from 'react'
import { type CheckedTable, type SeriesInput, seriesInputSchema } from '../../../shared/contract/series.ts'
import { core } from '../../connection.ts'

export type CheckState =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking'; readonly rows: number }
  | { readonly kind: 'checked'; readonly table: CheckedTable }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Checks the table whenever what it is checked against changes, and again with each `attempt`. */
export function useCheck(input: SeriesInput | undefined, attempt: number): CheckState {
  // The key stands for the input, which is a new object with every drawing.
  const key = input === undefined ? undefined : JSON.stringify(input)
  const [found, setFound] = useState<{ readonly key: string; readonly attempt: number; readonly state: CheckState }>()
  useEffect(() => {
    if (key === undefined) return
    const controller = new AbortController()
    const tell = (state: CheckState) => {
      if (!controller.signal.aborted) setFound({ key, attempt, state })
    }
    const check = async () => {
      const events = await core.series.check(seriesInputSchema.parse(JSON.parse(key)), { signal: controller.signal })
      for await (const event of events) tell(event.kind === 'checking' ? { kind: 'checking', rows: event.rows } : { kind: 'checked', table: event.table })
    }
    check().catch((error: unknown) => tell({ kind: 'failed', error }))
    return () => controller.abort()
  }, [key, attempt])
  if (key === undefined) return { kind: 'none' }
  // What was found for another input says nothing about this one.
  return found?.key === key && found.attempt === attempt ? found.state : { kind: 'checking', rows: 0 }
}
