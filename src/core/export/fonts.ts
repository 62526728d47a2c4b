import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The type of exported documents: serif for the text, sans for header and footer, and their Japanese companions. */
export const fontFiles = {
  serif: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  serifBold: 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  serifItalic: 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  serifBoldItalic: 'source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
  sans: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  sansBold: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  serifJapanese: 'noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  serifJapaneseBold: 'noto-serif-jp/600SemiBold/NotoSerifJP_600SemiBold.ttf',
  sansJapanese: 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  sansJapaneseBold: 'noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf',
} as const

/** Name of a font file of exported documents. */
export type FontName = keyof typeof fontFiles

const require = createRequire(import.meta.url)

/** Resolves the TrueType file of a font inside its `@expo-google-fonts` package. */
export function fontPath(name: FontName): string {
  return require.resolve(`@expo-google-fonts/${fontFiles[name]}`)
}

/** Reads the TrueType file of a font; throws when the package is missing. The Japanese files hold 5 to 8 MB, so read them only when needed. */
export function readFont(name: FontName): Uint8Array {
  return readFileSync(fontPath(name))
}
