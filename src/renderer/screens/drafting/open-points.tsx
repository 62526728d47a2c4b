import type { Finding } from '../../../engine/findings.ts'
import { useWords } from '../../i18n/i18n.ts'
import type { TextKey } from '../../i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Chip, type ChipTone } from '../../ui/chip.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { useDisplay, useDrafting } from './drafting-context.tsx'
import type { FindingGroups } from './finding-groups.ts'
import { FindingList } from './findings/finding-list.tsx'
import { LawList } from './law-link.tsx'
import styles from './open-points.module.css'
import { problemText } from './problem-text.ts'

type PointsPart = {
  readonly id: string
  readonly title: TextKey
  readonly chip: TextKey
  readonly tone: ChipTone
  readonly findings: readonly Finding[]
}

/** Everything to settle before signing, the weightiest first, each with its reason, a remedy and the way to the question. */
export function OpenPoints({ groups, hasNewerTemplate }: { readonly groups: FindingGroups; readonly hasNewerTemplate: boolean }) {
  const { t } = useWords()
  const parts: readonly PointsPart[] = [
    {
      id: 'inconsistent',
      title: 'drafting.openPoints.inconsistent',
      chip: 'drafting.openPoints.chips.inconsistent',
      tone: 'high',
      findings: groups.inconsistent,
    },
    { id: 'risks', title: 'drafting.openPoints.risks', chip: 'drafting.openPoints.chips.risk', tone: 'high', findings: groups.risks },
    { id: 'missing', title: 'drafting.openPoints.missing', chip: 'drafting.openPoints.chips.missing', tone: 'medium', findings: groups.missing },
    { id: 'onPurpose', title: 'drafting.openPoints.onPurpose', chip: 'drafting.openPoints.chips.onPurpose', tone: 'balanced', findings: groups.onPurpose },
    { id: 'hints', title: 'drafting.openPoints.hints', chip: 'drafting.openPoints.chips.hint', tone: 'accent', findings: groups.hints },
  ]
  const count = groups.open.length + groups.risks.length
  const shown = parts.filter((part) => part.findings.length > 0)
  const weighty = shown.filter(({ id }) => id === 'inconsistent' || id === 'risks')
  const others = shown.filter((part) => !weighty.includes(part))
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{count === 0 ? t('drafting.openPoints.titleNone') : t('drafting.openPoints.title', { count })}</h1>
      <p className={styles.lead}>{count === 0 ? t('drafting.openPoints.leadNone') : t('drafting.openPoints.lead')}</p>
      {hasNewerTemplate ? (
        <div className={styles.notice}>
          <Notice tone="info">{t('drafting.newerTemplate')}</Notice>
        </div>
      ) : null}
      {shown.length === 0 ? <EmptyState title={t('drafting.openPoints.emptyTitle')}>{t('drafting.openPoints.emptyText')}</EmptyState> : null}
      {weighty.map((part) => (
        <Part key={part.id} {...part} />
      ))}
      <FindingList />
      {others.map((part) => (
        <Part key={part.id} {...part} />
      ))}
    </div>
  )
}

function Part({ id, title, chip, tone, findings }: PointsPart) {
  const { t } = useWords()
  return (
    <section className={styles.part} aria-labelledby={`points-${id}`}>
      <h2 id={`points-${id}`} className={styles.heading}>
        {t(title)} <span className={styles.count}>{findings.length}</span>
      </h2>
      <ul>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} chip={t(chip)} tone={tone} />
        ))}
      </ul>
    </section>
  )
}

function FindingRow({ finding, chip, tone }: { readonly finding: Finding; readonly chip: string; readonly tone: ChipTone }) {
  const { t, local, langOf, language } = useWords()
  const display = useDisplay()
  const { agreement, interview, goTo } = useDrafting()
  const [first] = finding.questions
  const question = first === undefined ? undefined : agreement.questions.get(first)
  const page = interview.pages.find(({ page: { questions } }) => questions.some(({ id }) => id === first))
  const isAboutAnswer = finding.kind === 'missing' || finding.kind === 'openOnPurpose' || finding.kind === 'invalid'
  return (
    <li className={styles.finding}>
      <div className={styles.words}>
        <span className={styles.message} lang={langOf(finding.message)}>
          {local(finding.message)}
        </span>{' '}
        {isAboutAnswer ? null : <Chip tone={tone}>{chip}</Chip>}
        {finding.problem === undefined || finding.problem.code === 'required' ? null : (
          <p className={styles.reason}>{problemText(finding.problem, question, t, language)}</p>
        )}
        {finding.reason === undefined ? null : (
          <p className={styles.reason} lang={langOf(finding.reason)}>
            {local(finding.reason)}
          </p>
        )}
        {finding.fix === undefined ? null : (
          <p className={styles.fix}>
            <strong>{t('drafting.openPoints.fix')}</strong> <span lang={langOf(finding.fix)}>{local(finding.fix)}</span>
          </p>
        )}
        {isAboutAnswer && page !== undefined ? <p className={styles.where}>{display(page.page.short)}</p> : null}
        {isAboutAnswer ? null : (
          <>
            <LawList laws={finding.laws} />
            <div className={styles.targets}>
              {finding.questions.map((id) => {
                const target = agreement.questions.get(id)
                return target === undefined ? null : (
                  <Button key={id} variant="link" onPress={() => goTo(id)}>
                    {t('drafting.openPoints.goTo', { question: display(target.label) })}
                  </Button>
                )
              })}
            </div>
          </>
        )}
      </div>
      {isAboutAnswer && first !== undefined ? (
        <Button aria-label={t('drafting.openPoints.answerNamed', { question: local(finding.message) })} onPress={() => goTo(first)}>
          {t('drafting.openPoints.answer')}
        </Button>
      ) : null}
    </li>
  )
}
