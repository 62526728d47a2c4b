import { useQuery } from '@tanstack/react-query'
import type { Guide, GuideAnswers, GuideResult, GuideStep } from '../../../engine/guide.ts'
import type { Localized } from '../../../engine/language.ts'
import type { Law } from '../../../engine/template.ts'
import { api } from '../../app/api.ts'
import { useBeginSuite } from '../../app/begin-suite.ts'
import { useNewDraft } from '../../app/new-draft.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { LawLinks } from '../drafting/law-link.tsx'
import { FlipList } from './flip-list.tsx'
import { openGuideQuestion } from './guide-store.ts'
import styles from './guide.module.css'

type GuideResultProps = { readonly guide: Guide; readonly result: GuideResult; readonly answers: GuideAnswers }

/** Documents in the order of signing, who owns what, what is wrong or to be kept in mind, and what another answer would change. */
export function GuideResultView({ guide, result, answers }: GuideResultProps) {
  const { t, local } = useWords()
  const { lawEntries } = guide.content
  const titleOf = useTitles(guide)
  const isComplete = result.answered === result.states.length
  if (result.answered === 0) {
    return (
      <section className={styles.result} aria-label={t('guide.result')}>
        <EmptyState title={t('guide.emptyTitle')}>{t('guide.emptyText')}</EmptyState>
      </section>
    )
  }
  return (
    <section className={styles.result} aria-labelledby="guide-result">
      <h2 id="guide-result">{isComplete ? t('guide.result') : t('guide.resultSoFar')}</h2>
      {result.steps.length === 0 ? <p className={styles.small}>{t('guide.nothingYet')}</p> : null}
      <ol className={styles.steps}>
        {result.steps.map((step, index) => (
          <Step key={step.rule.agreement} guide={guide} result={result} answers={answers} step={step} number={index + 1} title={titleOf(step.rule.agreement)} />
        ))}
      </ol>
      <SuiteOffer result={result} answers={answers} />
      {result.models.length === 0 ? null : (
        <>
          <h2>{t('guide.models')}</h2>
          {result.models.map((model) => (
            <article key={model.id} className={styles.model}>
              <h3>{local(model.title)}</h3>
              <p>{local(model.summary)}</p>
              <ul>
                {model.points.map((point) => (
                  <li key={point.en}>{local(point)}</li>
                ))}
              </ul>
              <Laws laws={model.laws} entries={lawEntries} />
            </article>
          ))}
        </>
      )}
      <Lines
        title={t('guide.notes')}
        icon="info"
        entries={lawEntries}
        items={result.notes.map(({ id, text, laws }) => ({ id, title: undefined, text, laws }))}
      />
      <Lines
        title={t('guide.avoid')}
        icon="close"
        entries={lawEntries}
        items={result.avoid.map(({ id, agreement, reason, laws }) => ({ id, title: titleOf(agreement), text: reason, laws }))}
      />
      <FlipList guide={guide} result={result} titleOf={titleOf} />
    </section>
  )
}

/** Titles as the installed templates have them, else as the guide says. */
function useTitles({ content }: Guide): (agreement: string) => Localized {
  const installed = useQuery(api.content.list.queryOptions()).data?.items
  return (agreement) =>
    installed?.find(({ id }) => id === agreement)?.title ??
    content.documents.find((document) => document.agreement === agreement)?.title ?? { de: agreement, en: agreement }
}

function Step({
  guide,
  result,
  answers,
  step: { rule, because },
  number,
  title,
}: GuideResultProps & { readonly step: GuideStep; readonly number: number; readonly title: Localized }) {
  const { t, local } = useWords()
  const newDraft = useNewDraft()
  const content = useQuery(api.content.list.queryOptions())
  const stage = guide.content.stages.find(({ id }) => id === rule.stage)
  const isInstalled = content.data?.items.some(({ id }) => id === rule.agreement) ?? true
  return (
    <li className={styles.step} data-guide-document={rule.agreement}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.stepWords}>
        {stage === undefined ? null : <p className={styles.stage}>{local(stage.title)}</p>}
        <h3>{local(title)}</h3>
        <p>{local(rule.reason)}</p>
        <p className={styles.because}>
          <span>{t('guide.because')}</span>
          {because.flatMap((id) => {
            const state = result.states.find(({ question }) => question.id === id)
            const option = state?.question.options.find((candidate) => candidate.id === state.value)
            if (state === undefined || option === undefined) return []
            return (
              <Button key={id} variant="link" onPress={() => openGuideQuestion(id)}>
                {t('guide.answer', { matter: local(state.question.short), answer: local(option.label) })}
              </Button>
            )
          })}
        </p>
        <Laws laws={rule.laws} entries={guide.content.lawEntries} />
        {isInstalled ? (
          <Button
            variant={number === 1 ? 'primary' : 'quiet'}
            aria-label={t('guide.beginDocument', { document: local(title) })}
            onPress={() => newDraft({ templateId: rule.agreement, guide: answers })}
          >
            {t('guide.begin')}
          </Button>
        ) : (
          <p className={styles.small}>{t('guide.notInstalled')}</p>
        )}
      </div>
    </li>
  )
}

/** A set whose documents the result names all, and at least two: those that are only needed sometimes may be missing. */
function SuiteOffer({ result, answers }: Pick<GuideResultProps, 'result' | 'answers'>) {
  const { t, local } = useWords()
  const beginSuite = useBeginSuite()
  const suites = useQuery(api.suites.templates.queryOptions()).data ?? []
  const named = new Set(result.steps.map(({ rule }) => rule.agreement))
  const fitting = suites.filter(({ documents }) => documents.every(({ agreement, isConditional }) => isConditional || named.has(agreement)))
  if (fitting.length === 0) return null
  return (
    <div className={styles.offer}>
      <p>{t('suites.offer')}</p>
      {fitting.map((suite) => (
        <Button key={suite.id} onPress={() => beginSuite({ suiteId: suite.id, guide: answers })}>
          {t('suites.offerAction', { suite: local(suite.title) })}
        </Button>
      ))}
    </div>
  )
}

type Line = { readonly id: string; readonly title: Localized | undefined; readonly text: Localized; readonly laws: readonly string[] }

function Lines({
  title,
  icon,
  items,
  entries,
}: {
  readonly title: string
  readonly icon: 'info' | 'close'
  readonly items: readonly Line[]
  readonly entries: readonly Law[]
}) {
  const { local } = useWords()
  if (items.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul className={styles.lines}>
        {items.map((item) => (
          <li key={item.id} data-icon={icon}>
            <Icon name={icon} size={16} />
            <div>
              {item.title === undefined ? null : <h3>{local(item.title)}</h3>}
              <p>{local(item.text)}</p>
              <Laws laws={item.laws} entries={entries} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Laws({ laws, entries }: { readonly laws: readonly string[]; readonly entries: readonly Law[] }) {
  return laws.length === 0 ? null : (
    <div className={styles.laws}>
      <LawLinks laws={laws} entries={entries} />
    </div>
  )
}
