// Hands each page load its two ports, once, and takes them back when the page goes.
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'

import type { PageNonces } from './page-nonces.ts'
import type { PortAnnouncement, PortChannel, PortKind } from '../shared/contract/bridge.ts'

const portChannel: PortChannel = 'musubi:port'

/** Where ports lead to. */
export type PortBrokerOptions = {
  readonly nonces: PageNonces
  readonly attachCore: (port: MessagePortMain) => void
  readonly attachDesktop: (port: MessagePortMain) => void
  readonly onRefused: (reason: string) => void
}

/** The page that is loaded at the moment and what it was given. */
type Page = { readonly contents: WebContents; readonly nonce: string; readonly ports: Map<PortKind, MessagePortMain> }

/** See {@link createPortBroker}. */
export type PortBroker = {
  readonly claim: (contents: WebContents, nonce: string) => void
  /** The page of these contents is gone: reloaded, crashed or closed. */
  readonly release: (contentsId: number) => void
  /** Gives every page a port to the new core process. */
  readonly renewCorePorts: () => void
}

/** Makes a broker without pages. */
export const createPortBroker = (options: PortBrokerOptions): PortBroker => {
  const pages = new Map<number, Page>()

  const give = (page: Page, kind: PortKind, attach: (port: MessagePortMain) => void) => {
    page.ports.get(kind)?.close()
    const { port1, port2 } = new MessageChannelMain()
    // Closing our end of a port that was handed on has no effect; the end the page holds is closed by its going away.
    page.ports.set(kind, port1)
    attach(port1)
    const announcement: PortAnnouncement = { channel: portChannel, port: kind, nonce: page.nonce }
    page.contents.postMessage(portChannel, announcement, [port2])
  }

  const release = (contentsId: number) => {
    const page = pages.get(contentsId)
    pages.delete(contentsId)
    for (const port of page?.ports.values() ?? []) port.close()
  }

  return {
    claim: (contents, nonce) => {
      if (pages.has(contents.id)) {
        options.onRefused('claimed already')
        return
      }
      if (!options.nonces.redeem(nonce)) {
        options.onRefused('unknown nonce')
        return
      }
      const page: Page = { contents, nonce, ports: new Map() }
      pages.set(contents.id, page)
      give(page, 'desktop', options.attachDesktop)
      give(page, 'core', options.attachCore)
    },
    release,
    renewCorePorts: () => {
      for (const page of pages.values()) give(page, 'core', options.attachCore)
    },
  }
}
