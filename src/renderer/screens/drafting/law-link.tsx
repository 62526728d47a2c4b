import { Fragment } from 'react'
import { longDate } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { PopoverHelp } from '../../ui/popover-help.tsx'
import type { Law } from '../../../engine/template.ts'
import { useDrafting } from './drafting-context.tsx'
import styles from './law-link.module.css'

/** A provision as a link: what it is about, and when its state was checked. */
export function LawLink({ law }: { readonly law: Law }) {
  const { t, local, language } = useWords()
  const cite = local(law.cite)
  return (
    <PopoverHelp label={cite} title={cite}>
      <p className={styles.title}>{local(law.title)}</p>
      {law.note === undefined ? null : <p>{local(law.note)}</p>}
      <p className={styles.checked}>
        {t('questions.law.checked', { date: longDate(law.checked, language) })} {law.status === 'confirmed' ? null : t('questions.law.unconfirmed')}
      </p>
    </PopoverHelp>
  )
}

/** Provisions by id, side by side; unknown ids are left out because the linter reports them to the author. */
export function LawLinks({ laws, entries }: { readonly laws: readonly string[]; readonly entries: readonly Law[] }) {
  return laws.map((id) => {
    const law = entries.find((entry) => entry.id === id)
    return law === undefined ? null : (
      <Fragment key={id}>
        <LawLink law={law} />
      </Fragment>
    )
  })
}

/** The provisions of the open agreement on a line of their own. */
export function LawList({ laws }: { readonly laws: readonly string[] }) {
  const { agreement } = useDrafting()
  if (laws.length === 0) return null
  return (
    <div className={styles.list}>
      <LawLinks laws={laws} entries={agreement.content.lawEntries} />
    </div>
  )
}
