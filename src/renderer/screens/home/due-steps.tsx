import { useQuery } from '@tanstack/react-query'
import { addDays } from '../../../engine/action-plan.ts'
import type { RunSummary } from '../../../shared/contract/runs.ts'
import { api } from '../../app/api.ts'
import { useNow } from '../../app/now.ts'
import { paths } from '../../app/paths.ts'
import { today } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { LinkTo } from '../../ui/button.tsx'
import styles from './home.module.css'

/** "Soon" is within a week. */
const soonDays = 7

/** Steps of action plans that are late or due soon, by run; nothing as long as there are none. */
export function DueSteps() {
  const { t } = useWords()
  const day = today(useNow())
  const query = useQuery({ ...api.runs.list.queryOptions({ input: {} }), refetchOnMount: 'always' })
  const due = (query.data ?? []).flatMap((run) => dueOf(run, day))
  if (due.length === 0) return null
  return (
    <section aria-labelledby="due-steps" className={styles.due}>
      <h2 id="due-steps">{t('home.due.title')}</h2>
      <ul>
        {due.map(({ run, late, soon }) => (
          <li key={run.id}>
            <LinkTo href={paths.plan(run.id)} look="strong">
              {run.name}
            </LinkTo>
            <span className={styles.dueText}>
              {[late === 0 ? '' : t('home.due.late', { count: late }), soon === 0 ? '' : t('home.due.soon', { count: soon })]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function dueOf(run: RunSummary, day: string): readonly { readonly run: RunSummary; readonly late: number; readonly soon: number }[] {
  const dated = run.openSteps.filter((due) => due !== '')
  const late = dated.filter((due) => due < day).length
  const soon = dated.filter((due) => due >= day && due <= addDays(day, soonDays)).length
  return late + soon === 0 ? [] : [{ run, late, soon }]
}
