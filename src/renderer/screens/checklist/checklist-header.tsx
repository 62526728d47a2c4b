import { paths } from '../../app/paths.ts'
import { useKeys } from '../../app/platform.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Mark } from '../../ui/icon.tsx'
import { PlainLink } from '../../ui/plain.tsx'
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
        <Button onPress={() => onView('questions')}>{t('checklist.toQuestions')}</Button>
      )}
      <Button variant="primary" keys={keys('export')} onPress={onReport}>
        {t('checklist.report')}
      </Button>
    </header>
  )
}
