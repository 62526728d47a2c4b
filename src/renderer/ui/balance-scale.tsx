import styles from './balance-scale.module.css'
import { cx } from './cx.ts'

type BalanceScaleProps = {
  /** From -1 (left) to 1 (right); undefined while nothing is decided. */
  readonly lean: number | undefined
  /** Where it stood before, as a ring beside the point. */
  readonly before?: number | undefined
  readonly size?: 'large' | 'row' | 'small'
}

const placeOf = (lean: number): string => `${50 + lean * 50}%`

/** A scale with its middle, and a point where something stands. A picture only: the words beside it say the same. */
export function BalanceScale({ lean, before, size = 'row' }: BalanceScaleProps) {
  const tone = lean === undefined || Math.abs(lean) < 1 / 6 ? styles.middle : lean < 0 ? styles.left : styles.right
  return (
    <span className={cx(styles.scale, styles[size], lean === undefined ? styles.undecided : tone)} aria-hidden="true">
      <span className={styles.track}>
        <span className={styles.tick} />
        {lean === undefined ? null : (
          <>
            <span className={styles.bar} style={{ left: placeOf(Math.min(0, lean)), right: `${50 - Math.max(0, lean) * 50}%` }} />
            {before === undefined || Math.abs(before - lean) < 0.005 ? null : <span className={styles.before} style={{ left: placeOf(before) }} />}
            <span className={styles.point} style={{ left: placeOf(lean) }} />
          </>
        )}
      </span>
    </span>
  )
}
