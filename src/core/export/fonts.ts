import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The type of exported documents: serif for the text, sans for header and footer, and their Japanese companions. Names are whole, so that unused packages are noticed. */
const fontFiles = {
  serif: () => require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  serifBold: () => require.resolve('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  serifItalic: () => require.resolve('@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  serifBoldItalic: () => require.resolve('@expo-google-fonts/source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf'),
  sans: () => require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  sansBold: () => require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  serifJapanese: () => require.resolve('@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf'),
  serifJapaneseBold: () => require.resolve('@expo-google-fonts/noto-serif-jp/600SemiBold/NotoSerifJP_600SemiBold.ttf'),
  sansJapanese: () => require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  sansJapaneseBold: () => require.resolve('@expo-google-fonts/noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf'),
} as const

/** Name of a font file of exported documents. */
export type FontName = keyof typeof fontFiles

/** Resolves the TrueType file of a font inside its `@expo-google-fonts` package. */
export function fontPath(name: FontName): string {
  return fontFiles[name]()
}

const files = new Map<FontName, Uint8Array>()

/**
 * Reads the TrueType file of a font; throws when the package is missing. The Japanese files hold 5 to 8 MB, so read them only when needed; each is read
 * once, and both formats share it.
 */
export function readFont(name: FontName): Uint8Array {
  const file = files.get(name) ?? readFileSync(fontPath(name))
  files.set(name, file)
  return file
}
