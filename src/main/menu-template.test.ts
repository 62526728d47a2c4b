import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'

import { type MenuInput, menuTemplate } from './menu-template.ts'
import { shellTexts } from './texts.ts'
import type { MenuCommand } from '../shared/contract/desktop.ts'
import { interfaceLanguages } from '../shared/interface-language.ts'
import { menuCommandNames } from '../shared/shortcuts.ts'

const input = (change: Partial<MenuInput> = {}): MenuInput => ({
  language: 'en',
  theme: 'system',
  platform: 'linux',
  isPackaged: true,
  isDraftOpen: true,
  send: () => undefined,
  openDataFolder: () => undefined,
  ...change,
})

const items = (template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])

const menu = (change: Partial<MenuInput> = {}) => items(menuTemplate(input(change)))

describe('the menu', () => {
  test.each(['linux', 'win32', 'darwin'] as const)('offers every command exactly once on %s', (platform) => {
    const ids = menu({ platform }).map((item) => item.id)
    for (const name of menuCommandNames)
      expect(
        ids.filter((id) => id === name),
        name,
      ).toHaveLength(1)
  })

  test.each(interfaceLanguages)('has a text for every item in %s', (language) => {
    for (const item of menu({ language })) {
      if (item.type !== 'separator') expect(item.label, JSON.stringify(item)).toMatch(/\S/)
    }
  })

  test('uses no key twice', () => {
    const keys = menu().flatMap((item) => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('sends what was chosen to the page', () => {
    const sent: MenuCommand[] = []
    const send = (command: MenuCommand) => {
      sent.push(command)
    }
    for (const id of ['newDraft', 'language-de', 'theme-dark']) {
      const item = menu({ send }).find((candidate) => candidate.id === id)
      const click: unknown = item?.click
      if (typeof click === 'function') Reflect.apply(click, undefined, [])
    }
    expect(sent).toEqual([
      { kind: 'command', command: 'newDraft' },
      { kind: 'setInterfaceLanguage', language: 'de' },
      { kind: 'setTheme', theme: 'dark' },
    ])
  })

  test('disables what needs an open draft', () => {
    const isEnabled = (id: string, isDraftOpen: boolean) => menu({ isDraftOpen }).find((item) => item.id === id)?.enabled
    expect([isEnabled('export', false), isEnabled('export', true), isEnabled('newDraft', false)]).toEqual([false, true, true])
  })

  test('has developer tools only while it is not packaged', () => {
    const roles = (isPackaged: boolean) => menu({ isPackaged }).map((item) => item.role)
    expect(roles(false)).toContain('toggleDevTools')
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(true)).not.toContain('reload')
  })

  test('marks the language and the theme in use', () => {
    const checked = menu({ language: 'de', theme: 'dark' }).filter((item) => item.checked === true)
    expect(checked.map((item) => item.id)).toEqual(['language-de', 'theme-dark'])
    expect(shellTexts.de.menus.file).toBe('Datei')
  })
})
