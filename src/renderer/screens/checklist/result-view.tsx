import { useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../engine/answers.ts'
import type { Checklist } from '../../../engine/checklist.ts'
import type { ChecklistFinding, ChecklistResult } from '../../../engine/checklist-score.ts'
import { headline } from '../../../engine/checklist-report.ts'
import { api } from '../../app/api.ts'
import { useNewDraft } from '../../app/new-draft.tsx'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { cx } from '../../ui/cx.ts'
import { EmptyState } from '../../ui/states.tsx'
import { choiceOf, textOf } from '../drafting/editors/values.ts'
import { LawLinks } from '../drafting/law-link.tsx'
import { RiskMatrix } from './risk-matrix.tsx'
import styles from './result.module.css'
import { TopicChart } from './topic-chart.tsx'

type ResultViewProps = {
  readonly checklist: Checklist
  readonly result: ChecklistResult
  readonly answers: Answers
  readonly onQuestion: (topic: string) => void
}

/** What follows from the answers: the sentence that matters, the picture, and what to look at first. */
export function ResultView({ checklist, result, answers, onQuestion }: ResultViewProps) {
  const { t, language } = useWords()
  const date = choiceOf(answers['assessed_on'])
  const assessor = textOf(answers['assessor'])
  const organisation = textOf(answers['organisation'])
  // An unfinished run says so in its title already.
  const facts = [
    result.answered < result.asked ? '' : t('drafts.progress', { answered: result.answered, asked: result.asked }),
    organisation,
    date === undefined || Number.isNaN(Date.parse(date)) ? '' : longDate(date, language),
    assessor,
  ].filter((fact) => fact !== '')
  return (
    <main className={styles.result}>
      <h1 className={styles.title}>{headline(result, language)}</h1>
      <p className={styles.lead}>{facts.join(' · ')}</p>
      {result.answered === 0 ? (
        <EmptyState title={t('checklist.result.emptyTitle')}>{t('checklist.result.emptyText')}</EmptyState>
      ) : (
        <div className={styles.grid}>
          <TopicChart result={result} />
          <RiskMatrix checklist={checklist} result={result} />
          <LookAtFirst checklist={checklist} result={result} onQuestion={onQuestion} />
          {result.strengths.length === 0 ? null : <Strengths result={result} />}
        </div>
      )}
    </main>
  )
}

function LookAtFirst({ checklist, result, onQuestion }: Omit<ResultViewProps, 'answers'>) {
  const { t } = useWords()
  return (
    <section className={cx(styles.panel, styles.first)} aria-labelledby="look-at-first">
      <h2 id="look-at-first">{t('checklist.result.first')}</h2>
      {result.findings.length === 0 ? <p className={styles.small}>{t('checklist.result.noFindings')}</p> : null}
      <ol>
        {result.findings.map((finding) => (
          <FindingItem key={finding.question.id} checklist={checklist} finding={finding} onQuestion={onQuestion} />
        ))}
      </ol>
    </section>
  )
}

function FindingItem({
  checklist,
  finding,
  onQuestion,
}: {
  readonly checklist: Checklist
  readonly finding: ChecklistFinding
  readonly onQuestion: (topic: string) => void
}) {
  const { t, local } = useWords()
  const newDraft = useNewDraft()
  const content = useQuery(api.content.list.queryOptions())
  const { question, level, answer } = finding
  const number = checklist.content.questions.indexOf(question) + 1
  const agreements = question.agreements.flatMap((id) => content.data?.items.find((item) => item.id === id) ?? [])
  return (
    <li className={styles.finding}>
      <span className={cx(styles.number, styles[level])}>{number}</span>
      <div>
        <h3>{local(question.missing)}</h3>
        <p className={styles.chips}>
          <Chip tone={level}>{t(`checklist.levels.${level}`)}</Chip>
          <span className={styles.small}>{t('checklist.result.answered', { answer: t(`checklist.answers.${answer.value}`) })}</span>
        </p>
        <p>{local(question.consequence)}</p>
        <p>
          <strong>{t('checklist.result.action')}</strong> {local(question.action)}
        </p>
        {answer.note === '' ? null : <p className={styles.small}>{t('checklist.result.note', { note: answer.note })}</p>}
        <div className={styles.links}>
          <LawLinks laws={question.laws} entries={checklist.content.lawEntries} />
          {agreements.map((item) => (
            <Button key={item.id} variant="link" onPress={() => newDraft({ templateId: item.id })}>
              {t('checklist.result.draft', { agreement: local(item.title) })}
            </Button>
          ))}
          <Button variant="link" onPress={() => onQuestion(question.topic)}>
            {t('checklist.result.toQuestion', { number })}
          </Button>
        </div>
      </div>
    </li>
  )
}

function Strengths({ result }: { readonly result: ChecklistResult }) {
  const { t, local } = useWords()
  return (
    <section className={cx(styles.panel, styles.strengths)} aria-labelledby="strengths">
      <h2 id="strengths">{t('checklist.result.strengths')}</h2>
      <ul>
        {result.strengths.map((question) => (
          <li key={question.id}>{local(question.question)}</li>
        ))}
      </ul>
    </section>
  )
}
