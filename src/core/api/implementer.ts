import { implement, ORPCError } from '@orpc/server'
import type { CoreEnvironment } from '../environment.ts'
import { coreContract } from '../../shared/contract/core.ts'
import { AppError } from '../../shared/errors.ts'

/**
 * The contract, ready for handlers. Every procedure gets the same boundary: expected errors become the declared ones, a refused input stays
 * what it is, and everything else is a bug: its kind goes to the log, the whole of it to whoever mounts the router, and the caller gets a plain answer.
 */
export function createImplementer(log: CoreEnvironment['log']) {
  return implement(coreContract).use(async ({ next, path, signal }) => {
    try {
      return await next()
    } catch (error) {
      if (signal?.aborted !== true) reportBug(error, path, log)
      throw toAnswer(error, path)
    }
  })
}

/** What areas of the API implement. */
export type Implementer = ReturnType<typeof createImplementer>

/** The form in which an error leaves a procedure; also used for errors inside streams, which pass the boundary later. */
export function toAnswer(error: unknown, path: readonly string[]): unknown {
  if (error instanceof AppError) {
    return new ORPCError(error.code, { data: { details: error.details, isRetryable: error.isRetryable }, message: error.code })
  }
  // An output that does not fit the contract is our own mistake, not an answer: leaving it an ORPCError would hide it from the log of bugs.
  if (error instanceof ORPCError && error.code === 'INTERNAL_SERVER_ERROR') {
    return new Error(`${path.join('.')} answered with what its contract does not allow: ${issuePaths(error.cause)}`, { cause: error })
  }
  return error
}

function reportBug(error: unknown, path: readonly string[], log: CoreEnvironment['log']): void {
  if (error instanceof AppError) log('api.refused', { procedure: path.join('.'), code: error.code })
  else if (!(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR') {
    log('api.bug', { procedure: path.join('.'), error: error instanceof Error ? error.name : typeof error })
  }
}

/** Where an output failed, without what was in it. */
function issuePaths(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('issues' in cause) || !Array.isArray(cause.issues)) return 'unknown place'
  const issues: readonly unknown[] = cause.issues
  return issues
    .map((issue) => (typeof issue === 'object' && issue !== null && 'path' in issue && Array.isArray(issue.path) ? issue.path.map(String).join('.') : '?'))
    .join(', ')
}
