import type { ReactNode } from 'react'
import styles from './page-head.module.css'

/** Title and lead of a screen; the title says what matters. */
export function PageHead({ title, lead, action }: { readonly title: string; readonly lead?: string | undefined; readonly action?: ReactNode }) {
  return (
    <header className={styles.head}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </div>
      {action === undefined || action === null ? null : <div className={styles.action}>{action}</div>}
    </header>
  )
}
