import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { cx } from './cx.ts'

export type ChipTone = 'own' | 'balanced' | 'partner' | 'high' | 'medium' | 'low' | 'accent'

/** A word with a meaning, coloured; the colour never stands alone. */
export function Chip({ tone, children }: { readonly tone: ChipTone; readonly children: ReactNode }) {
  return <span className={cx(styles.chip, styles[tone])}>{children}</span>
}
