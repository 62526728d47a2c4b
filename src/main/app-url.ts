// Which file of the renderer's output folder an address of the app scheme means. Pure, so that it can be tested with anything.

/** The scheme and origin the interface is served from. */
export const appScheme = 'app'
const appHost = 'musubi'
export const appOrigin = `${appScheme}://${appHost}`

/** The address taken apart, or null when it is none. */
export const parsedUrl = (address: string): URL | null => {
  try {
    return new URL(address)
  } catch {
    // `URL.canParse` would be shorter, but the oldest runtime the project is tested on does not have it.
    return null
  }
}

/** Names a bundler writes: no separators, no drive letters, no leading dot, so nothing can point outside the folder. */
const safeSegment = /^[A-Za-z0-9_@-][A-Za-z0-9._@-]*$/

/**
 * The relative path below the renderer's folder, with `/` between segments, or null when the address is refused. The query and the
 * fragment mean nothing to files and are ignored.
 */
export const appFileFromUrl = (address: string): string | null => {
  const url = parsedUrl(address)
  if (url === null || url.protocol !== `${appScheme}:` || url.host !== appHost) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.pathname === '' || url.pathname === '/') return 'index.html'
  const segments = url.pathname.slice(1).split('/').map(decodeOnce)
  if (segments.some((segment) => segment === null || !safeSegment.test(segment))) return null
  return segments.join('/')
}

const decodeOnce = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment)
  } catch {
    // Broken percent-encoding: nobody asks for a file of ours like that.
    return null
  }
}

/** Whether an address belongs to the app's own pages; user information makes it somebody else's. */
export const isAppUrl = (address: string): boolean => {
  const url = parsedUrl(address)
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '' && url.password === ''
}
