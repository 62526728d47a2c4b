import type { ClauseChange, ClauseState } from '../../../../engine/comparison/clause-changes.ts'
import type { Language } from '../../../../engine/language.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Chip, type ChipTone } from '../../../ui/chip.tsx'
import { PlainButton } from '../../../ui/plain.tsx'
import styles from './comparison.module.css'

const tones: Readonly<Record<ClauseState, ChipTone>> = { same: 'balanced', changed: 'accent', added: 'low', removed: 'high', moved: 'medium' }

type ClausesViewProps = {
  readonly clauses: readonly ClauseChange[]
  readonly languages: readonly Language[]
  readonly onClause: (index: number) => void
}

/** The clauses that differ, with what became of them and how many words; each leads to its words. */
export function ClausesView({ clauses, languages, onClause }: ClausesViewProps) {
  const { t, language } = useWords()
  const column = Math.max(0, languages.indexOf(language))
  const changed = clauses.filter(({ state }) => state !== 'same')
  const same = clauses.length - changed.length
  return (
    <>
      {changed.length === 0 ? <p className={styles.none}>{t('comparison.clauses.none')}</p> : null}
      <ul className={styles.clauses}>
        {changed.map((clause) => (
          <li key={clause.index}>
            <PlainButton className={styles.clause ?? ''} onPress={() => onClause(clause.index)}>
              <span className={styles.clauseName}>
                <ClauseName clause={clause} column={column} />
              </span>
              <span className={styles.counts}>
                {[
                  clause.wordsAdded === 0 ? '' : t('comparison.clauses.added', { count: clause.wordsAdded }),
                  clause.wordsRemoved === 0 ? '' : t('comparison.clauses.removed', { count: clause.wordsRemoved }),
                ]
                  .filter((count) => count !== '')
                  .join(' · ')}
              </span>
              <Chip tone={tones[clause.state]}>{t(`comparison.clauses.states.${clause.state}`)}</Chip>
            </PlainButton>
          </li>
        ))}
      </ul>
      {same === 0 ? null : <p className={styles.same}>{t('comparison.clauses.same', { count: same })}</p>}
    </>
  )
}

function ClauseName({ clause, column }: { readonly clause: ClauseChange; readonly column: number }) {
  const { t } = useWords()
  const title = clause.titles[column] ?? clause.titles[0] ?? ''
  if (title === '') return clause.kind === 'opening' ? t('comparison.clauses.opening') : t('comparison.clauses.closing')
  const label = clause.labels[column] ?? ''
  const before = clause.labelsBefore?.[column] ?? ''
  return (
    <>
      {before === '' || before === label ? null : (
        <>
          <del className={styles.oldLabel}>{before}</del>{' '}
        </>
      )}
      {label === '' ? null : <>{label} </>}
      <strong>{title}</strong>
    </>
  )
}
