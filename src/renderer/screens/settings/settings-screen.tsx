import { useState } from 'react'
import { interfaceLanguageNames, interfaceLanguages } from '../../../shared/interface-language.ts'
import { runCommand } from '../../app/commands.ts'
import { useKeys } from '../../app/platform.ts'
import { useChangeSettings, useSettings } from '../../app/settings.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './settings.module.css'

const themes = ['system', 'light', 'dark'] as const
const languageItems = ['system', ...interfaceLanguages] as const

/** Language, appearance and name; everything applies at once. */
export function SettingsScreen() {
  const { t } = useWords()
  const keys = useKeys()
  const { settings } = useSettings()
  const change = useChangeSettings()
  const [author, setAuthor] = useState<string>()
  return (
    <div className={styles.settings}>
      <PageHead title={t('settings.title')} lead={t('settings.lead')} />
      <RadioCards
        layout="row"
        label={t('settings.language')}
        description={t('settings.languageHelp')}
        items={languageItems.map((id) => ({ id, label: id === 'system' ? t('settings.system') : interfaceLanguageNames[id] }))}
        value={settings.interfaceLanguage ?? 'system'}
        onChange={(id) => change({ interfaceLanguage: interfaceLanguages.find((language) => language === id) ?? null })}
      />
      <RadioCards
        layout="row"
        label={t('settings.theme')}
        description={t('settings.themeHelp')}
        items={themes.map((id) => ({ id, label: t(`settings.themes.${id}`) }))}
        value={settings.theme}
        onChange={(id) => change({ theme: themes.find((theme) => theme === id) ?? 'system' })}
      />
      <TextField
        label={t('settings.author')}
        description={t('settings.authorHelp')}
        value={author ?? settings.authorName}
        onChange={(name) => {
          setAuthor(name)
          change({ authorName: name })
        }}
        maxLength={200}
      />
      <div>
        <h2 className={styles.heading}>{t('settings.keys')}</h2>
        <Button keys={keys('shortcuts')} onPress={() => runCommand('shortcuts')}>
          {t('settings.showKeys')}
        </Button>
      </div>
    </div>
  )
}
