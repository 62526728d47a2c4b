import { createContext, useContext } from 'react'

/** Asks for an exported file and opens it, from wherever one stands. */
export const OpenFileContext = createContext<() => void>(() => undefined)

export function useOpenFile(): () => void {
  return useContext(OpenFileContext)
}
