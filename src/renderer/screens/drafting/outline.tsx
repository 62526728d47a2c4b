import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Deviation } from '../../../engine/deviation.ts'
import type { Finding } from '../../../engine/findings.ts'
import type { PageState } from '../../../engine/interview.ts'
import type { DraftId } from '../../../shared/contract/ids.ts'
import { api } from '../../app/api.ts'
import type { DraftView } from '../../app/paths.ts'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { PlainButton } from '../../ui/plain.tsx'
import { ProgressDot, type DotState } from '../../ui/progress.tsx'
import { useDisplay } from './drafting-context.tsx'
import type { FindingGroups } from './finding-groups.ts'
import { openFindingsOf, useDraftFindings } from './findings/draft-findings.ts'
import styles from './outline.module.css'

type OutlineProps = {
  readonly pages: readonly PageState[]
  readonly pageId: string | undefined
  readonly view: DraftView
  readonly groups: FindingGroups
  readonly findings: readonly Finding[]
  readonly draftId: DraftId
  readonly deviations: readonly Deviation[]
  readonly onPage: (id: string) => void
  readonly onView: (view: DraftView) => void
  /** Opens what came back changed in Word files. */
  readonly onReturned: () => void
}

/** A page is done, under way, done but with something to look at, or not begun. */
function pageState(page: PageState, findings: readonly Finding[]): DotState {
  const ids = new Set(page.questions.map((state) => state.question.id))
  const hasTrouble =
    page.problems > 0 || findings.some((finding) => (finding.kind === 'error' || finding.kind === 'risk') && finding.questions.some((id) => ids.has(id)))
  if (page.answered === 0 && page.asked > 0) return 'empty'
  if (hasTrouble && page.missing === 0) return 'warn'
  return page.missing === 0 ? 'done' : 'half'
}

/** The pages of the interview with their progress, then what there is to do with the document. */
export function Outline({ pages, pageId, view, groups, findings, draftId, deviations, onPage, onView, onReturned }: OutlineProps) {
  const { t } = useWords()
  const display = useDisplay()
  const revisions = useQuery(api.revisions.list.queryOptions({ input: { id: draftId } }))
  const decided = deviations.filter(({ state }) => state !== 'open').length
  const openCount = groups.open.length
  const fromChecks = useDraftFindings()
  return (
    <nav className={styles.outline} aria-label={t('drafting.outline.label')}>
      <h2 className={styles.heading}>{t('drafting.outline.interview')}</h2>
      <ol>
        {pages.map((page) => {
          const state = pageState(page, findings)
          const open = openFindingsOf(page, fromChecks).length
          return (
            <Entry
              key={page.page.id}
              isHere={view === 'questions' && page.page.id === pageId}
              dot={<ProgressDot state={state} value={page.asked === 0 ? 0 : page.answered / page.asked} />}
              label={display(page.page.short)}
              count={`${page.answered}/${page.asked}`}
              says={`${t(`drafting.outline.states.${state}`)}, ${t('drafting.outline.answered', { answered: page.answered, asked: page.asked })}`}
              mark={open === 0 ? undefined : t('findings.outline', { count: open })}
              onPress={() => onPage(page.page.id)}
            />
          )
        })}
      </ol>
      <h2 className={styles.heading}>{t('drafting.outline.document')}</h2>
      <ul>
        <Entry
          isHere={view === 'openPoints'}
          dot={<ProgressDot state={openCount + groups.risks.length > 0 ? 'warn' : 'done'} />}
          label={t('drafting.openPoints.short')}
          count={String(openCount + groups.risks.length)}
          says=""
          onPress={() => onView('openPoints')}
        />
        <Entry
          isHere={view === 'balance'}
          dot={<ProgressDot state="empty" />}
          label={t('drafting.balance.short')}
          count=""
          says=""
          onPress={() => onView('balance')}
        />
        <Entry
          isHere={view === 'revisions'}
          dot={<ProgressDot state="empty" />}
          label={t('drafting.revisions.short')}
          count={String(revisions.data?.length ?? 0)}
          says=""
          onPress={() => onView('revisions')}
        />
        <Entry
          isHere={view === 'comparison'}
          dot={<ProgressDot state="empty" />}
          label={t('comparison.short')}
          count=""
          says=""
          onPress={() => onView('comparison')}
        />
        <Entry
          isHere={false}
          dot={
            <ProgressDot
              state={deviations.length === 0 ? 'empty' : decided === deviations.length ? 'done' : 'half'}
              value={decided / Math.max(1, deviations.length)}
            />
          }
          label={deviations.length === 0 ? t('returned.open') : t('returned.short')}
          count={deviations.length === 0 ? '' : t('returned.count', { decided, all: deviations.length })}
          says={deviations.length === 0 ? '' : t('returned.progress', { decided, all: deviations.length })}
          onPress={onReturned}
        />
      </ul>
    </nav>
  )
}

function Entry({
  isHere,
  dot,
  label,
  count,
  says,
  mark,
  onPress,
}: {
  readonly isHere: boolean
  readonly dot: ReactNode
  readonly label: string
  readonly count: string
  readonly says: string
  /** What else there is to do on the page: a sign, with words for the pointer and for assistive technology. */
  readonly mark?: string | undefined
  readonly onPress: () => void
}) {
  return (
    <li>
      <PlainButton className={cx(styles.entry, isHere && styles.here)} isCurrentPage={isHere} onPress={onPress}>
        {dot}
        <span className={styles.label}>{label}</span>
        {mark === undefined ? null : (
          <span className={styles.mark} title={mark}>
            <Icon name="checklist" size={14} />
            <span className={styles.hidden}>{mark}</span>
          </span>
        )}
        <span className={styles.count} aria-hidden={says === '' ? undefined : true}>
          {count}
        </span>
        {says === '' ? null : <span className={styles.hidden}>{says}</span>}
      </PlainButton>
    </li>
  )
}
