import { describe, expect, test, vi } from 'vitest'

import { isTrustedSender, type Sender } from './ipc.ts'

vi.mock('electron', () => ({ ipcMain: {} }))

const known = new Set([1])
const trusted: Sender = { contentsId: 1, frame: { url: 'app://musubi/index.html', isTop: true } }

describe('the sender of a claim', () => {
  test('is trusted when it is the page of our window', () => {
    expect(isTrustedSender(trusted, known)).toBe(true)
  })

  test.each<readonly [string, Sender]>([
    ['a frame that is gone', { contentsId: 1, frame: null }],
    ['a frame inside the page', { contentsId: 1, frame: { url: 'app://musubi/index.html', isTop: false } }],
    ['a page from elsewhere', { contentsId: 1, frame: { url: 'https://musubi/index.html', isTop: true } }],
    ['a page with a similar origin', { contentsId: 1, frame: { url: 'app://musubi.example.org/', isTop: true } }],
    ['a page without an address', { contentsId: 1, frame: { url: '', isTop: true } }],
    ['an unknown window', { contentsId: 2, frame: { url: 'app://musubi/index.html', isTop: true } }],
  ])('is refused when it is %s', (_name, sender) => {
    expect(isTrustedSender(sender, known)).toBe(false)
  })
})
