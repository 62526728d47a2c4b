import { app } from 'electron'

/** Chromium switches, with the reason for each; they hold below everything a session decides. */
const switches: readonly (readonly [name: string, value?: string])[] = [
  // No name and no address is ever looked up or connected to, whoever asks.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // A configured proxy would be asked to look names up instead, and its settings may be fetched from the network.
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['dns-prefetch-disable'],
]

/** Takes the network away from Chromium; must run before the app is ready. */
export const blockNetwork = (): void => {
  for (const [name, value] of switches) {
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
  }
}
