import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Revisions } from '../drafting/revisions.tsx'
import { ChangesView } from './changes-view.tsx'
import type { ChecklistView } from './pages.ts'
import { PlanView } from './plan-view.tsx'
import styles from './result.module.css'
import { ResultView } from './result-view.tsx'
import { useRepeat } from './use-repeat.ts'
import { type Run, useComparison } from './use-run.ts'

type ResultScreenProps = {
  readonly run: Run
  readonly view: Exclude<ChecklistView, 'questions'>
  readonly onView: (view: ChecklistView) => void
  readonly onQuestion: (question: string) => void
}

/** What follows from a run: its result, the plan, and what changed since the run before. */
export function ResultScreen({ run, view, onView, onQuestion }: ResultScreenProps) {
  const { t, language } = useWords()
  const comparison = useComparison(run)
  const { previous } = run
  const since = previous === undefined ? '' : longDate(previous.summary.assessedOn ?? previous.summary.createdAt, language)
  return (
    <main className={styles.result} key={view}>
      <div className={styles.views}>
        <Segmented<ResultScreenProps['view']>
          label={t('checklist.views.label')}
          items={[
            { id: 'result', label: t('checklist.views.result') },
            { id: 'plan', label: t('checklist.views.plan') },
            ...(previous === undefined ? [] : [{ id: 'changes' as const, label: t('checklist.views.changes', { date: since }) }]),
            { id: 'revisions', label: t('drafting.revisions.short') },
          ]}
          value={view === 'changes' && previous === undefined ? 'result' : view}
          onChange={onView}
        />
        <RunAgain run={run} />
      </div>
      {view === 'revisions' ? (
        <div className={styles.revisions}>
          {/* The answers come back through the session; the content stays, so nothing else has to follow. */}
          <Revisions draft={run.draft} session={run.session} onRestored={() => undefined} />
        </div>
      ) : view === 'plan' ? (
        <PlanView run={run} onQuestion={onQuestion} />
      ) : view === 'changes' && previous !== undefined && comparison !== undefined ? (
        <ChangesView run={run} previous={previous} comparison={comparison} />
      ) : (
        <ResultView run={run} comparison={comparison} onQuestion={onQuestion} />
      )}
    </main>
  )
}

/** Begins the next run where this one ends. */
function RunAgain({ run: { draft, session } }: { readonly run: Run }) {
  const { t } = useWords()
  const repeat = useRepeat()
  return (
    <Button
      isDisabled={repeat.isPending}
      onPress={() => {
        void session.flush().then(() => repeat.start(draft))
      }}
    >
      {t('checklist.again')}
    </Button>
  )
}
