import { ORPCError } from '@orpc/client'
import { errorCodes, errorDataSchema, type ErrorCode } from '../../shared/errors.ts'
import type { Translate } from '../i18n/i18n.ts'

/** What went wrong, in words for a person: what happened, and what was kept or what to do. */
export type Failure = { readonly code: ErrorCode | 'bug'; readonly what: string; readonly next: string }

/** Finds the code of an expected error; anything else is a bug. */
export function failureCode(error: unknown): ErrorCode | 'bug' {
  const code: unknown = error instanceof ORPCError ? error.code : undefined
  return errorCodes.find((known) => known === code) ?? 'bug'
}

/** The words for an error. */
export function describeFailure(error: unknown, t: Translate): Failure {
  const code = failureCode(error)
  const data = error instanceof ORPCError ? errorDataSchema.safeParse(error.data) : undefined
  const details = data?.success === true ? data.data.details : {}
  return { code, what: t(`errors.${code}.what`, details), next: t(`errors.${code}.next`, details) }
}
