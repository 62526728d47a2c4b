import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { SuiteRun } from '../../../shared/contract/suites.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks before the sharing ends; the drafts stay whatever is chosen. */
export function DissolveDialog({ run, onClose }: { readonly run: SuiteRun; readonly onClose: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const dissolve = useMutation(
    api.suites.dissolve.mutationOptions({
      onSuccess: async () => {
        onClose()
        await Promise.all([client.invalidateQueries({ queryKey: api.suites.list.key() }), navigate({ to: '/agreements' })])
      },
    }),
  )
  return (
    <Dialog
      title={t('suites.dissolve.title', { name: run.name })}
      width="narrow"
      isAlert={true}
      isOpen={true}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" autoFocus={true} onPress={onClose}>
            {t('suites.dissolve.keep')}
          </Button>
          <Button onPress={() => dissolve.mutate({ id: run.id })} isPending={dissolve.isPending}>
            {t('suites.dissolve.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('suites.dissolve.text')}</p>
    </Dialog>
  )
}
