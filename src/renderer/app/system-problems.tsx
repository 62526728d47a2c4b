import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/states.tsx'
import { api } from './api.ts'
import styles from './screen.module.css'

/** What core had to put right when it started, for example a damaged database; said once, until it is read. */
export function SystemProblems() {
  const { t } = useWords()
  const ping = useQuery({ ...api.system.ping.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
  const [isRead, setRead] = useState(false)
  const problems = ping.data?.problems ?? []
  if (problems.length === 0 || isRead) return null
  return (
    <div className={styles.problems}>
      {problems.map((problem) => (
        <Notice
          key={problem.code}
          tone="medium"
          title={t(`errors.${problem.code}.what`, problem.details)}
          action={<Button onPress={() => setRead(true)}>{t('app.understood')}</Button>}
        >
          {t(`errors.${problem.code}.next`, problem.details)}
        </Notice>
      ))}
    </div>
  )
}
