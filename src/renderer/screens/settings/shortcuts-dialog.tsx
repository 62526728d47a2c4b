import { shortcuts, type ShortcutName } from '../../../shared/shortcuts.ts'
import { platform, useKeys } from '../../app/platform.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './shortcuts.module.css'

const names: readonly ShortcutName[] = [
  'newDraft',
  'openFile',
  'find',
  'home',
  'previousPage',
  'nextPage',
  'openPoints',
  'toggleOutline',
  'toggleDocument',
  'export',
  'settings',
  'shortcuts',
  'help',
]

/** All keys in one list, from the same table as menu and tooltips. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useWords()
  const keys = useKeys()
  const control = platform === 'mac' ? '⌘' : language === 'de' ? 'Strg+' : 'Ctrl+'
  const rows = [
    ...names.filter((name) => name in shortcuts).map((name) => ({ id: name, label: t(`app.shortcuts.${name}`), keys: keys(name) })),
    { id: 'undo', label: t('app.shortcuts.undo'), keys: `${control}Z` },
    { id: 'redo', label: t('app.shortcuts.redo'), keys: `${control}Y` },
  ]
  return (
    <Dialog
      title={t('app.shortcuts.title')}
      isOpen={true}
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('app.close')}
        </Button>
      }
    >
      <p className={styles.text}>{t('app.shortcuts.text')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('app.shortcuts.command')}</th>
            <th scope="col">{t('app.shortcuts.keys')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.label}</td>
              <td>
                <kbd>{row.keys}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
