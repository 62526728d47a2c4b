import { describeFailure } from '../../app/failure.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/states.tsx'
import { Spinner } from '../../ui/progress.tsx'
import { CheckedView } from './checked-view.tsx'
import type { Chosen } from './series-choice.ts'
import styles from './series.module.css'
import { Step } from './step.tsx'
import type { CheckState } from './use-check.ts'

type TableStepProps = {
  readonly table: Chosen | undefined
  readonly state: CheckState
  readonly canBegin: boolean
  readonly onSaveEmpty: () => void
  readonly onChoose: () => void
  readonly onCheckAgain: () => void
  readonly onSaveList: () => void
}

/** Where the rows come from, and what was understood of them. */
export function TableStep({ table, state, canBegin, onSaveEmpty, onChoose, onCheckAgain, onSaveList }: TableStepProps) {
  const { t } = useWords()
  const isBegun = table !== undefined
  return (
    <Step number={2} title={t('series.table.title')}>
      {isBegun ? <p className={styles.file}>{table.fileName}</p> : <p className={styles.text}>{t('series.table.empty')}</p>}
      <div className={styles.buttons}>
        {isBegun ? (
          <Button icon="restore" onPress={onCheckAgain} isDisabled={state.kind === 'checking'}>
            {t('series.table.again')}
          </Button>
        ) : null}
        <Button icon="folder" onPress={onChoose} isDisabled={!canBegin}>
          {isBegun ? t('series.table.chooseAnother') : t('series.table.choose')}
        </Button>
        <Button variant={isBegun ? 'plain' : 'quiet'} onPress={onSaveEmpty} isDisabled={!canBegin}>
          {t('series.table.saveEmpty')}
        </Button>
      </div>
      <CheckOutcome state={state} onSaveList={onSaveList} />
    </Step>
  )
}

function CheckOutcome({ state, onSaveList }: { readonly state: CheckState; readonly onSaveList: () => void }) {
  const { t } = useWords()
  switch (state.kind) {
    case 'none':
      return null
    case 'checking':
      return <Spinner label={state.rows === 0 ? t('series.table.checking') : t('series.table.checkingRows', { count: state.rows })} />
    case 'failed': {
      const failure = describeFailure(state.error, t)
      return (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )
    }
    case 'checked':
      return <CheckedView table={state.table} onSaveList={onSaveList} />
  }
}
