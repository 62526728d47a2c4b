import type { SaveState as State } from './session/answer-saver.ts'
import { describeFailure } from '../../app/failure.ts'
import { useCoreStatus } from '../../app/core-banner.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import styles from './drafting-header.module.css'

/** Says whether everything is on disk, and if not, why. */
export function SaveStateLabel({ save }: { readonly save: State }) {
  const { t } = useWords()
  const core = useCoreStatus()
  const isAway = save.kind === 'waiting' || (save.kind === 'saving' && core.state !== 'running')
  const text = isAway
    ? t('drafting.save.waiting')
    : save.kind === 'saving'
      ? t('drafting.save.saving')
      : save.kind === 'failed'
        ? describeFailure(save.error, t).what
        : t('drafting.save.saved')
  return (
    <span
      className={cx(styles.saved, (isAway || save.kind === 'failed') && styles.unsaved)}
      role="status"
      data-save={isAway ? 'waiting' : save.kind}
      title={save.kind === 'failed' ? describeFailure(save.error, t).next : undefined}
    >
      <span className={styles.bullet} aria-hidden="true" />
      {text}
    </span>
  )
}
