import { interfaceLocales } from '../../../shared/interface-language.ts'
import { describeFailure } from '../../app/failure.ts'
import { desktop } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Notice } from '../../ui/states.tsx'
import styles from './export.module.css'
import type { ExportState } from './use-export.ts'

/** Shows the finished file in the file manager. */
export async function showFile(state: Extract<ExportState, { kind: 'done' }>): Promise<void> {
  await desktop.shell.showInFolder({ handle: state.handle })
}

/** How far an export is. */
export function ExportRunning({ state }: { readonly state: Extract<ExportState, { kind: 'running' }> }) {
  const { t } = useWords()
  return (
    <div className={styles.running}>
      <p role="status">{t(`export.steps.${state.step}`)}</p>
      <Progress label={t(`export.steps.${state.step}`)} value={state.fraction} width="full" />
      <p className={styles.small}>{t('export.time')}</p>
    </div>
  )
}

/** Where an export ended up. */
export function ExportDone({ state, onAgain }: { readonly state: Extract<ExportState, { kind: 'done' }>; readonly onAgain: () => void }) {
  const { t, language } = useWords()
  const size = new Intl.NumberFormat(interfaceLocales[language], { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    Math.max(1, state.bytes / 1000),
  )
  return (
    <Notice
      tone="low"
      title={t('export.done')}
      action={
        <Button variant="link" onPress={onAgain}>
          {t('export.again')}
        </Button>
      }
    >
      <span role="status">{t('export.doneText', { fileName: state.fileName, size })}</span>
    </Notice>
  )
}

/** Why there is no file. */
export function ExportFailed({ error }: { readonly error: unknown }) {
  const { t } = useWords()
  const failure = describeFailure(error, t)
  return (
    <Notice tone="high" title={failure.what}>
      {failure.next}
    </Notice>
  )
}
