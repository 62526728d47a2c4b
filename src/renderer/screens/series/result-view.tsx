import type { SeriesResult } from '../../../shared/contract/series.ts'
import { desktop } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { ProblemTable } from './problem-table.tsx'
import { forgetRun } from './run-store.ts'
import type { Chosen } from './series-choice.ts'
import styles from './series.module.css'

/** How a series ended, what is wrong with the rows that were refused, and where everything is. */
export function ResultView({ result, folder }: { readonly result: SeriesResult; readonly folder: Chosen }) {
  const { t } = useWords()
  const { done, failed, skipped, of, stopped, problems, problemCount, errorsFile } = result
  const left = of - done - failed - skipped
  const title = { none: t('series.result.title'), cancelled: t('series.result.titleStopped'), diskFull: t('series.result.titleFull') }[stopped ?? 'none']
  return (
    <div className={styles.steps}>
      <Notice tone={stopped === null && failed === 0 ? 'low' : stopped === 'diskFull' ? 'high' : 'medium'} title={title}>
        <span role="status">
          {[
            t('series.result.done', { count: done }),
            failed > 0 ? t('series.result.failed', { count: failed }) : '',
            skipped > 0 ? t('series.result.skipped', { count: skipped }) : '',
            left > 0 ? t('series.result.left', { count: left }) : '',
          ]
            .filter((sentence) => sentence !== '')
            .join(' ')}
        </span>
      </Notice>
      {stopped === null ? null : <p className={styles.text}>{stopped === 'diskFull' ? t('series.result.fullText') : t('series.result.leftText')}</p>}
      {problems.length > 0 ? (
        <div className={styles.body}>
          <ProblemTable problems={problems} count={problemCount} />
          {errorsFile === null ? null : <p className={styles.text}>{t('series.result.errors', { fileName: errorsFile })}</p>}
        </div>
      ) : null}
      <div className={styles.buttons}>
        <Button icon="folder" variant="primary" autoFocus={true} onPress={() => void desktop.shell.openFile({ handle: folder.handle })}>
          {t('series.result.openFolder')}
        </Button>
        <Button onPress={forgetRun}>{t('series.result.another')}</Button>
      </div>
    </div>
  )
}
