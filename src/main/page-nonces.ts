import { randomUUID } from 'node:crypto'

/** The nonces of pages that were served and have not claimed their ports yet. */
export type PageNonces = {
  readonly issue: () => string
  /** Whether the nonce was issued and not used; it is used then. */
  readonly redeem: (nonce: string) => boolean
}

/** Pages that are served but never claim anything must not pile up. */
const maximumOpen = 8

/** Makes an empty book of nonces. */
export const createPageNonces = (newNonce: () => string = randomUUID): PageNonces => {
  const open: string[] = []
  return {
    issue: () => {
      const nonce = newNonce()
      open.push(nonce)
      if (open.length > maximumOpen) open.shift()
      return nonce
    },
    redeem: (nonce) => {
      const index = open.indexOf(nonce)
      if (index < 0) return false
      open.splice(index, 1)
      return true
    },
  }
}
