import type { FileHandle } from '../shared/contract/ids.ts'
import { AppError } from '../shared/errors.ts'

/** Files a person chose in a dialog, by one-time ticket; the window holds tickets, never paths. */
export type Files = {
  /** Notes the path behind a ticket. Called by main, never through the contract. */
  readonly register: (handle: string, path: string) => void
  /** Takes the path of a ticket, which is void afterwards. */
  readonly take: (handle: FileHandle) => string
  /** Looks the path of a ticket up that stays good: for a table that is read again after it was mended, and for a folder. */
  readonly look: (handle: FileHandle) => string
  /** Keeps the content of a file that was read, in case the person wants something else with it than was asked first. */
  readonly remember: (ticket: string, bytes: Uint8Array) => void
  /** The content kept under a ticket; it stays until newer ones take its place. */
  readonly remembered: (ticket: string) => Uint8Array
}

/** Tickets of dialogs whose choice was never used are dropped, oldest first. */
const maximumTickets = 64
/** Contents kept in memory; one file is 64 MB at most and usually a hundred kilobytes. */
const maximumContents = 2

/** Makes an empty book of tickets. */
export function createFiles(): Files {
  const paths = new Map<string, string>()
  const contents = new Map<string, Uint8Array>()
  const look = (handle: FileHandle): string => {
    const path = paths.get(handle)
    if (path === undefined) throw new AppError('handleUnknown')
    return path
  }
  return {
    look,
    register: (handle, path) => {
      paths.delete(handle)
      paths.set(handle, path)
      const oldest = paths.keys().next()
      if (paths.size > maximumTickets && oldest.done !== true) paths.delete(oldest.value)
    },
    take: (handle) => {
      const path = look(handle)
      paths.delete(handle)
      return path
    },
    remember: (ticket, bytes) => {
      contents.set(ticket, bytes)
      const oldest = contents.keys().next()
      if (contents.size > maximumContents && oldest.done !== true) contents.delete(oldest.value)
    },
    remembered: (ticket) => {
      const bytes = contents.get(ticket)
      if (bytes === undefined) throw new AppError('handleUnknown')
      return bytes
    },
  }
}
