// The only place that serves files to pages.
import { randomUUID } from 'node:crypto'
import { promises as fs } from 'node:fs'
import path from 'node:path'

import { protocol, type Session } from 'electron'

import { appFileFromUrl, appScheme } from './app-url.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { PageNonces } from './page-nonces.ts'
import type { PageNonceMeta } from '../shared/contract/bridge.ts'

const pageNonceMeta: PageNonceMeta = 'musubi-page-nonce'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Announces the app scheme; must run before the app is ready. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

const refusal = (status: number): Response => new Response(null, { status, headers: { 'x-content-type-options': 'nosniff' } })

/** Puts the nonces of this load into the page: one for React Aria's style element, one the page claims its ports with. */
export const withNonces = (html: string, styleNonce: string, pageNonce: string): string =>
  html.replace(
    '</title>',
    `</title><meta property="csp-nonce" nonce="${styleNonce}" content="${styleNonce}"><meta name="${pageNonceMeta}" content="${pageNonce}">`,
  )

/** Answers requests of the app scheme in this session with files of the renderer's output folder, and with nothing else. */
export const serveAppScheme = (session: Session, rendererFolder: string, nonces: PageNonces): void => {
  const read = async (relative: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    try {
      const [folder, file] = await Promise.all([fs.realpath(rendererFolder), fs.realpath(path.join(rendererFolder, relative))])
      // The names are safe already; this holds even if a link inside the folder points elsewhere.
      if (!file.startsWith(folder + path.sep)) return null
      return new Uint8Array(await fs.readFile(file))
    } catch {
      // A missing file is an ordinary answer here, not an error.
      return null
    }
  }

  session.protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET') return refusal(405)
    const relative = appFileFromUrl(request.url)
    if (relative === null) return refusal(403)
    const contentType = contentTypes[path.extname(relative)]
    if (contentType === undefined) return refusal(403)
    const content = await read(relative)
    if (content === null) return refusal(404)

    const headers = {
      'content-type': contentType,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
    }
    const styleNonce = randomUUID()
    const policy = { 'content-security-policy': contentSecurityPolicy(styleNonce) }
    if (relative !== 'index.html') return new Response(content, { headers: { ...headers, ...policy } })
    const html = withNonces(new TextDecoder().decode(content), styleNonce, nonces.issue())
    return new Response(html, { headers: { ...headers, ...policy } })
  })
}
