import { createContext, useContext, useMemo, useState } from 'react'
import type { AppliedDeviations } from '../../../../engine/apply-deviations.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { MarginMark } from '../../../ui/margin-mark.tsx'

type Marks = { readonly byRow: AppliedDeviations['byRow']; readonly onOpen: (id: string) => void }

const MarksContext = createContext<Marks>({ byRow: new Map(), onOpen: () => undefined })
/** Tells rows, wherever they are drawn, whether they deviate from the template. */
export const DeviationMarks = MarksContext.Provider

/** The same object as long as the same rows deviate: rows are drawn again only when that changes, not with every key. */
export function useDeviationMarks(byRow: AppliedDeviations['byRow'], onOpen: (id: string) => void): Marks {
  const key = [...byRow].map(([row, list]) => `${row} ${list.map(({ id, note }) => `${id} ${note}`).join()}`).join('\n')
  const [kept, keep] = useState({ key, byRow })
  if (kept.key !== key) keep({ key, byRow })
  const stable = kept.byRow
  return useMemo(() => ({ byRow: stable, onOpen }), [stable, onOpen])
}

/** A mark in the margin of a row that was agreed otherwise than the template says; it leads to the register. */
export function DeviationMark({ row }: { readonly row: string }) {
  const { t } = useWords()
  const { byRow, onOpen } = useContext(MarksContext)
  const [first, ...others] = byRow.get(row) ?? []
  if (first === undefined) return null
  const notes = [first, ...others].map(({ note }) => note).filter((note) => note !== '')
  return <MarginMark label={notes.length === 0 ? t('returned.markPlain') : t('returned.mark', { note: notes.join(' · ') })} onPress={() => onOpen(first.id)} />
}
