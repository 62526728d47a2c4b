import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Language } from '../../../engine/language.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { useWords } from '../../i18n/i18n.ts'
import { useToast } from '../../ui/toast.tsx'

/** The languages of the document: changed at once on screen, then in the draft. */
export function useLanguages(draft: Draft): { readonly languages: readonly Language[]; readonly setLanguages: (languages: readonly Language[]) => void } {
  const { t } = useWords()
  const toast = useToast()
  const client = useQueryClient()
  const [languages, setShown] = useState<readonly Language[]>(draft.languages)
  const save = useMutation(
    api.drafts.setLanguages.mutationOptions({
      retry: 3,
      retryDelay: 800,
      onSuccess: () => client.invalidateQueries({ queryKey: api.drafts.list.key() }),
      onError: (error) => {
        const failure = describeFailure(error, t)
        toast(`${failure.what} ${failure.next}`)
      },
    }),
  )
  const setLanguages = (next: readonly Language[]) => {
    setShown(next)
    save.mutate({ id: draft.id, languages: [...next] })
  }
  return { languages, setLanguages }
}
