// What a session lets pages do: nothing over the network, no devices, no permissions but those of the table.
import type { Session } from 'electron'

import { isAppUrl } from './app-url.ts'
import { isPermitted } from './permissions.ts'

/** Whether a request may go on: the app's own files, and what a page makes itself (pictures as data or blobs). */
export const isRequestAllowed = (address: string, areDevToolsAllowed: boolean): boolean => {
  if (isAppUrl(address)) return true
  if (address.startsWith('data:') || address.startsWith('blob:app://musubi/')) return true
  return areDevToolsAllowed && address.startsWith('devtools:')
}

/** Locks a session down. Call it for every session before a page is loaded in it. */
export const secureSession = (session: Session, options: { readonly areDevToolsAllowed: boolean; readonly onRefused: (scheme: string) => void }): void => {
  session.webRequest.onBeforeRequest((details, respond) => {
    const isAllowed = isRequestAllowed(details.url, options.areDevToolsAllowed)
    if (!isAllowed) options.onRefused(details.url.slice(0, details.url.indexOf(':')))
    respond({ cancel: !isAllowed })
  })
  session.setPermissionRequestHandler((contents, permission, respond) => {
    respond(isPermitted(permission) && isAppUrl(contents.getURL()))
  })
  session.setPermissionCheckHandler((contents, permission) => contents !== null && isPermitted(permission) && isAppUrl(contents.getURL()))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, respond) => {
    respond({})
  })
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setBluetoothPairingHandler((_details, respond) => {
    respond({ confirmed: false })
  })
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) refuseDevice(session, event)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

type DeviceEvent = 'select-hid-device' | 'select-serial-port' | 'select-usb-device'

const refuseDevice = (session: Session, event: DeviceEvent): void => {
  // The typings have one overload per event, which a union does not match.
  if (event === 'select-hid-device') session.on(event, (happening, _details, respond) => refuse(happening, respond))
  if (event === 'select-serial-port') session.on(event, (happening, _ports, _contents, respond) => refuse(happening, respond))
  if (event === 'select-usb-device') session.on(event, (happening, _details, respond) => refuse(happening, respond))
}

const refuse = (event: { preventDefault: () => void }, respond: (id: string) => void): void => {
  event.preventDefault()
  respond('')
}
