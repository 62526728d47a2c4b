import { contextBridge, ipcRenderer } from 'electron'

import type { BridgeName, ConnectChannel, MusubiBridge, PortAnnouncement, PortChannel } from '../shared/contract/bridge.ts'

const bridgeName: BridgeName = 'musubi'
const connectChannel: ConnectChannel = 'musubi:connect'
const portChannel: PortChannel = 'musubi:port'

// Ports cannot pass the context bridge, so they take the page's own message event. The target origin keeps them from a page that
// was navigated to in the meantime.
ipcRenderer.on(portChannel, (event, announcement: PortAnnouncement) => {
  window.postMessage(announcement, window.location.origin, [...event.ports])
})

const bridge: MusubiBridge = {
  connect: (nonce) => {
    if (typeof nonce === 'string' && nonce.length <= 64) ipcRenderer.send(connectChannel, nonce)
  },
}

contextBridge.exposeInMainWorld(bridgeName, Object.freeze(bridge))
