import { describe, expect, test, vi } from 'vitest'

import { safeFileName, withEnding } from './file-dialogs.ts'
import { isNavigationAllowed } from './navigation-guard.ts'
import { outsideAddress } from './outside-links.ts'
import { isRequestAllowed } from './session-security.ts'
import { withNonces } from './app-scheme.ts'

vi.mock('electron', () => ({ app: {}, dialog: {}, shell: {}, protocol: {} }))

describe('an outside address', () => {
  test.each([
    ['https://www.gesetze-im-internet.de/arbnerfg/', 'https://www.gesetze-im-internet.de/arbnerfg/'],
    ['HTTPS://Example.org', 'https://example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['mailto:a@example.org?subject=x&attach=/etc/passwd', 'mailto:a@example.org'],
  ])('%s may be opened as %s', (address, result) => {
    expect(outsideAddress(address)).toBe(result)
  })

  test.each([
    'http://example.org/',
    'file:///etc/passwd',
    'smb://host/share',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://musubi/index.html',
    'https://user:word@example.org/',
    'mailto:a@example.org,b@example.org',
    'mailto:?attach=/etc/passwd',
    'vscode://x',
    '\\\\host\\share',
    'C:\\Windows\\calc.exe',
    '',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('%s is refused', (address) => {
    expect(outsideAddress(address)).toBeNull()
  })
})

describe('navigation', () => {
  test('is allowed to the app page only', () => {
    for (const address of ['app://musubi/', 'app://musubi/index.html', 'app://musubi/index.html#/drafts'])
      expect(isNavigationAllowed(address), address).toBe(true)
    for (const address of [
      'app://musubi/index.html?a',
      'app://musubi/assets/a.js',
      'app://user@musubi/',
      'app://other/',
      'https://musubi/',
      'about:blank',
      'data:,x',
      '',
    ]) {
      expect(isNavigationAllowed(address), address).toBe(false)
    }
  })
})

describe('a request', () => {
  test('may only be for the app itself or for what a page made', () => {
    for (const address of ['app://musubi/a.js', 'data:image/png;base64,AA', 'blob:app://musubi/1']) expect(isRequestAllowed(address, false), address).toBe(true)
    for (const address of [
      'https://example.org/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'blob:https://example.org/1',
      'devtools://devtools/a.js',
      'chrome-extension://a/b',
      'app://other/',
    ]) {
      expect(isRequestAllowed(address, false), address).toBe(false)
    }
    expect(isRequestAllowed('devtools://devtools/a.js', true)).toBe(true)
  })
})

describe('a suggested file name', () => {
  test.each([
    ['Mutual NDA – Lichtwerk/TU Ilmenau', 'pdf', 'Mutual NDA – Lichtwerk TU Ilmenau.pdf'],
    ['../../etc/passwd', 'pdf', 'etc passwd.pdf'],
    ['秘密保持契約', 'docx', '秘密保持契約.docx'],
    ['agreement.pdf', 'pdf', 'agreement.pdf'],
    ['CON', 'pdf', 'Musubi CON.pdf'],
    ['...', 'pdf', 'Musubi.pdf'],
    ['a\u0000b\nc:d', 'txt', 'a b c d.txt'],
  ])('%s becomes a name for %s files', (suggested, ending, name) => {
    expect(safeFileName(suggested, ending)).toBe(name)
  })

  test('gets an ending when the person typed none', () => {
    expect(withEnding('/a/agreement', 'pdf')).toBe('/a/agreement.pdf')
    expect(withEnding('/a/agreement.PDF', 'pdf')).toBe('/a/agreement.PDF')
  })
})

describe('the page', () => {
  test('carries the nonces of this load', () => {
    const html = withNonces('<head><title>Musubi</title></head>', 's', 'p')
    expect(html).toContain('<meta property="csp-nonce" nonce="s" content="s">')
    expect(html).toContain('<meta name="musubi-page-nonce" content="p">')
  })
})
