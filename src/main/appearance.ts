// Theme and language of the native parts. Kept in a file, because menu and window are there before the page can say.
import { nativeTheme } from 'electron'
import { z } from 'zod'

import type { JsonFile } from './json-file.ts'
import { themeSchema } from '../shared/contract/desktop.ts'
import { interfaceLanguageSchema, nearestInterfaceLanguage } from '../shared/interface-language.ts'

const appearanceSchema = z.object({ theme: themeSchema, interfaceLanguage: interfaceLanguageSchema })

/** The look of the native parts. */
export type Appearance = z.infer<typeof appearanceSchema>

/** The look of the last run, or that of the system. */
export const readAppearance = (file: JsonFile, systemLanguage: string): Appearance => {
  const parsed = appearanceSchema.safeParse(file.read())
  return parsed.success ? parsed.data : { theme: 'system', interfaceLanguage: nearestInterfaceLanguage(systemLanguage) }
}

/** Makes the native parts, and the page's `prefers-color-scheme`, follow the theme. */
export const applyTheme = (appearance: Appearance): void => {
  nativeTheme.themeSource = appearance.theme
}
