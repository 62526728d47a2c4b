import type { Answers } from '../../engine/answers.ts'
import { partySchema } from '../../engine/answers.ts'
import type { Localized } from '../../engine/language.ts'
import type { AgreementPackage } from '../../engine/template.ts'
import type { Column } from './columns.ts'
import { problemMessage } from './problems.ts'

/** Names that Windows reserves, whatever follows their first dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/iu
const refusedCharacters = /[<>:"/\\|?*\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
/** With an ending and the marks of a file being written this stays below the 255 bytes of common file systems. */
const maximum = { characters: 100, bytes: 200 } as const

/** What a name for the files of a row is: usable, or why not. Endings .pdf and .docx may stand behind it and do not count. */
export function checkFileName(given: string): { readonly name: string } | { readonly message: Localized } {
  const name = given
    .normalize('NFC')
    .trim()
    .replace(/\.(?:pdf|docx)$/iu, '')
  if (name === '' || refusedCharacters.test(name) || /^\.|[. ]$/u.test(name)) return { message: problemMessage('fileCharacters') }
  if (reserved.test(name)) return { message: problemMessage('fileReserved') }
  if (Array.from(name).length > maximum.characters || Buffer.byteLength(name) > maximum.bytes)
    return { message: problemMessage('fileTooLong', { maximum: maximum.characters }) }
  return { name }
}

/** Two names that mean one file on some system: upper and lower case do not tell them apart there. */
export function sameFile(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** The parties a series is about: those with columns of their own, because the others are the same in every row. */
export function partnersOf(content: AgreementPackage, columns: readonly Column[]): readonly string[] {
  const roles = content.roles.map(({ id }) => id)
  const varying = roles.filter((id) => columns.some((column) => column.kind === 'answer' && column.path[0] === id))
  return varying.length === 0 ? roles : varying
}

/** The name of a row's files: its number as the spreadsheet counts and the short names of the partners. */
export function defaultFileName(row: number, answers: Answers, partners: readonly string[]): string {
  const names = partners.flatMap((id) => {
    const party = partySchema.safeParse(answers[id])
    return party.success ? [party.data.shortName || party.data.name] : []
  })
  const words = names
    .join(' ')
    .normalize('NFC')
    .replaceAll(new RegExp(`${refusedCharacters.source}|[\\s.]+`, 'gu'), '-')
    .replaceAll(/-+/gu, '-')
  const short = shorten(words).replaceAll(/^-|-$/gu, '')
  return [String(row).padStart(5, '0'), short].filter((part) => part !== '').join('-')
}

function shorten(text: string): string {
  let short = ''
  for (const character of text) {
    if (Array.from(short).length >= 60 || Buffer.byteLength(short + character) > 150) break
    short += character
  }
  return short
}
