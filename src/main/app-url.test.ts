import path from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { appFileFromUrl, isAppUrl } from './app-url.ts'

describe('the file of an address', () => {
  test.each([
    ['app://musubi/', 'index.html'],
    ['app://musubi', 'index.html'],
    ['app://musubi/index.html', 'index.html'],
    ['app://musubi/index.html?a=b#/drafts/1', 'index.html'],
    ['app://musubi/assets/index-CidZO_of.js', 'assets/index-CidZO_of.js'],
    ['app://musubi/assets/NotoSerifJP_400Regular-x.ttf', 'assets/NotoSerifJP_400Regular-x.ttf'],
  ])('%s is %s', (address, file) => {
    expect(appFileFromUrl(address)).toBe(file)
  })

  test.each([
    ['another scheme', 'file:///index.html'],
    ['another host', 'app://other/index.html'],
    ['a host that only begins alike', 'app://musubi.example.org/index.html'],
    ['a port', 'app://musubi:80/index.html'],
    ['user information', 'app://user@musubi/index.html'],
    ['an encoded separator', 'app://musubi/..%2fpackage.json'],
    ['an encoded backslash', 'app://musubi/..%5cpackage.json'],
    ['a backslash', 'app://musubi/assets\\..\\..\\package.json'],
    ['doubly encoded dots', 'app://musubi/%252e%252e/package.json'],
    ['a drive letter', 'app://musubi/C:/Windows/win.ini'],
    ['an encoded drive letter', 'app://musubi/C%3a/Windows/win.ini'],
    ['a second slash', 'app://musubi//etc/passwd'],
    ['a NUL', 'app://musubi/index.html%00.js'],
    ['broken encoding', 'app://musubi/%E0%A4%A'],
    ['a hidden file', 'app://musubi/.env'],
    ['no address', 'index.html'],
    ['nothing', ''],
  ])('refuses %s', (_name, address) => {
    expect(appFileFromUrl(address)).toBeNull()
  })

  const hostileSegment = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '..%2f',
      '%2f',
      '%5c',
      '\\',
      'C:',
      'C%3A',
      '%00',
      '',
      'a',
      'assets',
      '~',
      '%c0%ae',
      '..;',
      '...',
      '%252e%252e',
    ),
    fc.string({ maxLength: 8 }),
  )
  const hostileAddress = fc
    .tuple(
      fc.constantFrom('app://musubi', 'app://musubi/', 'app:/musubi/', 'APP://MUSUBI/', 'app://musubi/assets/'),
      fc.array(hostileSegment, { maxLength: 8 }),
      fc.string({ maxLength: 4 }),
    )
    .map(([origin, segments, query]) => `${origin}/${segments.join('/')}?${query}`)

  test.each([
    ['posix', path.posix],
    ['Windows', path.win32],
  ])('never leaves its folder, whatever comes (%s)', (_name, system) => {
    const folder = system === path.win32 ? 'C:\\app\\out\\renderer' : '/app/out/renderer'
    fc.assert(
      fc.property(fc.oneof(hostileAddress, fc.webUrl(), fc.string()), (address) => {
        const file = appFileFromUrl(address)
        if (file === null) return
        const resolved = system.resolve(folder, file)
        expect(resolved.startsWith(folder + system.sep)).toBe(true)
        expect(file).not.toMatch(/\0|\\|:|%/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an address of the app', () => {
  test('is one of its origin without user information', () => {
    expect(isAppUrl('app://musubi/index.html')).toBe(true)
    for (const address of ['app://musubi@example.org/', 'app://a:b@musubi/', 'https://musubi/', 'app://musubi.org/', 'data:text/html,app://musubi/', '']) {
      expect(isAppUrl(address), address).toBe(false)
    }
  })
})
