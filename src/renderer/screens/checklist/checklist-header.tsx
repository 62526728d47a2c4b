import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { paths } from '../../app/paths.ts'
import { useKeys } from '../../app/platform.ts'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Mark } from '../../ui/icon.tsx'
import { PlainLink } from '../../ui/plain.tsx'
import { useToast } from '../../ui/toast.tsx'
import headerStyles from '../drafting/drafting-header.module.css'
import { SaveStateLabel } from '../drafting/save-state.tsx'
import type { SaveState } from '../drafting/session/answer-saver.ts'
import type { ChecklistView } from './pages.ts'
import type { Run } from './use-run.ts'

type ChecklistHeaderProps = {
  readonly run: Run
  readonly save: SaveState
  readonly view: ChecklistView
  readonly onView: (view: ChecklistView) => void
  readonly onReport: () => void
}

/** Where one is, whether everything is saved, and the ways to result and report. */
export function ChecklistHeader({ run, save, view, onView, onReport }: ChecklistHeaderProps) {
  const { t, local } = useWords()
  const keys = useKeys()
  const { draft, content } = run
  return (
    <header className={headerStyles.header}>
      <PlainLink href={paths.home} className={cx(headerStyles.home)} label={t('app.places.home')}>
        <Mark size={24} />
      </PlainLink>
      <nav className={headerStyles.crumb} aria-label={t('drafting.crumb')}>
        <LinkTo href={paths.checklists} look="strong">
          {t('app.places.checklists')}
        </LinkTo>
        <span aria-hidden="true"> /</span>
      </nav>
      <span className={headerStyles.title} title={draft.name}>
        {draft.name}
        <span className={headerStyles.template}>{local(content.short) === draft.name ? null : local(content.short)}</span>
      </span>
      <SaveStateLabel save={save} />
      <span className={headerStyles.spacer} />
      {view === 'questions' ? (
        <Button onPress={() => onView('result')}>{t('checklist.toResult')}</Button>
      ) : (
        <>
          <Button onPress={() => onView('questions')}>{t('checklist.toQuestions')}</Button>
          <RunAgain run={run} />
        </>
      )}
      <Button variant="primary" keys={keys('export')} onPress={onReport}>
        {t('checklist.report')}
      </Button>
    </header>
  )
}

/** Begins the next run where this one ends. */
function RunAgain({ run: { draft, session } }: { readonly run: Run }) {
  const { t } = useWords()
  const repeat = useRepeat()
  return (
    <Button
      isPending={repeat.isPending}
      onPress={() => {
        void session.flush().then(() => repeat.start(draft))
      }}
    >
      {t('checklist.again')}
    </Button>
  )
}

/** Repeats a run under its name with today's date, and opens the new one. */
export function useRepeat() {
  const { t, language } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const client = useQueryClient()
  const repeat = useMutation(
    api.runs.repeat.mutationOptions({
      onSuccess: async ({ id }) => {
        toast(t('checklist.repeated'))
        await Promise.all([
          client.invalidateQueries({ queryKey: api.drafts.list.key() }),
          client.invalidateQueries({ queryKey: api.runs.key() }),
          navigate({ to: '/drafts/$draftId', params: { draftId: id } }),
        ])
      },
      onError: (error) => {
        const failure = describeFailure(error, t)
        toast(`${failure.what} ${failure.next}`)
      },
    }),
  )
  return {
    isPending: repeat.isPending,
    start: ({ id, name }: Pick<Run['draft'], 'id' | 'name'>) => {
      // The date of an earlier repetition goes, so that names do not grow.
      const stem = name.replace(/\s*[(（][^()（）]*\d{4}[^()（）]*[)）]$/u, '').slice(0, 170)
      repeat.mutate({ id, name: t('checklist.repeatName', { name: stem, date: longDate(new Date().toISOString(), language) }) })
    },
  }
}
