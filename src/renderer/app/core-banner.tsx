import { useSyncExternalStore } from 'react'
import { coreStatus, desktop } from '../connection.ts'
import { errorCodes } from '../../shared/errors.ts'
import { useWords } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './core-banner.module.css'

/** How the storage process is doing. */
export function useCoreStatus() {
  return useSyncExternalStore(coreStatus.subscribe, coreStatus.get)
}

/** Says when the storage process is away, and what that means for what was typed. */
export function CoreBanner() {
  const { t } = useWords()
  const status = useCoreStatus()
  if (status.state === 'restarting') {
    return (
      <div className={styles.banner} role="alert">
        <Icon name="warning" size={16} />
        <span>{t('app.core.restarting')}</span>
      </div>
    )
  }
  if (status.state !== 'failed' && status.state !== 'stopped') return null
  const code = status.state === 'failed' ? (errorCodes.find((known) => known === status.code) ?? 'coreGone') : 'coreGone'
  return (
    <div className={styles.failed} role="alert">
      <Icon name="warning" size={16} />
      <span>
        <strong>{code === 'coreGone' ? t('app.core.failed') : t(`errors.${code}.what`)}</strong>{' '}
        {code === 'coreGone' ? t('app.core.failedNext') : t(`errors.${code}.next`)}
      </span>
      <Button onPress={() => void desktop.core.restart()}>{t('app.core.restart')}</Button>
    </div>
  )
}
