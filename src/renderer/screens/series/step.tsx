import { useId, type ReactNode } from 'react'
import styles from './series.module.css'

/** One of the numbered steps of the screen. */
export function Step({ number, title, children }: { readonly number: number; readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.step} aria-labelledby={id}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <h2 id={id}>{title}</h2>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
