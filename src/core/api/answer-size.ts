import type { Json } from '../../engine/answers.ts'
import { AppError } from '../../shared/errors.ts'

/** Longest answer in bytes of its JSON: a work plan of hundreds of rows fits many times over. */
export const maximumAnswerBytes = 1024 * 1024
/** Deepest nesting: lists nest three or four deep, SQLite's JSON functions refuse a thousand. */
const maximumAnswerDepth = 100

/** Refuses an answer that is too long or nested too deeply to be kept. */
export function refuseOversized(question: string, value: Json): void {
  const bytes = isDeeper(value, maximumAnswerDepth) ? Number.POSITIVE_INFINITY : Buffer.byteLength(JSON.stringify(value))
  if (bytes > maximumAnswerBytes) throw new AppError('answerTooLarge', { details: { question, limit: String(maximumAnswerBytes) } })
}

function isDeeper(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((part) => isDeeper(part, depth - 1))
}
