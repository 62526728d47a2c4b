import { useState } from 'react'
import type { Alternative } from '../../../../engine/template.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { ExplainedText } from '../../glossary/explained-text.tsx'
import { AlternativeEffect } from '../balance/alternative-effect.tsx'
import { useBalance } from '../balance/balance-context.ts'
import { useDisplay, useDrafting } from '../drafting-context.tsx'
import { LawList } from '../law-link.tsx'
import styles from './clause-editor.module.css'
import type { EditorProps } from './editor.ts'
import { choiceOf } from './values.ts'

/** Alternatives of a clause as cards: whom each favours, what it means, what it costs each side. */
export function ClauseEditor({ question, value, onChange, texts }: EditorProps<'clause'>) {
  const { t, langOf } = useWords()
  const display = useDisplay()
  const [isComparing, setComparing] = useState(false)
  const chosen = choiceOf(value)
  const pointed = useBalance()?.pointed
  return (
    <div>
      <RadioCards
        {...texts}
        items={question.alternatives.map((alternative) => ({
          id: alternative.id,
          label: display(alternative.label),
          lang: langOf(alternative.label),
          help: <ExplainedText text={display(alternative.explanation)} lang={langOf(alternative.explanation)} reach="mouse" />,
          chip: <PositionChip favours={alternative.favours} />,
          effect: <AlternativeEffect pointed={{ question: question.id, alternative: alternative.id }} isChosen={alternative.id === chosen} />,
          more: isComparing || alternative.id === chosen ? <Consequences alternative={alternative} alternatives={question.alternatives} /> : null,
        }))}
        value={chosen}
        onChange={onChange}
        onPoint={(id) => pointed?.set(id === undefined || id === chosen ? undefined : { question: question.id, alternative: id })}
      />
      <Button variant="link" aria-expanded={isComparing} onPress={() => setComparing(!isComparing)}>
        {isComparing ? t('questions.clause.hideCosts') : t('questions.clause.compareCosts')}
      </Button>
    </div>
  )
}

/** Whom an alternative favours: the short name of the party behind the position. */
export function PositionChip({ favours }: { readonly favours: string }) {
  const { t } = useWords()
  const { agreement } = useDrafting()
  const name = usePositionName()
  const position = agreement.content.positions.find(({ id }) => id === favours)
  if (position === undefined) return <Chip tone="balanced">{t('questions.clause.balanced')}</Chip>
  return <Chip tone={position.side === 'left' ? 'own' : 'partner'}>{t('questions.clause.favours', { party: name(favours) })}</Chip>
}

function usePositionName(): (id: string) => string {
  const { agreement } = useDrafting()
  const display = useDisplay()
  return (id) => {
    const position = agreement.content.positions.find((known) => known.id === id)
    if (position === undefined) return id
    const name = position.role === undefined ? display(position.title) : display({ de: `{{ ${position.role} }}`, en: `{{ ${position.role} }}` })
    return name === '' ? display(position.title) : name
  }
}

function Consequences({ alternative, alternatives }: { readonly alternative: Alternative; readonly alternatives: readonly Alternative[] }) {
  const { t, langOf } = useWords()
  const display = useDisplay()
  const name = usePositionName()
  const fallback = alternatives.find(({ id }) => id === alternative.fallback)
  const costs = Object.entries(alternative.costs)
  if (costs.length === 0 && fallback === undefined && alternative.limits === undefined && alternative.laws.length === 0) return null
  return (
    <div className={styles.consequences}>
      <dl className={styles.costs}>
        {costs.map(([position, cost]) => (
          <div key={position}>
            <dt>{t('questions.clause.cost', { party: name(position) })}</dt>
            <dd>
              <ExplainedText text={display(cost)} lang={langOf(cost)} />
            </dd>
          </div>
        ))}
        {fallback === undefined ? null : (
          <div>
            <dt>{t('questions.clause.fallback')}</dt>
            <dd lang={langOf(fallback.label)}>{display(fallback.label)}</dd>
          </div>
        )}
        {alternative.limits === undefined ? null : (
          <div className={styles.limits}>
            <dt>{t('questions.clause.limits')}</dt>
            <dd>
              <ExplainedText text={display(alternative.limits)} lang={langOf(alternative.limits)} />
            </dd>
          </div>
        )}
      </dl>
      <LawList laws={alternative.laws} />
    </div>
  )
}
