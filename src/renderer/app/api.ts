import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import { core, isCoreRestarted } from '../connection.ts'

/** Query and mutation options for every procedure of core. */
export const api = createTanstackQueryUtils(core)

/** Data come from a process on the same machine: no waiting for a network, no refetching when a window gets the focus. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (count, error) => isCoreRestarted(error) && count < 5,
        retryDelay: 400,
        staleTime: 0,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
