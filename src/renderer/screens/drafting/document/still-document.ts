import { createContext } from 'react'

/** Whether the document is only read, as a redline is: its words lead nowhere and are no buttons. */
export const StillDocument = createContext(false)
