import { createContext, useContext, useMemo, useState, useSyncExternalStore } from 'react'
import type { Agreement } from '../../../../engine/agreement.ts'
import type { Answers } from '../../../../engine/answers.ts'
import { type Balance, balanceIf, balanceOf, type Lean } from '../../../../engine/balance.ts'
import { leanText, sideName } from '../../../../engine/balance-words.ts'
import type { Interview } from '../../../../engine/interview.ts'
import type { Language } from '../../../../engine/language.ts'
import type { InterfaceLanguage } from '../../../i18n/i18n.ts'

/** An alternative somebody looks at without having chosen it. */
export type Pointed = { readonly question: string; readonly alternative: string }

/** Which side the open draft favours, and what a choice would do to that. */
export type DraftBalance = {
  readonly balance: Balance
  readonly nameOf: (side: 'left' | 'right') => string
  /** Where something stands, in words. */
  readonly say: (lean: Lean) => string
  readonly ifChosen: (pointed: Pointed) => Balance
  readonly pointed: PointedStore
}

type PointedStore = {
  readonly get: () => Pointed | undefined
  readonly set: (pointed: Pointed | undefined) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Kept outside of the components: moving over cards must not draw the whole screen again. */
function createPointedStore(): PointedStore {
  let current: Pointed | undefined
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (pointed) => {
      if (pointed?.question === current?.question && pointed?.alternative === current?.alternative) return
      current = pointed
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Source = {
  readonly agreement: Agreement
  readonly interview: Interview
  readonly answers: Answers
  readonly languages: readonly Language[]
}

/** The balance of the open draft. The same object as long as nothing in it changed, so that typing a text draws no scale again. */
export function useMakeBalance(source: Source, language: InterfaceLanguage): DraftBalance {
  const [pointed] = useState(createPointedStore)
  const { agreement, interview } = source
  const balance = useMemo(() => balanceOf(agreement, interview), [agreement, interview])
  const left = sideName(agreement, interview, balance, 'left', language)
  const right = sideName(agreement, interview, balance, 'right', language)
  const key = JSON.stringify([balance, left, right, language])
  const [kept, keep] = useState({ key, source })
  if (kept.key !== key || kept.source.agreement !== agreement) keep({ key, source })
  return useMemo(() => {
    const { agreement: own, interview: current, answers, languages } = kept.source
    const nameOf = (side: 'left' | 'right'): string => (side === 'left' ? left : right)
    return {
      balance: balanceOf(own, current),
      nameOf,
      say: (lean) => leanText(lean, nameOf, language),
      ifChosen: ({ question, alternative }) => balanceIf(own, current, { answers, languages }, question, alternative),
      pointed,
    }
  }, [kept, left, right, language, pointed])
}

const BalanceContext = createContext<DraftBalance | undefined>(undefined)
export const BalanceProvider = BalanceContext.Provider

export function useBalance(): DraftBalance | undefined {
  return useContext(BalanceContext)
}

const nothing: PointedStore = createPointedStore()

/** The alternative that is being looked at. */
export function usePointed(): Pointed | undefined {
  const store = useBalance()?.pointed ?? nothing
  return useSyncExternalStore(store.subscribe, store.get)
}
