// The one table of keyboard shortcuts: the native menu, tooltips and the help page all read it.

/** Everything a menu item can ask the page to do by name. */
export const menuCommandNames = [
  'home',
  'newDraft',
  'openFile',
  'guide',
  'series',
  'export',
  'find',
  'settings',
  'toggleOutline',
  'toggleDocument',
  'openPoints',
  'nextPage',
  'previousPage',
  'glossary',
  'shortcuts',
  'help',
  'about',
] as const
export type MenuCommandName = (typeof menuCommandNames)[number]

/** The keys of each command in Electron's notation; `CmdOrCtrl` is ⌘ on macOS and Ctrl elsewhere. */
export const shortcuts = {
  home: 'CmdOrCtrl+Shift+H',
  newDraft: 'CmdOrCtrl+N',
  openFile: 'CmdOrCtrl+O',
  export: 'CmdOrCtrl+E',
  find: 'CmdOrCtrl+F',
  settings: 'CmdOrCtrl+,',
  toggleOutline: 'CmdOrCtrl+1',
  toggleDocument: 'CmdOrCtrl+2',
  openPoints: 'CmdOrCtrl+J',
  nextPage: 'Alt+PageDown',
  previousPage: 'Alt+PageUp',
  shortcuts: 'CmdOrCtrl+/',
  help: 'F1',
} as const satisfies Partial<Record<MenuCommandName, string>>

/** The platforms whose keys are named differently. */
export type KeyPlatform = 'mac' | 'windows' | 'linux'

/** The commands that have keys. */
export type ShortcutName = keyof typeof shortcuts

const macKeys: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', PageDown: '⇟', PageUp: '⇞' }
const germanKeys: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Strg',
  Shift: 'Umschalt',
  PageDown: 'Bild ab',
  PageUp: 'Bild auf',
}
const englishKeys: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', PageDown: 'Page Down', PageUp: 'Page Up' }

/** The keys of a command as a person reads them: `⌘N` on macOS, `Strg+N` in German, `Ctrl+N` otherwise. */
export const shortcutLabel = (name: ShortcutName, platform: KeyPlatform, language: string): string => {
  const parts = shortcuts[name].split('+')
  if (platform === 'mac') return parts.map((part) => macKeys[part] ?? part).join('')
  const names = language === 'de' ? germanKeys : englishKeys
  return parts.map((part) => names[part] ?? part).join('+')
}

/** The keys of a command for `aria-keyshortcuts`, for example `Control+N`. */
export const shortcutForAria = (name: ShortcutName, platform: KeyPlatform): string =>
  shortcuts[name].replace('CmdOrCtrl', platform === 'mac' ? 'Meta' : 'Control')
