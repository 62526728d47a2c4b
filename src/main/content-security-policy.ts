/**
 * The content security policy of the interface. React Aria adds one style element of its own, which carries the nonce; everything
 * else comes from files of the app scheme.
 */
export const contentSecurityPolicy = (styleNonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${styleNonce}'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `img-src 'self' data: blob:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ')
