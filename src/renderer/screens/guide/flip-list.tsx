import type { Guide, GuideFlip, GuideResult } from '../../../engine/guide.ts'
import type { Localized } from '../../../engine/language.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { answerGuide } from './guide-store.ts'
import styles from './guide.module.css'

type FlipListProps = { readonly guide: Guide; readonly result: GuideResult; readonly titleOf: (agreement: string) => Localized }

/** Every single answer that would change the result, and what it would change; found by trying, not written down. */
export function FlipList({ guide, result, titleOf }: FlipListProps) {
  const { t, local } = useWords()
  if (result.flips.length === 0) return null
  const questions = result.states.filter(({ question }) => result.flips.some((flip) => flip.question === question.id))
  return (
    <details className={styles.flips}>
      <summary>
        <h2>{t('guide.flips')}</h2>
        <span className={styles.small}>{t('guide.flipsText', { count: questions.length })}</span>
      </summary>
      <ul>
        {questions.map(({ question }) => (
          <li key={question.id}>
            <h3>{local(question.question)}</h3>
            <ul>
              {result.flips
                .filter((flip) => flip.question === question.id)
                .map((flip) => {
                  const option = question.options.find(({ id }) => id === flip.option)
                  return option === undefined ? null : (
                    <li key={flip.option} className={styles.flip}>
                      <Button variant="link" onPress={() => answerGuide(question.id, flip.option)}>
                        {t('guide.instead', { answer: local(option.label) })}
                      </Button>
                      <FlipEffect guide={guide} flip={flip} titleOf={titleOf} />
                    </li>
                  )
                })}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}

function FlipEffect({ guide, flip, titleOf }: { readonly guide: Guide; readonly flip: GuideFlip; readonly titleOf: FlipListProps['titleOf'] }) {
  const { t, local } = useWords()
  const titles = (ids: readonly string[]): string => ids.map((id) => local(titleOf(id))).join(' · ')
  const models = guide.content.models.filter(({ id }) => flip.addedModels.includes(id)).map(({ title }) => local(title))
  return (
    <div>
      {flip.added.length === 0 ? null : <p>{t('guide.added', { documents: titles(flip.added) })}</p>}
      {flip.removed.length === 0 ? null : <p>{t('guide.removed', { documents: titles(flip.removed) })}</p>}
      {models.length === 0 ? null : <p className={styles.small}>{t('guide.otherModel', { models: models.join(' · ') })}</p>}
      {flip.added.length + flip.removed.length + models.length === 0 ? <p className={styles.small}>{t('guide.fewerModels')}</p> : null}
    </div>
  )
}
