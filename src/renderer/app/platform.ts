import type { KeyPlatform, ShortcutName } from '../../shared/shortcuts.ts'
import { shortcutLabel } from '../../shared/shortcuts.ts'
import { useWords } from '../i18n/i18n.ts'

/** The family of the system, as far as the names of keys go. */
export const platform: KeyPlatform = navigator.userAgent.includes('Mac') ? 'mac' : navigator.userAgent.includes('Windows') ? 'windows' : 'linux'

/** Gives the keys of a command as a person reads them. */
export function useKeys(): (name: ShortcutName) => string {
  const { language } = useWords()
  return (name) => shortcutLabel(name, platform, language)
}
