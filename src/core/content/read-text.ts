import { lstat, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ContentProblem } from './problem.ts'

/** Far above the longest agreement; a larger file is a mistake or an attack. */
const maximumBytes = 1024 * 1024

export type ReadText = { readonly text: string | undefined; readonly problems: readonly ContentProblem[] }

/**
 * Reads a text file of the templates folder. No text and no problem when it is not there. Line ends become "\n" and a byte order mark goes,
 * so that the content is the same whatever system checked it out.
 */
export async function readText(folder: string, file: string): Promise<ReadText> {
  const failed = (cause: string, fix: string): ReadText => ({ text: undefined, problems: [{ file, cause, fix }] })
  const full = path.join(folder, file)
  try {
    // A link could lead anywhere on the disk; templates are copied into their folder.
    const facts = await lstat(full)
    if (!facts.isFile()) return failed('this is not an ordinary file', 'put the file itself here, not a link or a folder')
    if (facts.size > maximumBytes)
      return failed(`the file is larger than ${maximumBytes / 1024} KiB`, 'move what is not text elsewhere, or split the agreement')
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(full)).replaceAll('\r\n', '\n')
    const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uE000-\uF8FF\uFFFE\uFFFF]/.exec(text)
    if (unprintable) {
      const line = text.slice(0, unprintable.index).split('\n').length
      const code = unprintable[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
      return {
        text: undefined,
        problems: [{ file, line, cause: `a character that cannot be printed (U+${code})`, fix: 'delete it and type the text anew at this place' }],
      }
    }
    return { text, problems: [] }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { text: undefined, problems: [] }
    if (error instanceof TypeError) return failed('the file is not UTF-8 text', 'save it with the encoding UTF-8')
    return failed('the file cannot be read', 'check its permissions and whether another program holds it')
  }
}
