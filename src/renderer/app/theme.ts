import { useEffect, useState } from 'react'
import type { Settings } from '../../shared/contract/core.ts'

const darkQuery = '(prefers-color-scheme: dark)'

/** Puts the theme on the page; "system" follows the system while the app runs. */
export function useTheme(theme: Settings['theme']): 'light' | 'dark' {
  const [isSystemDark, setSystemDark] = useState(() => matchMedia(darkQuery).matches)
  useEffect(() => {
    const media = matchMedia(darkQuery)
    const follow = () => setSystemDark(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  const shown = theme === 'system' ? (isSystemDark ? 'dark' : 'light') : theme
  useEffect(() => {
    document.documentElement.dataset['theme'] = shown
  }, [shown])
  return shown
}
