import { describe, expect, test } from 'vitest'
import { commandOf } from './commands.ts'

const keys = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('keys of commands', () => {
  test('finds a command by its keys on each platform', () => {
    expect(commandOf(keys('n', { ctrlKey: true }), false)).toBe('newDraft')
    expect(commandOf(keys('n', { metaKey: true }), true)).toBe('newDraft')
    expect(commandOf(keys('PageDown', { altKey: true }), false)).toBe('nextPage')
    expect(commandOf(keys('F1'), false)).toBe('help')
  })
  test('takes a sign that needs Shift on some keyboards', () => {
    expect(commandOf(keys('/', { ctrlKey: true, shiftKey: true }), false)).toBe('shortcuts')
  })
  test('leaves plain typing and other keys alone', () => {
    expect(commandOf(keys('n'), false)).toBeUndefined()
    expect(commandOf(keys('n', { ctrlKey: true, shiftKey: true }), false)).toBeUndefined()
    expect(commandOf(keys('n', { metaKey: true }), false)).toBeUndefined()
  })
})
