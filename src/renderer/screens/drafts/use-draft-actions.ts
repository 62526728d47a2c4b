import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { DraftSummary } from '../../../shared/contract/core.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { useWords } from '../../i18n/i18n.ts'
import { useToast } from '../../ui/toast.tsx'

/** What can be done with a draft from a list; each says what it did and lets it be undone where it can. */
export function useDraftActions() {
  const { t } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: api.drafts.key() })
  const onError = (error: unknown) => {
    const failure = describeFailure(error, t)
    toast(`${failure.what} ${failure.next}`)
  }
  const restore = useMutation(api.drafts.restore.mutationOptions({ onSuccess: refresh, onError }))
  const trash = useMutation(
    api.drafts.trash.mutationOptions({
      onSuccess: async (draft) => {
        toast(t('drafts.trashed', { name: draft.name }), { label: t('app.undo'), onAction: () => restore.mutate({ id: draft.id }) })
        await refresh()
      },
      onError,
    }),
  )
  const duplicate = useMutation(
    api.drafts.duplicate.mutationOptions({
      onSuccess: async (draft, input) => {
        toast(t('drafts.duplicated', { name: draft.name }), {
          label: t('drafts.open'),
          onAction: () => void navigate({ to: '/drafts/$draftId', params: { draftId: draft.id } }),
        })
        await refresh()
        return input
      },
      onError,
    }),
  )
  const rename = useMutation(api.drafts.rename.mutationOptions({ onSuccess: refresh, onError }))
  return {
    open: (draft: DraftSummary) => void navigate({ to: '/drafts/$draftId', params: { draftId: draft.id } }),
    trash: (draft: DraftSummary) => trash.mutate({ id: draft.id }),
    duplicate: (draft: DraftSummary) => duplicate.mutate({ id: draft.id, name: t('drafts.copyName', { name: draft.name }).slice(0, 200) }),
    rename: (draft: DraftSummary, name: string) => rename.mutate({ id: draft.id, name }),
    restore: (draft: DraftSummary) => restore.mutate({ id: draft.id }, { onSuccess: () => toast(t('drafts.restored', { name: draft.name })) }),
  }
}
