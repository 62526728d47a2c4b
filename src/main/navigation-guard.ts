// No page leaves the app, no window opens another, nothing is embedded.
import { app, type WebContents } from 'electron'

import { isAppUrl, parsedUrl } from './app-url.ts'

/** What a page may try and what happens then. */
export type NavigationGuardOptions = {
  /** Called with an address a page wants in a new window; asking the person is up to the caller. */
  readonly onOutsideLink: (address: string) => void
  readonly onRefused: (what: string) => void
}

/** Whether a page may go to this address: its own page and nothing else, so that no query or other file replaces it. */
export const isNavigationAllowed = (address: string): boolean => {
  const url = parsedUrl(address)
  if (url === null || !isAppUrl(address)) return false
  return (url.pathname === '' || url.pathname === '/' || url.pathname === '/index.html') && url.search === ''
}

/** Guards every present and future web contents. */
export const guardNavigation = (options: NavigationGuardOptions): void => {
  app.on('web-contents-created', (_event, contents) => {
    guard(contents, options)
  })
}

const guard = (contents: WebContents, options: NavigationGuardOptions): void => {
  const stop = (event: { preventDefault: () => void }, address: string, what: string) => {
    if (isNavigationAllowed(address)) return
    event.preventDefault()
    options.onRefused(what)
  }
  contents.on('will-navigate', (event) => {
    stop(event, event.url, 'navigation')
  })
  contents.on('will-frame-navigate', (event) => {
    stop(event, event.url, 'frame navigation')
  })
  contents.on('will-redirect', (event) => {
    stop(event, event.url, 'redirect')
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    options.onRefused('webview')
  })
  // WebRTC would otherwise send packets past every other guard.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(({ url }) => {
    options.onOutsideLink(url)
    return { action: 'deny' }
  })
}
