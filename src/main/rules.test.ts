import { describe, expect, test, vi } from 'vitest'

import { readAppearance } from './appearance.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { needsPlainNode } from './core-child.ts'
import { coreProcessEnvironment } from './core-process-environment.ts'
import { createPageNonces } from './page-nonces.ts'
import { permissions } from './permissions.ts'

vi.mock('electron', () => ({ nativeTheme: {}, utilityProcess: {} }))

describe('the content security policy', () => {
  test('allows nothing but the app itself', () => {
    const directives = new Map(
      contentSecurityPolicy('n')
        .split('; ')
        .map((directive) => [directive.slice(0, directive.indexOf(' ')), directive.slice(directive.indexOf(' ') + 1)]),
    )
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'nonce-n'",
      'font-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' data: blob:",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
      'require-trusted-types-for': "'script'",
    })
  })
})

describe('permissions', () => {
  test('are all refused except writing to the clipboard', () => {
    const given = Object.entries(permissions).filter(([, isGiven]) => isGiven)
    expect(given).toEqual([['clipboard-sanitized-write', true]])
    expect(Object.keys(permissions).length).toBeGreaterThan(40)
  })
})

describe('the environment of the core process', () => {
  test('carries language, time zone, home and temporary folder, and nothing that changes how Node runs', () => {
    const environment = coreProcessEnvironment({
      HOME: '/home/a',
      LANG: 'de_DE.UTF-8',
      TZ: 'Europe/Berlin',
      SystemRoot: 'C:\\Windows',
      NODE_OPTIONS: '--inspect',
      NODE_EXTRA_CA_CERTS: '/a',
      ELECTRON_RUN_AS_NODE: '1',
      LD_PRELOAD: '/a.so',
      PATH: '/usr/bin',
      SECRET: 'a',
      TMPDIR: undefined,
    })
    expect(environment).toEqual({ HOME: '/home/a', LANG: 'de_DE.UTF-8', TZ: 'Europe/Berlin', SystemRoot: 'C:\\Windows' })
  })
})

describe('page nonces', () => {
  test('can be used once and only when they were issued', () => {
    const nonces = createPageNonces()
    const nonce = nonces.issue()
    expect(nonces.redeem('guess')).toBe(false)
    expect(nonces.redeem(nonce)).toBe(true)
    expect(nonces.redeem(nonce)).toBe(false)
  })

  test('are forgotten when pages are served again and again without claiming', () => {
    const nonces = createPageNonces()
    const first = nonces.issue()
    for (let count = 0; count < 8; count += 1) nonces.issue()
    expect(nonces.redeem(first)).toBe(false)
  })
})

describe('the interface language of the native parts', () => {
  test('is the kept one, that of the system when what was kept is damaged', () => {
    const file = (content: unknown) => ({ read: () => content, write: () => undefined })
    expect(readAppearance(file({ theme: 'dark', interfaceLanguage: 'de' }), 'en')).toEqual({ theme: 'dark', interfaceLanguage: 'de' })
    expect(readAppearance(file({ theme: 'purple' }), 'de')).toEqual({ theme: 'system', interfaceLanguage: 'de' })
  })
})

describe('the way core is started', () => {
  test('is a utility process, except under old runtimes in development', () => {
    expect(needsPlainNode('45.4.1', false)).toBe(false)
    expect(needsPlainNode('35.0.0', false)).toBe(false)
    expect(needsPlainNode('25.1.1', false)).toBe(true)
    expect(needsPlainNode('25.1.1', true)).toBe(false)
  })
})
