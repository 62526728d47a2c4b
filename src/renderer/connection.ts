// The page's connection to core and to the desktop shell. Import `core` and `desktop` and call procedures; everything else here
// happens by itself after `connect()`.
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'

import { createReplaceableLink, isCoreRestarted } from './connection-link.ts'
import type { MusubiBridge, PageNonceMeta, PortAnnouncement, PortChannel } from '../shared/contract/bridge.ts'
import type { coreContract } from '../shared/contract/core.ts'
import type { CoreStatus, desktopContract, MenuCommand } from '../shared/contract/desktop.ts'

declare global {
  interface Window {
    /** Put there by the preload script; absent outside Electron. */
    readonly musubi?: MusubiBridge
  }
}

/** How long a call waits for core to come back before it fails. */
const waitForPortMs = 10_000

const coreLink = createReplaceableLink(waitForPortMs)
const desktopLink = createReplaceableLink(waitForPortMs)

/** Every procedure of the core process. A call that was under way when core died rejects with the code `coreRestarted`. */
export const core: ContractRouterClient<typeof coreContract> = createORPCClient(coreLink)

/** Every procedure of the desktop shell: dialogs, clipboard, menu, appearance. */
export const desktop: ContractRouterClient<typeof desktopContract> = createORPCClient(desktopLink)

export { isCoreRestarted }

type Listener = () => void

const createStatusStore = () => {
  let status: CoreStatus = { state: 'starting' }
  const listeners = new Set<Listener>()
  return {
    get: (): CoreStatus => status,
    /** Calls the listener after each change; answers how to stop that. Fits `useSyncExternalStore`. */
    subscribe: (listener: Listener): Listener => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    set: (next: CoreStatus) => {
      status = next
      for (const listener of listeners) listener()
    },
  }
}

const statusStore = createStatusStore()

/** How the core process is doing, as a store to read and subscribe to. */
export const coreStatus = { get: statusStore.get, subscribe: statusStore.subscribe }

const commandListeners = new Set<(command: MenuCommand) => void>()

/** Calls the listener for each menu command that is meant for the page; answers how to stop that. */
export const onMenuCommand = (listener: (command: MenuCommand) => void): Listener => {
  commandListeners.add(listener)
  return () => {
    commandListeners.delete(listener)
  }
}

const portChannel: PortChannel = 'musubi:port'
const pageNonceMeta: PageNonceMeta = 'musubi-page-nonce'

const isAnnouncement = (data: unknown, nonce: string): data is PortAnnouncement =>
  typeof data === 'object' && data !== null && 'channel' in data && data.channel === portChannel && 'nonce' in data && data.nonce === nonce && 'port' in data

const applyStatus = (status: CoreStatus) => {
  if (status.state === 'restarting') coreLink.lose()
  if (status.state === 'failed' || status.state === 'stopped') coreLink.giveUp()
  statusStore.set(status)
}

const followStatus = async () => {
  for await (const status of await desktop.core.statuses()) applyStatus(status)
}

const followCommands = async () => {
  for await (const command of await desktop.menu.commands()) {
    for (const listener of commandListeners) listener(command)
  }
}

/** Claims this page's ports and follows core status and menu commands. Call once, before anything is drawn. */
export const connect = (): void => {
  const nonce = document.querySelector<HTMLMetaElement>(`meta[name="${pageNonceMeta}"]`)?.content ?? ''
  const bridge = window.musubi
  if (bridge === undefined || nonce === '') {
    applyStatus({ state: 'failed', code: 'bug' })
    return
  }
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== window.location.origin || !isAnnouncement(event.data, nonce)) return
    const port = event.ports[0]
    if (port === undefined) return
    if (event.data.port === 'core') coreLink.replace(port)
    else desktopLink.replace(port)
  })
  bridge.connect(nonce)
  // Both streams live as long as main does; when main is gone, so is this page.
  followStatus().catch(() => {
    applyStatus({ state: 'stopped' })
  })
  followCommands().catch(() => undefined)
}
