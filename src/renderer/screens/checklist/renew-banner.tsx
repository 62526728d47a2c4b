import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { longDateTime } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './checklist.module.css'
import type { Run } from './use-run.ts'

/** Says that there are newer questions, what taking them over does, and does it. */
export function RenewBanner({ run: { draft, session } }: { readonly run: Run }) {
  const { t, language } = useWords()
  const toast = useToast()
  const client = useQueryClient()
  const renew = useMutation(
    api.runs.renew.mutationOptions({
      onSuccess: async ({ added, reworded, removed }) => {
        // The session goes on: its answers are the same, only the questions around them are new.
        await client.invalidateQueries({ queryKey: api.drafts.get.key({ input: { id: draft.id } }) })
        toast(t('checklist.renew.done', { added, reworded, removed }))
      },
    }),
  )
  if (!draft.hasNewerTemplate) return null
  const start = async () => {
    await session.flush()
    renew.mutate({ id: draft.id, nameOfCurrent: t('checklist.renew.revision', { date: longDateTime(new Date().toISOString(), language) }) })
  }
  const failure = renew.isError ? describeFailure(renew.error, t) : undefined
  return (
    <div className={styles.banner}>
      <Notice
        tone="info"
        title={t('checklist.renew.title')}
        action={
          <Button isDisabled={renew.isPending} onPress={() => void start()}>
            {t('checklist.renew.action')}
          </Button>
        }
      >
        {t('checklist.renew.text')}
      </Notice>
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </div>
  )
}
