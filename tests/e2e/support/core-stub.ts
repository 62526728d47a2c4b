// Stands in for the core until it is there.
import { implement } from '@orpc/server'
import type { CoreEnvironment } from '../../../src/core/environment.ts'
import { coreContract } from '../../../src/shared/contract/core.ts'

export type Core = Awaited<ReturnType<typeof createCore>>
export const createCore = async (environment: CoreEnvironment) => {
  const os = implement(coreContract)
  const startedAt = environment.now()
  return {
    router: { system: { ping: os.system.ping.handler(() => ({ version: environment.version, startedAt, problems: [] })) } },
    files: { register: (_handle: string, _path: string) => undefined },
    close: async () => undefined,
  }
}
