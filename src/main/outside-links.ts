// The only place that hands an address to another program.
import { type BrowserWindow, dialog, shell } from 'electron'

import { parsedUrl } from './app-url.ts'
import type { ShellTexts } from './texts.ts'

/** The address in normal form when it may be shown to a person for opening, else null: web and mail only, nothing hidden in it. */
export const outsideAddress = (address: string): string | null => {
  const url = address.length > 2000 ? null : parsedUrl(address)
  if (url === null || url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:' && url.hostname !== '') return url.href
  // Mail programs take attachments and other headers from the query; only the plain address is passed on.
  if (url.protocol === 'mailto:' && /^[^\s?&@,]+@[^\s?&@,]+$/.test(url.pathname)) return `mailto:${url.pathname}`
  return null
}

/** Asks whether to open an outside address and opens it; answers whether it did. */
export const openOutsideLink = async (window: BrowserWindow | null, address: string, texts: ShellTexts): Promise<boolean> => {
  const outside = outsideAddress(address)
  if (outside === null) return false
  const options = {
    type: 'question',
    message: texts.outsideLink.message,
    detail: outside,
    buttons: [texts.outsideLink.open, texts.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  } as const
  const question = { ...options, buttons: [...options.buttons] }
  const { response } = await (window === null ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question))
  if (response !== 0) return false
  await shell.openExternal(outside)
  return true
}
