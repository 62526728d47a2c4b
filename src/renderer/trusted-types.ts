// The component kit empties its announcements for screen readers with `innerHTML = ''`, for example at every digit of a date. Under the
// Trusted Types of the content security policy that fails like any other markup from text, and takes the screen down. The empty text can
// do nothing, so it is let through; everything else is refused as before.
export {}

/** The part of the browser's interface that is used; the DOM types of TypeScript do not know it. */
type Policies = { readonly createPolicy: (name: 'default', rules: { readonly createHTML: (text: string) => string | null }) => void }

declare global {
  var trustedTypes: Policies | undefined
}

globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) })
