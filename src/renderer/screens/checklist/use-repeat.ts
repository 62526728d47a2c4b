import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { RunSummary } from '../../../shared/contract/runs.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { useToast } from '../../ui/toast.tsx'
import { nameWithoutDate } from './name-without-date.ts'

/** Repeats a run under its name with today's date, and opens the new one. */
export function useRepeat() {
  const { t, language } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const client = useQueryClient()
  const repeat = useMutation(
    api.runs.repeat.mutationOptions({
      onSuccess: async ({ id }) => {
        toast(t('checklist.repeated'))
        await Promise.all([
          client.invalidateQueries({ queryKey: api.drafts.list.key() }),
          client.invalidateQueries({ queryKey: api.runs.key() }),
          navigate({ to: '/drafts/$draftId', params: { draftId: id } }),
        ])
      },
      onError: (error) => {
        const failure = describeFailure(error, t)
        toast(`${failure.what} ${failure.next}`)
      },
    }),
  )
  return {
    isPending: repeat.isPending,
    start: ({ id, name }: Pick<RunSummary, 'id' | 'name'>) => {
      repeat.mutate({ id, name: t('checklist.repeatName', { name: nameWithoutDate(name), date: longDate(new Date().toISOString(), language) }) })
    },
  }
}
