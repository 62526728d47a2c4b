import { describe, expect, test } from 'vitest'

import { completed, platformOf } from '../complete-lockfile.mjs'
import { isSameInstall } from './install.mjs'

const wanted = {
  '': { name: 'musubi' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/a-darwin-arm64': { version: '1.0.0', optional: true, os: ['darwin'] },
}

describe('an installation', () => {
  test('is the locked one when versions and hashes agree; other platforms may be absent', () => {
    expect(isSameInstall(wanted, { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })).toBe(true)
  })

  test.each([
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
    ['a hash differs', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
    ['there is one too many', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' }, 'node_modules/b': { version: '1.0.0' } }],
  ])('is not when %s', (_name, installed) => {
    expect(isSameInstall(wanted, installed)).toBe(false)
  })
})

describe('the lockfile', () => {
  test('is completed with optional packages of other platforms', () => {
    const packages = {
      'node_modules/a': {
        dev: true,
        optionalDependencies: { '@a/linux-x64-musl': '1.2.3', '@a/darwin-arm64': '1.2.3', '@a/ranged-win32-x64': '^1.0.0', fsevents: '2.0.0' },
      },
      'node_modules/a/node_modules/@a/darwin-arm64': { version: '1.2.3' },
    }
    const result = completed(packages)
    expect(result.added).toEqual(['node_modules/@a/linux-x64-musl'])
    expect(result.packages['node_modules/@a/linux-x64-musl']).toEqual({
      version: '1.2.3',
      cpu: ['x64'],
      libc: ['musl'],
      os: ['linux'],
      dev: true,
      optional: true,
    })
  })

  test('knows platforms by the names packages use', () => {
    expect(platformOf('@oxlint/binding-win32-arm64-msvc')).toEqual({ cpu: ['arm64'], os: ['win32'] })
    expect(platformOf('@oxlint-tsgolint/darwin-x64')).toEqual({ cpu: ['x64'], os: ['darwin'] })
  })
})
