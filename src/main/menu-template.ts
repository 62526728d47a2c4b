import type { MenuItemConstructorOptions } from 'electron'

import { shellTexts } from './texts.ts'
import type { MenuCommand, Theme } from '../shared/contract/desktop.ts'
import { type InterfaceLanguage, interfaceLanguageNames, interfaceLanguages } from '../shared/interface-language.ts'
import { type MenuCommandName, shortcuts } from '../shared/shortcuts.ts'

/** What the menu depends on. */
export type MenuInput = {
  readonly language: InterfaceLanguage
  readonly theme: Theme
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  readonly isDraftOpen: boolean
  readonly send: (command: MenuCommand) => void
  readonly openDataFolder: () => void
}

/** The commands that need an open draft to mean anything. */
const draftCommands: ReadonlySet<MenuCommandName> = new Set(['export', 'find', 'toggleOutline', 'toggleDocument', 'openPoints', 'nextPage', 'previousPage'])

const themes = ['system', 'light', 'dark'] as const
const separator = { type: 'separator' } as const satisfies MenuItemConstructorOptions

/** The application menu as data. */
export const menuTemplate = (input: MenuInput): MenuItemConstructorOptions[] => {
  const texts = shellTexts[input.language]
  const isMac = input.platform === 'darwin'
  const keys: Partial<Record<MenuCommandName, string>> = shortcuts

  const command = (name: MenuCommandName): MenuItemConstructorOptions => {
    const accelerator = keys[name]
    return {
      id: name,
      label: texts.commands[name],
      enabled: input.isDraftOpen || !draftCommands.has(name),
      ...(accelerator === undefined ? {} : { accelerator }),
      click: () => {
        input.send({ kind: 'command', command: name })
      },
    }
  }

  const appMenu: MenuItemConstructorOptions = {
    label: 'Musubi',
    submenu: [
      command('about'),
      separator,
      command('settings'),
      separator,
      { role: 'hide', label: texts.roles.hide },
      { role: 'hideOthers', label: texts.roles.hideOthers },
      { role: 'unhide', label: texts.roles.showAll },
      separator,
      { role: 'quit', label: texts.roles.quit },
    ],
  }

  const fileMenu: MenuItemConstructorOptions = {
    label: texts.menus.file,
    submenu: [
      command('newDraft'),
      command('openFile'),
      command('guide'),
      command('series'),
      separator,
      command('export'),
      ...(isMac
        ? [separator, { role: 'close' as const, label: texts.roles.close }]
        : [separator, command('settings'), separator, { role: 'quit' as const, label: texts.roles.quit }]),
    ],
  }

  const editMenu: MenuItemConstructorOptions = {
    label: texts.menus.edit,
    submenu: [
      { role: 'undo', label: texts.roles.undo },
      { role: 'redo', label: texts.roles.redo },
      separator,
      { role: 'cut', label: texts.roles.cut },
      { role: 'copy', label: texts.roles.copy },
      { role: 'paste', label: texts.roles.paste },
      { role: 'selectAll', label: texts.roles.selectAll },
      separator,
      command('find'),
    ],
  }

  const viewMenu: MenuItemConstructorOptions = {
    label: texts.menus.view,
    submenu: [
      command('home'),
      command('openPoints'),
      separator,
      command('toggleOutline'),
      command('toggleDocument'),
      separator,
      command('nextPage'),
      command('previousPage'),
      separator,
      {
        label: texts.menus.language,
        submenu: interfaceLanguages.map((language) => ({
          id: `language-${language}`,
          label: interfaceLanguageNames[language],
          type: 'radio',
          checked: language === input.language,
          click: () => {
            input.send({ kind: 'setInterfaceLanguage', language })
          },
        })),
      },
      {
        label: texts.menus.theme,
        submenu: themes.map((theme) => ({
          id: `theme-${theme}`,
          label: texts.themes[theme],
          type: 'radio',
          checked: theme === input.theme,
          click: () => {
            input.send({ kind: 'setTheme', theme })
          },
        })),
      },
      separator,
      { role: 'zoomIn', label: texts.roles.zoomIn },
      { role: 'zoomOut', label: texts.roles.zoomOut },
      { role: 'resetZoom', label: texts.roles.resetZoom },
      { role: 'togglefullscreen', label: texts.roles.fullScreen },
      ...(input.isPackaged ? [] : [separator, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
    ],
  }

  const windowMenu: MenuItemConstructorOptions = {
    label: texts.menus.window,
    submenu: [{ role: 'minimize', label: texts.roles.minimise }, ...(isMac ? [] : [{ role: 'close' as const, label: texts.roles.close }])],
  }

  const helpMenu: MenuItemConstructorOptions = {
    role: 'help',
    label: texts.menus.help,
    submenu: [
      command('help'),
      command('glossary'),
      command('shortcuts'),
      separator,
      { id: 'dataFolder', label: texts.roles.dataFolder, click: input.openDataFolder },
      ...(isMac ? [] : [separator, command('about')]),
    ],
  }

  return [...(isMac ? [appMenu] : []), fileMenu, editMenu, viewMenu, windowMenu, helpMenu]
}
