/**
 * A number, code, e-mail address or telephone number as it is kept: full-width digits and letters, which Japanese input methods write, in half
 * width (NFKC), without spaces around it. Never used for names, which stay as registered.
 */
export function halfWidth(text: string): string {
  return text.normalize('NFKC').trim()
}
