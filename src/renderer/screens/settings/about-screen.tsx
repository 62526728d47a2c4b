import { useQuery } from '@tanstack/react-query'
import { api } from '../../app/api.ts'
import { desktop } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Notice } from '../../ui/states.tsx'
import styles from './settings.module.css'

/** What Musubi is, what it is not, and where the data are. */
export function AboutScreen() {
  const { t } = useWords()
  const ping = useQuery(api.system.ping.queryOptions())
  return (
    <div className={styles.about}>
      <PageHead title={t('app.about.title')} lead={t('app.about.lead')} />
      <Notice tone="info" title={t('app.about.noticeTitle')}>
        {t('app.about.notice')}
      </Notice>
      <section>
        <h2>{t('app.about.privacyTitle')}</h2>
        <p>{t('app.about.privacy')}</p>
      </section>
      <section>
        <h2>{t('app.about.templatesTitle')}</h2>
        <p>{t('app.about.templates')}</p>
      </section>
      <div>
        <Button icon="folder" onPress={() => void desktop.shell.openDataFolder()}>
          {t('app.about.openFolder')}
        </Button>
      </div>
      {ping.data === undefined ? null : <p className={styles.version}>{t('app.about.version', { version: ping.data.version })}</p>}
    </div>
  )
}
