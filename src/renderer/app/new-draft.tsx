import type { GuideAnswers } from '../../engine/guide.ts'
import { createContext, useContext } from 'react'

/** What a new draft may know beforehand. */
export type NewDraftRequest = {
  readonly templateId?: string
  readonly kind?: 'agreement' | 'checklist'
  /** Answers to the guide, which go into the draft. */
  readonly guide?: GuideAnswers
}

/** Opens the dialog that begins a draft, from wherever one stands. */
export const NewDraftContext = createContext<(request?: NewDraftRequest) => void>(() => undefined)

export function useNewDraft(): (request?: NewDraftRequest) => void {
  return useContext(NewDraftContext)
}
