// The only place that listens to raw messages of pages. Everything else arrives on a port that was handed out here.
import { type IpcMainEvent, ipcMain, type WebContents } from 'electron'

import { isAppUrl } from './app-url.ts'
import type { ConnectChannel } from '../shared/contract/bridge.ts'

const connectChannel: ConnectChannel = 'musubi:connect'

/** The part of an event that decides whether its sender is trusted. */
export type Sender = {
  readonly contentsId: number
  /** Null when the frame is gone already. */
  readonly frame: { readonly url: string; readonly isTop: boolean } | null
}

/** Whether a message comes from the top frame of one of our own windows, showing one of our own pages. */
export const isTrustedSender = (sender: Sender, knownContents: ReadonlySet<number>): boolean =>
  sender.frame !== null && sender.frame.isTop && isAppUrl(sender.frame.url) && knownContents.has(sender.contentsId)

const senderOf = (event: IpcMainEvent): Sender => {
  const frame = event.senderFrame
  return {
    contentsId: event.sender.id,
    frame: frame === null ? null : { url: frame.url, isTop: frame.parent === null },
  }
}

/** Listens for pages that claim their ports. */
export const listenForClaims = (options: {
  readonly knownContents: () => ReadonlySet<number>
  readonly onClaim: (contents: WebContents, nonce: string) => void
  readonly onRefused: (reason: string) => void
}): void => {
  ipcMain.on(connectChannel, (event, nonce: unknown) => {
    if (!isTrustedSender(senderOf(event), options.knownContents())) options.onRefused('sender')
    else if (typeof nonce !== 'string' || nonce.length > 64) options.onRefused('nonce')
    else options.onClaim(event.sender, nonce)
  })
}
