import { describe, expect, test } from 'vitest'

import { shortcutForAria, shortcutLabel, shortcuts } from './shortcuts.ts'

describe('shortcuts', () => {
  test('are written as people know them', () => {
    expect(shortcutLabel('newDraft', 'mac', 'en')).toBe('⌘N')
    expect(shortcutLabel('newDraft', 'windows', 'en')).toBe('Ctrl+N')
    expect(shortcutLabel('home', 'linux', 'de')).toBe('Strg+Umschalt+H')
    expect(shortcutLabel('nextPage', 'windows', 'de')).toBe('Alt+Bild ab')
    expect(shortcutForAria('newDraft', 'windows')).toBe('Control+N')
  })

  test('are used once each', () => {
    const keys = Object.values(shortcuts)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
