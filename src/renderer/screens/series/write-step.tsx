import { describeFailure } from '../../app/failure.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import type { RunState } from './run-store.ts'
import styles from './series.module.css'
import { Step } from './step.tsx'

type Existing = 'refuse' | 'overwrite' | 'skip'

/** The last step: begins to write, and says what kept the last try from beginning. */
export function WriteStep({
  rows,
  isReady,
  run,
  onWrite,
}: {
  readonly rows: number
  readonly isReady: boolean
  readonly run: RunState
  readonly onWrite: (existing: Existing) => void
}) {
  const { t } = useWords()
  const failure = run.kind === 'failed' ? describeFailure(run.error, t) : undefined
  return (
    <Step number={4} title={t('series.write.title')}>
      {failure === undefined ? null : (
        <Notice
          tone="high"
          title={failure.what}
          action={
            failure.code === 'seriesFilesExist' && isReady ? (
              <span className={styles.buttons}>
                <Button onPress={() => onWrite('skip')}>{t('series.write.exist')}</Button>
                <Button variant="danger" onPress={() => onWrite('overwrite')}>
                  {t('series.write.overwrite')}
                </Button>
              </span>
            ) : undefined
          }
        >
          {failure.next}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button variant="primary" isDisabled={!isReady} onPress={() => onWrite('refuse')}>
          {rows === 0 ? t('series.write.actionNone') : t('series.write.action', { count: rows })}
        </Button>
      </div>
      {isReady ? null : <p className={styles.small}>{t('series.write.notYet')}</p>}
    </Step>
  )
}
