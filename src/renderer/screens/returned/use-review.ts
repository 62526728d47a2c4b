import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Deviation } from '../../../engine/deviation.ts'
import type { DraftId } from '../../../shared/contract/ids.ts'
import type { Reading, Review } from '../../../shared/contract/returned.ts'
import { api } from '../../app/api.ts'
import { core, desktop } from '../../connection.ts'

const readingKey = (draftId: DraftId) => ['returned', 'reading', draftId] as const

/** Shows the changes of a file that was just read, wherever it was read from. */
export function showResult(client: QueryClient, draftId: DraftId, { deviations, stale, reading }: Review & { readonly reading: Reading }): void {
  client.setQueryData(api.returned.list.queryKey({ input: { draftId } }), { deviations, stale })
  client.setQueryData(readingKey(draftId), reading)
}

/** The changes of a draft: shown, read in from a file, decided about. Every decision is saved when it is made. */
export function useReview(draftId: DraftId) {
  const client = useQueryClient()
  const query = useQuery(api.returned.list.queryOptions({ input: { draftId } }))
  const { data: reading } = useQuery<Reading | null>({
    queryKey: readingKey(draftId),
    queryFn: () => null,
    staleTime: Number.POSITIVE_INFINITY,
    initialData: null,
  })
  const show = ({ deviations, stale }: Review): void => void client.setQueryData(api.returned.list.queryKey({ input: { draftId } }), { deviations, stale })
  const read = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const [file] = await desktop.dialogs.chooseImportFiles({ kind: 'wordFile' })
      return file === undefined ? undefined : core.returned.read({ draftId, file: { kind: 'chosen', ...file } })
    },
    onSuccess: (result) => {
      if (result !== undefined) showResult(client, draftId, result)
    },
  })
  const decide = useMutation(api.returned.decide.mutationOptions({ onSuccess: show }))
  return {
    query,
    reading,
    isReading: read.isPending,
    error: read.error ?? decide.error,
    read: () => read.mutate(),
    decide: (deviation: Deviation, state: Deviation['state'], note: string) => decide.mutate({ draftId, ids: [deviation.id], state, note }),
  }
}
