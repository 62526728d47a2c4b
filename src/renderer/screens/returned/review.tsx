import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { compileAgreement } from '../../../engine/agreement.ts'
import type { Deviation } from '../../../engine/deviation.ts'
import { displayIn } from '../../../engine/display.ts'
import { interview } from '../../../engine/interview.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import type { Review as ReviewData } from '../../../shared/contract/returned.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { ChangeList } from './change-list.tsx'
import { ChangeView } from './change-view.tsx'
import { RegisterView } from './register-view.tsx'
import styles from './returned.module.css'
import { isShown, nextOpen, type ReviewFilter, reviewFilters } from './review-filter.ts'

type ReviewProps = {
  readonly draft: Draft
  readonly review: ReviewData
  readonly change: string | undefined
  readonly isRegister: boolean
  readonly onDecide: (deviation: Deviation, state: Deviation['state'], note: string) => void
}

const keyStates: Readonly<Record<string, Deviation['state']>> = { a: 'accepted', r: 'rejected', p: 'parked', u: 'open' }

/** The list of changes and the one that is looked at, or the register of what was decided. */
export function Review({ draft, review, change, isRegister, onDecide }: ReviewProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const names = useNames(draft)
  const [filter, setFilter] = useState<ReviewFilter>('all')
  const { deviations, stale } = review
  const shown = deviations.filter((deviation) => isShown(deviation, filter, stale))
  const current = shown.find(({ id }) => id === change) ?? shown.find(({ state }) => state === 'open') ?? shown[0]
  const decided = deviations.filter(({ state }) => state !== 'open').length

  const go = (next: { readonly change?: string | undefined; readonly isRegister?: boolean }) =>
    void navigate({
      to: '/drafts/$draftId/returned',
      params: { draftId: draft.id },
      search: { ...(next.change === undefined ? {} : { change: next.change }), ...(next.isRegister === true ? { view: 'register' as const } : {}) },
      replace: true,
    })
  const decide = (deviation: Deviation, state: Deviation['state'], note: string) => {
    onDecide(deviation, state, note)
    const isFirstDecision = deviation.state === 'open' && state !== 'open'
    go({ change: isFirstDecision ? (nextOpen(deviations, deviation.id)?.id ?? deviation.id) : deviation.id })
  }
  const step = (by: number) => {
    const at = shown.findIndex(({ id }) => id === current?.id)
    const next = shown[at + by]
    if (next !== undefined) go({ change: next.id })
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const isTyping = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || current === undefined) return
    const state = keyStates[event.key.toLowerCase()]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    else if (state === undefined || state === current.state || (state === 'rejected' && current.kind === 'commented')) return
    else decide(current, state, current.note)
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.bar}>
        <Segmented
          label={t('returned.views.label')}
          items={[
            { id: 'changes', label: t('returned.views.changes') },
            { id: 'register', label: t('returned.views.register') },
          ]}
          value={isRegister ? 'register' : 'changes'}
          onChange={(view) => go({ change, isRegister: view === 'register' })}
        />
        <div className={styles.progress} role="status">
          <Progress label={t('returned.progress', { decided, all: deviations.length })} value={decided / deviations.length} />
          <span>{t('returned.progress', { decided, all: deviations.length })}</span>
        </div>
        <span className={styles.spacer} />
        <div className={styles.filter}>
          <Select
            label={t('returned.filter.label')}
            isLabelHidden={true}
            items={reviewFilters.map((id) => ({ id, label: t(`returned.filter.${id}`) }))}
            value={filter}
            onChange={(value) => setFilter(reviewFilters.find((id) => id === value) ?? 'all')}
            placeholder={t('returned.filter.all')}
          />
        </div>
      </div>
      {isRegister ? (
        <RegisterView draft={draft} review={review} filter={filter} onOpen={(id) => go({ change: id })} />
      ) : shown.length === 0 ? (
        <p className={styles.noneShown}>{t('returned.filter.none')}</p>
      ) : (
        // Single keys decide while the focus is in here and not in the note, so they never take a letter away from somebody who types.
        <div className={styles.panes} role="group" aria-label={t('returned.title')} aria-describedby="returned-keys" onKeyDown={press}>
          <ChangeList deviations={shown} all={deviations} stale={stale} selected={current?.id} onSelect={(id) => go({ change: id })} />
          <div className={styles.detail}>
            {current === undefined ? (
              <p className={styles.noneShown}>{t('returned.choose')}</p>
            ) : (
              <ChangeView
                deviation={current}
                all={deviations}
                isStale={stale.includes(current.id)}
                questionName={names.question}
                termName={names.term}
                onDecide={(state, note) => decide(current, state, note)}
              />
            )}
            <div className={styles.steps}>
              <Button variant="plain" icon="up" isDisabled={shown[0] === current} onPress={() => step(-1)}>
                {t('returned.previous')}
              </Button>
              <Button variant="plain" icon="down" isDisabled={shown.at(-1) === current} onPress={() => step(1)}>
                {t('returned.next')}
              </Button>
              <span id="returned-keys" className={styles.keys}>
                {t('returned.keys')}
              </span>
            </div>
          </div>
        </div>
      )}
    </>
  )
}

/** The names of questions and terms, with the answers of the draft filled in. */
function useNames(draft: Draft) {
  const { language } = useWords()
  return useMemo(() => {
    if (draft.content.kind !== 'agreement') return { question: (id: string) => id, term: (id: string) => id }
    const agreement = compileAgreement(draft.content)
    const current = interview(agreement, draft.answers, draft.languages)
    const { terms } = draft.content
    return {
      question: (path: string) => {
        const question = agreement.questions.get(path.split('.')[0] ?? path)
        return question === undefined ? path : displayIn(agreement, question.label, current, language)
      },
      term: (id: string) => {
        const found = terms.find((term) => term.id === id)
        return (found?.[language] ?? found?.en)?.term ?? id
      },
    }
  }, [draft, language])
}
