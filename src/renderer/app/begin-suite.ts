import { createContext, useContext } from 'react'
import type { GuideAnswers } from '../../engine/guide.ts'

/** Which set of documents to begin, and what the guide was told. */
export type BeginSuiteRequest = { readonly suiteId: string; readonly guide?: GuideAnswers }

/** Opens the dialog that begins a set of documents, from wherever one stands. */
export const BeginSuiteContext = createContext<(request: BeginSuiteRequest) => void>(() => undefined)

export function useBeginSuite(): (request: BeginSuiteRequest) => void {
  return useContext(BeginSuiteContext)
}
