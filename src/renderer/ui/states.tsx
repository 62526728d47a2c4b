import { useEffect, useState, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, Mark } from './icon.tsx'
import { Spinner } from './progress.tsx'
import styles from './states.module.css'

/** What will be here, why it helps, and the first step. */
export function EmptyState({
  title,
  children,
  action,
  level = 2,
}: {
  readonly title: string
  readonly children: ReactNode
  readonly action?: ReactNode
  readonly level?: 1 | 2
}) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.empty}>
      <Mark size={40} />
      <div>
        <Title className={styles.title}>{title}</Title>
        <p className={styles.text}>{children}</p>
        {action === undefined ? null : <div className={styles.action}>{action}</div>}
      </div>
    </div>
  )
}

/** Says what is being waited for, but only once the wait can be felt. */
export function Loading({ label }: { readonly label: string }) {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 500)
    return () => clearTimeout(timer)
  }, [])
  return <div className={styles.loading}>{isLong ? <Spinner label={label} /> : null}</div>
}

/** A message that belongs to what stands around it. */
export function Notice({
  tone,
  title,
  children,
  action,
}: {
  readonly tone: 'high' | 'medium' | 'low' | 'info'
  readonly title?: string | undefined
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className={cx(styles.notice, styles[tone])} role={tone === 'high' ? 'alert' : undefined}>
      <Icon name={tone === 'low' ? 'check' : tone === 'info' ? 'info' : 'warning'} size={17} />
      <div className={styles.noticeText}>
        {title === undefined ? null : <strong>{title} </strong>}
        {children}
        {action === undefined ? null : <div className={styles.action}>{action}</div>}
      </div>
    </div>
  )
}
