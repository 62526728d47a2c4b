import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { stopRun, type RunState } from './run-store.ts'
import styles from './series.module.css'

/** A series being written: how far it is, how long it will take, and the way to stop it. */
export function RunView({ run }: { readonly run: Extract<RunState, { kind: 'running' }> }) {
  const { t } = useWords()
  const { settled, of, failed, secondsLeft, isStopping } = run
  const isChecking = of === 0
  const place = useRef<HTMLDivElement>(null)
  // The button that began the series is gone; the keyboard goes on from here.
  useEffect(() => place.current?.focus(), [])
  const title = isStopping ? t('series.run.stopping') : isChecking ? t('series.run.checking') : t('series.run.writing')
  return (
    <div className={styles.run} ref={place} tabIndex={-1}>
      <p role="status">{title}</p>
      <Progress label={title} value={isChecking ? 0 : settled / of} width="full" />
      <p className={styles.facts}>
        {isChecking ? null : <span>{t('series.run.progress', { done: settled, of })}</span>}
        {failed > 0 ? <span>{t('series.run.failed', { count: failed })}</span> : null}
        {secondsLeft === undefined || isStopping ? null : <TimeLeft seconds={secondsLeft} />}
      </p>
      <p className={styles.text}>{t('series.run.stay')}</p>
      <div className={styles.buttons}>
        <Button onPress={() => void stopRun()} isDisabled={isStopping}>
          {t('series.run.stop')}
        </Button>
      </div>
    </div>
  )
}

function TimeLeft({ seconds }: { readonly seconds: number }) {
  const { t } = useWords()
  const minutes = Math.round(seconds / 60)
  return (
    <span>{seconds < 90 ? t('series.run.secondsLeft', { count: Math.max(1, Math.round(seconds)) }) : t('series.run.minutesLeft', { count: minutes })}</span>
  )
}
