import type { Json } from '../../engine/answers.ts'
import type { ContentPackage, Question } from '../../engine/template.ts'

/** Keys inside parties, persons and addresses that hold codes rather than words somebody would search for. */
const codeKeys: ReadonlySet<string> = new Set(['form', 'kind', 'country', 'signing', 'currency', 'unit'])

/** The words of an answer that a search should find, one text per line: what people typed, not ids of options, dates or codes. */
export function searchWords(content: ContentPackage, question: string, value: Json): string {
  if (content.kind === 'checklist') return lines(wordsOfRun(question, value))
  const known = content.pages.flatMap((page) => page.questions).find(({ id }) => id === question)
  // An answer to a question the template does not have is kept as typed, so it can be found as typed.
  return lines(known === undefined ? texts(value) : wordsOf(known, value))
}

/** Facts of a run that are chosen from a list: their ids are no words of a person. */
const chosenFacts: readonly string[] = ['subject', 'partner_kind', 'who', 'phase', 'assessed_on']

function wordsOfRun(question: string, value: Json): readonly string[] {
  if (question === 'actions' && Array.isArray(value)) return value.flatMap((step) => wordsUnder(step, ['title', 'owner']))
  if (isRecord(value)) return wordsUnder(value, ['note', 'evidence'])
  return chosenFacts.includes(question) ? [] : texts(value)
}

function wordsUnder(value: Json, keys: readonly string[]): readonly string[] {
  return isRecord(value) ? keys.flatMap((key) => texts(value[key] ?? null)) : texts(value)
}

/**
 * SQLite's text functions end at a zero character; what is composed otherwise, as macOS file names are, must still be found, and so must half-width
 * kana and full-width letters, which stand a second time in their usual width.
 */
function lines(words: readonly string[]): string {
  const typed = words.join('\n').normalize('NFC').replaceAll('\0', ' ')
  const usual = typed.normalize('NFKC')
  return usual === typed ? typed : `${typed}\n${usual}`
}

function wordsOf(question: Question, value: Json): readonly string[] {
  switch (question.type) {
    case 'text':
    case 'longText':
    case 'party':
    case 'person':
    case 'address':
      return texts(value)
    case 'list':
    case 'table':
      return Array.isArray(value) ? value.flatMap((item) => wordsOfItem(question.fields, item)) : texts(value)
    default:
      return []
  }
}

function wordsOfItem(fields: readonly Question[], item: Json): readonly string[] {
  return isRecord(item) ? fields.flatMap((field) => wordsOf(field, item[field.id] ?? null)) : texts(item)
}

function texts(value: Json): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(texts)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, part]) => (codeKeys.has(key) ? [] : texts(part)))
}

function isRecord(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
