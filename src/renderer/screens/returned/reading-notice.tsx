import type { Reading } from '../../../shared/contract/returned.ts'
import { describeFailure } from '../../app/failure.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/states.tsx'
import styles from './returned.module.css'

/** What was found in the file that was just read, and what a person should know about it. */
export function ReadingNotice({ reading }: { readonly reading: Reading | null }) {
  const { t } = useWords()
  if (reading === null) return null
  const { fileName: file, found, silent, answersChanged, textBoxes, hasOrigin } = reading
  const sentences = [
    silent === 0 ? '' : t('returned.read.silent', { count: silent }),
    answersChanged === 0 ? '' : t('returned.read.answers', { count: answersChanged }),
    hasOrigin ? '' : t('returned.read.noOrigin'),
    textBoxes === 0 ? '' : t('returned.read.textBoxes', { count: textBoxes }),
  ]
  return (
    <div className={styles.notice}>
      <Notice tone={found === 0 ? 'low' : 'info'} title={found === 0 ? t('returned.read.none', { file }) : t('returned.read.found', { file, count: found })}>
        {sentences.filter((sentence) => sentence !== '').join(' ')}
      </Notice>
    </div>
  )
}

/** Why a file could not be read or a decision not saved. */
export function Failed({ error }: { readonly error: unknown }) {
  const { t } = useWords()
  if (error === null) return null
  const { what, next } = describeFailure(error, t)
  return (
    <div className={styles.notice}>
      <Notice tone="high" title={what}>
        {next}
      </Notice>
    </div>
  )
}
