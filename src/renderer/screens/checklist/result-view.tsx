import { useRef } from 'react'
import { headline } from '../../../engine/checklist-report.ts'
import type { ChecklistFinding } from '../../../engine/checklist-score.ts'
import type { RunComparison } from '../../../engine/checklist-comparison.ts'
import { runFacts } from '../../../engine/checklist-run.ts'
import type { RedFlag } from '../../../engine/template.ts'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { LawLinks } from '../drafting/law-link.tsx'
import { FindingItem } from './finding-item.tsx'
import { FindingsTogether } from './finding-leads.tsx'
import { questionNumber } from './question-number.ts'
import styles from './result.module.css'
import { RiskMatrix } from './risk-matrix.tsx'
import { TopicChart } from './topic-chart.tsx'
import type { Run } from './use-run.ts'

type ResultViewProps = { readonly run: Run; readonly comparison: RunComparison | undefined; readonly onQuestion: (question: string) => void }

/** What follows from the answers: the sentence that matters, the picture, and what to look at first. */
export function ResultView({ run, comparison, onQuestion }: ResultViewProps) {
  const { t, language } = useWords()
  const { result } = run
  const page = useRef<HTMLDivElement>(null)
  const showFinding = (question: string) => {
    const item = page.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(question)}"]`)
    item?.focus()
    item?.scrollIntoView({ block: 'start' })
  }
  const unknown = result.findings.filter(({ kind }) => kind === 'unknown')
  return (
    <div ref={page}>
      <h1 className={styles.title}>{headline(result, language)}</h1>
      <Lead run={run} comparison={comparison} />
      {result.answered === 0 ? (
        <EmptyState title={t('checklist.result.emptyTitle')}>{t('checklist.result.emptyText')}</EmptyState>
      ) : (
        <>
          {result.flags.length === 0 ? null : <RedFlags run={run} onQuestion={onQuestion} />}
          <div className={styles.grid}>
            <TopicChart run={run} comparison={comparison} />
            <RiskMatrix run={run} onFinding={showFinding} />
            <div className={styles.first}>
              <Findings
                run={run}
                id="look-at-first"
                title={t('checklist.result.first')}
                text={result.findings.length === 0 ? t('checklist.result.noFindings') : undefined}
                findings={result.findings.filter(({ kind }) => kind !== 'unknown')}
                onQuestion={onQuestion}
              />
              {unknown.length === 0 ? null : (
                <Findings
                  run={run}
                  id="unknown"
                  title={t('checklist.result.unknown')}
                  text={t('checklist.result.unknownText')}
                  findings={unknown}
                  onQuestion={onQuestion}
                />
              )}
            </div>
            <div className={styles.beside}>
              {result.strengths.length === 0 ? null : <Strengths run={run} />}
              <FindingsTogether run={run} findings={result.findings} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}

/** Whose run it is, and what changed since the last one. */
function Lead({ run: { answers, result, previous }, comparison }: Omit<ResultViewProps, 'onQuestion'>) {
  const { t, language } = useWords()
  const { organisation, partner, project, assessed_on: date, assessor, phase } = runFacts(answers)
  const facts = [
    // An unfinished run says so in its title already.
    result.answered < result.asked ? '' : t('drafts.progress', { answered: result.answered, asked: result.asked }),
    organisation,
    partner,
    project,
    date === undefined ? '' : longDate(date, language),
    assessor,
    phase === undefined ? '' : t(`checklist.phases.${phase}`),
  ].filter((fact) => fact !== undefined && fact !== '')
  const before = previous === undefined ? '' : longDate(previous.summary.assessedOn ?? previous.summary.createdAt, language)
  return (
    <p className={styles.lead}>
      {facts.join(' · ')}
      {comparison === undefined ? null : (
        <span className={styles.comparison}>
          {comparison.better + comparison.worse === 0
            ? t('checklist.result.comparedSame', { date: before })
            : t('checklist.result.compared', { date: before, better: comparison.better, worse: comparison.worse })}
        </span>
      )}
    </p>
  )
}

/** What is worse than its parts, or an acute danger, before everything else. */
function RedFlags({ run, onQuestion }: Pick<ResultViewProps, 'run' | 'onQuestion'>) {
  const { t } = useWords()
  return (
    <section className={styles.flags} aria-labelledby="red-flags">
      <h2 id="red-flags">
        <Icon name="warning" size={18} />
        {t('checklist.result.flags', { count: run.result.flags.length })}
      </h2>
      <ul>
        {run.result.flags.map((flag) => (
          <Flag key={flag.id} run={run} flag={flag} onQuestion={onQuestion} />
        ))}
      </ul>
    </section>
  )
}

function Flag({ run, flag, onQuestion }: Pick<ResultViewProps, 'run' | 'onQuestion'> & { readonly flag: RedFlag }) {
  const { t, local } = useWords()
  const questions = run.content.questions.filter(({ id }) => flag.questions.includes(id))
  return (
    <li>
      <h3>{local(flag.title)}</h3>
      <p>{local(flag.reason)}</p>
      <div className={styles.links}>
        {questions.map((question) => (
          <Button key={question.id} variant="link" onPress={() => onQuestion(question.id)}>
            {t('checklist.result.toQuestion', { number: questionNumber(run.content, question) })}
          </Button>
        ))}
        <LawLinks laws={flag.laws} entries={run.content.lawEntries} />
      </div>
    </li>
  )
}

type FindingsProps = Pick<ResultViewProps, 'run' | 'onQuestion'> & {
  readonly id: string
  readonly title: string
  readonly text: string | undefined
  readonly findings: readonly ChecklistFinding[]
}

function Findings({ run, id, title, text, findings, onQuestion }: FindingsProps) {
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text === undefined ? null : <p className={styles.small}>{text}</p>}
      <ol>
        {findings.map((finding) => (
          <FindingItem key={finding.question.id} run={run} finding={finding} onQuestion={onQuestion} />
        ))}
      </ol>
    </section>
  )
}

function Strengths({ run }: { readonly run: Run }) {
  const { t, local } = useWords()
  return (
    <section className={cx(styles.panel, styles.strengths)} aria-labelledby="strengths">
      <h2 id="strengths">{t('checklist.result.strengths')}</h2>
      <ul>
        {run.result.strengths.map((question) => (
          <li key={question.id}>{local(question.question)}</li>
        ))}
      </ul>
    </section>
  )
}
