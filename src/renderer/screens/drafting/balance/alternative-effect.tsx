import { useMemo } from 'react'
import { useWords } from '../../../i18n/i18n.ts'
import { BalanceScale } from '../../../ui/balance-scale.tsx'
import { cx } from '../../../ui/cx.ts'
import { useBalance, usePointed, type Pointed } from './balance-context.ts'
import styles from './alternative-effect.module.css'

/** What an alternative would do to the whole draft, before it is chosen: where the draft stands now, as a ring, and where it would stand. */
export function AlternativeEffect({ pointed, isChosen }: { readonly pointed: Pointed; readonly isChosen: boolean }) {
  const { t } = useWords()
  const drafted = useBalance()
  const { question, alternative } = pointed
  const after = useMemo(() => drafted?.ifChosen({ question, alternative }).overall, [drafted, question, alternative])
  if (drafted === undefined || after === undefined) return null
  const { overall } = drafted.balance
  return (
    <span className={styles.effect}>
      <BalanceScale lean={after.lean} before={isChosen ? undefined : overall.lean} size="small" />
      <span>{t(isChosen ? 'questions.clause.draftNow' : 'questions.clause.draftThen', { stands: drafted.say({ ...after, open: 0 }) })}</span>
    </span>
  )
}

/** The balance of the draft in a few words for the footer; while somebody looks at an alternative, what it would become. */
export function BalanceInBrief() {
  const { t } = useWords()
  const drafted = useBalance()
  const pointed = usePointed()
  const shown = useMemo(() => (pointed === undefined ? drafted?.balance : drafted?.ifChosen(pointed))?.overall, [drafted, pointed])
  if (drafted === undefined || shown === undefined) return null
  const { overall } = drafted.balance
  return (
    <span className={cx(styles.brief, pointed !== undefined && styles.preview)}>
      <BalanceScale lean={shown.lean} before={pointed === undefined ? undefined : overall.lean} size="small" />
      {t(pointed === undefined ? 'drafting.footer.balance' : 'drafting.footer.balanceThen', { stands: drafted.say({ ...shown, open: 0 }) })}
    </span>
  )
}
