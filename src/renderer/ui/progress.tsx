import { ProgressBar } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './progress.module.css'

/** How much is done, as a thin bar; `label` says it in words. */
export function Progress({ label, value, width = 'short' }: { readonly label: string; readonly value: number; readonly width?: 'short' | 'full' }) {
  return (
    <ProgressBar aria-label={label} value={Math.round(value * 100)} className={cx(styles.progress, styles[width])}>
      <svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(0, Math.min(100, value * 100))} height="5" />
      </svg>
    </ProgressBar>
  )
}

export type DotState = 'done' | 'half' | 'warn' | 'empty'

/** A round mark of progress: full with a check, part of a pie, an exclamation mark, or empty. */
export function ProgressDot({ state, value = 0 }: { readonly state: DotState; readonly value?: number }) {
  const around = 2 * Math.PI * 3.25
  return (
    <svg className={cx(styles.dot, styles[state])} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle className={styles.rim} cx="9" cy="9" r="7.25" />
      {state === 'half' ? (
        <circle className={styles.pie} cx="9" cy="9" r="3.25" strokeDasharray={`${around * value} ${around}`} transform="rotate(-90 9 9)" />
      ) : null}
      {state === 'done' ? <path className={styles.tick} d="M5.6 9.3l2.3 2.3 4.4-4.8" /> : null}
      {state === 'warn' ? <path className={styles.mark} d="M9 5.2v4.4M9 12.4v.1" /> : null}
    </svg>
  )
}

/** Waiting without a known end. */
export function Spinner({ label }: { readonly label: string }) {
  return (
    <span className={styles.waiting} role="status">
      <svg className={styles.spinner} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="7" />
      </svg>
      {label}
    </span>
  )
}
