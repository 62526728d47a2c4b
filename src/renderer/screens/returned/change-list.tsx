import { useEffect, useRef } from 'react'
import type { Deviation } from '../../../engine/deviation.ts'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { PlainButton } from '../../ui/plain.tsx'
import styles from './returned.module.css'
import { byClause, excerpt, wordsBefore } from './review-filter.ts'

type ChangeListProps = {
  readonly deviations: readonly Deviation[]
  /** All of the draft, whatever is shown. */
  readonly all: readonly Deviation[]
  readonly stale: readonly string[]
  readonly selected: string | undefined
  readonly onSelect: (id: string) => void
}

const stateIcons: Readonly<Record<Deviation['state'], IconName | undefined>> = { open: undefined, accepted: 'check', rejected: 'close', parked: 'calendar' }

/** The changes by clause; each says what kind it is and whether it is decided. */
export function ChangeList({ deviations, all, stale, selected, onSelect }: ChangeListProps) {
  const { t } = useWords()
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <nav ref={list} className={styles.list} aria-label={t('returned.list')}>
      {byClause(deviations).map((group) => (
        <section key={group.section}>
          <h2 className={styles.clause}>{group.place === '' ? t('returned.opening') : group.place}</h2>
          <ul>
            {group.deviations.map((deviation) => (
              <li key={deviation.id}>
                <ChangeEntry
                  deviation={deviation}
                  before={wordsBefore(deviation, all)}
                  isStale={stale.includes(deviation.id)}
                  isHere={deviation.id === selected}
                  onPress={() => onSelect(deviation.id)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function ChangeEntry({
  deviation,
  before,
  isStale,
  isHere,
  onPress,
}: {
  readonly deviation: Deviation
  readonly before: string
  readonly isStale: boolean
  readonly isHere: boolean
  readonly onPress: () => void
}) {
  const { t } = useWords()
  const { kind, state, language, languages, isSilent, isOneSided } = deviation
  const icon = stateIcons[state]
  const facts = [
    t(`returned.kinds.${kind}`),
    languages.length > 1 ? t(`returned.languages.${language ?? 'all'}`) : '',
    state === 'open' ? '' : t(`returned.states.${state}`),
    isSilent ? t('returned.flags.silent') : '',
    isOneSided ? t('returned.flags.oneSided') : '',
    isStale ? t('returned.flags.stale') : '',
  ]
  return (
    <PlainButton className={cx(styles.entry, isHere && styles.here, styles[state])} isCurrentPage={isHere} onPress={onPress}>
      <span className={styles.mark}>{icon === undefined ? null : <Icon name={icon} size={14} />}</span>
      <span className={styles.entryText}>
        <span className={styles.entryWords}>{excerpt(before, deviation.newWords)}</span>
        <span className={cx(styles.facts, (isSilent || isStale) && styles.alarming)}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </span>
    </PlainButton>
  )
}
