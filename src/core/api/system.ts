import type { Implementer } from './implementer.ts'
import type { Services } from './services.ts'

/** What the window asks first. */
export function implementSystem(implementer: Implementer, { environment, startedAt, storage }: Services) {
  return implementer.system.router({
    ping: implementer.system.ping.handler(() => ({
      version: environment.version,
      startedAt,
      problems: storage.problems.map(({ code, details, isRetryable }) => ({ code, details: { ...details }, isRetryable })),
    })),
  })
}
