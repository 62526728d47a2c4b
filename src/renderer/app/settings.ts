import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { settingsSchema, type Settings } from '../../shared/contract/core.ts'
import { api } from './api.ts'

const defaults = settingsSchema.parse({})

/** What the window remembers; the defaults until core has answered. */
export function useSettings(): { readonly settings: Settings; readonly isKnown: boolean } {
  const query = useQuery(api.settings.get.queryOptions())
  return { settings: query.data ?? defaults, isKnown: query.data !== undefined || query.isError }
}

type Change = Parameters<typeof api.settings.set.call>[0]

/** Changes settings: at once on screen, then on disk. */
export function useChangeSettings(): (change: Change) => void {
  const client = useQueryClient()
  const key = api.settings.get.queryKey()
  const mutation = useMutation(
    api.settings.set.mutationOptions({
      onMutate: (change) => client.setQueryData(key, (known: Settings | undefined) => settingsSchema.parse({ ...(known ?? defaults), ...change })),
      onError: () => client.invalidateQueries({ queryKey: key }),
    }),
  )
  return (change) => mutation.mutate(change)
}
