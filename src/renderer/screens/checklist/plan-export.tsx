import type { PlanFormat } from '../../../shared/contract/plans.ts'
import { describeFailure } from '../../app/failure.ts'
import { core, desktop } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { MenuButton } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { LeadRun } from '../findings/lead-run.ts'

/** Takes the plan to where people work: into their calendar or a table. */
export function PlanExport({ run }: { readonly run: Pick<LeadRun, 'draft' | 'session'> }) {
  const { t, language } = useWords()
  const toast = useToast()
  const write = async (format: PlanFormat) => {
    try {
      const target = await desktop.dialogs.chooseExportTarget({ suggestedName: t('findings.plan.fileName', { name: run.draft.name }).slice(0, 200), format })
      if (target.kind === 'cancelled') return
      // What was typed a moment ago belongs into the file.
      await run.session.flush()
      const { fileName: file, steps, left } = await core.plans.export({ id: run.draft.id, handle: target.handle, format, language })
      toast(left === 0 ? t('findings.plan.done', { file, count: steps }) : t('findings.plan.left', { file, steps, left }), {
        label: t('findings.plan.show'),
        onAction: () => void desktop.shell.showInFolder({ handle: target.handle }),
      })
    } catch (error) {
      const { what, next } = describeFailure(error, t)
      toast(`${what} ${next}`)
    }
  }
  return (
    <MenuButton
      label={t('findings.plan.export')}
      actions={[
        { kind: 'action', id: 'ics', label: t('findings.plan.calendar'), icon: 'calendar', onAction: () => void write('ics') },
        { kind: 'action', id: 'csv', label: t('findings.plan.table'), icon: 'checklist', onAction: () => void write('csv') },
      ]}
    />
  )
}
