import type { ContentSummary } from '../../../shared/contract/core.ts'
import type { RunSummary } from '../../../shared/contract/runs.ts'
import { useNewDraft } from '../../app/new-draft.tsx'
import { paths } from '../../app/paths.ts'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { percent } from '../checklist/percent.ts'
import { useRepeat } from '../checklist/use-repeat.ts'
import { useLanguageNames } from '../drafts/language-choices.ts'
import styles from './library.module.css'

type ChecklistCardProps = { readonly item: ContentSummary; readonly lastRun: RunSummary | undefined }

/** A checklist: what it looks at, for whom, how long it takes, and how the last run of it ended. */
export function ChecklistCard({ item, lastRun }: ChecklistCardProps) {
  const { t, local } = useWords()
  const names = useLanguageNames()
  const newDraft = useNewDraft()
  const repeat = useRepeat()
  const title = local(item.title)
  const facts = [
    t('drafts.library.facts', { count: item.questionCount, languages: item.languages.map(names.own).join(', ') }),
    item.isOwn ? t('drafts.library.own') : '',
    item.minutes === undefined ? '' : t('drafts.library.minutes', { minutes: item.minutes }),
  ]
  return (
    <article className={styles.card}>
      <div className={styles.words}>
        <h2>{title}</h2>
        <p className={styles.purpose}>{local(item.purpose)}</p>
        <p className={styles.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
        <div className={styles.actions}>
          {lastRun === undefined ? null : (
            <Button
              variant="primary"
              isDisabled={repeat.isPending}
              aria-label={t('drafts.library.runAgainNamed', { checklist: title })}
              onPress={() => repeat.start(lastRun)}
            >
              {t('checklist.again')}
            </Button>
          )}
          <Button variant={lastRun === undefined ? 'primary' : 'quiet'} onPress={() => newDraft({ templateId: item.id })}>
            {lastRun === undefined ? t('drafts.library.beginChecklist') : t('drafts.library.beginAnew')}
          </Button>
        </div>
      </div>
      <div className={styles.when}>
        <div>
          <h3>{t('drafts.library.topics')}</h3>
          <p>{item.topics.map(local).join(t('drafts.library.topicSeparator'))}</p>
        </div>
        <div>
          <h3>{t('drafts.library.forWhom')}</h3>
          <p>{item.roles.length === 2 ? t('drafts.library.forBoth') : item.roles.map((role) => t(`checklist.about.roles.${role}`)).join('')}</p>
        </div>
        {lastRun === undefined ? null : <LastRun run={lastRun} />}
      </div>
    </article>
  )
}

function LastRun({ run }: { readonly run: RunSummary }) {
  const { t, language } = useWords()
  const date = longDate(run.assessedOn ?? run.createdAt, language)
  const state = run.score === null ? t('drafts.library.notScored') : t('drafts.library.scored', { score: percent(run.score, language) })
  return (
    <div>
      <h3>{t('drafts.library.lastRun')}</h3>
      <p>
        <LinkTo href={run.score === null ? paths.draft(run.id) : paths.result(run.id)}>{run.name}</LinkTo>
        <br />
        {[date, state, run.answered < run.asked ? t('drafts.progress', { answered: run.answered, asked: run.asked }) : '']
          .filter((fact) => fact !== '')
          .join(' · ')}
      </p>
    </div>
  )
}
