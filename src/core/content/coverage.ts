import type { Language } from '../../engine/language.ts'
import { readSources, type TemplateFolders } from './read-sources.ts'
import { isRecord } from './value-at.ts'

/** How much of a template is there in a language: texts for people in its settings, and whether its wording is. */
export type LanguageCoverage = {
  readonly folder: string
  readonly language: Language
  readonly strings: number
  readonly translated: number
  /** Undefined for checklists, which have no wording. */
  readonly hasText: boolean | undefined
}

/** Counts the texts that exist in German and English, and how many of them exist in Japanese, per template folder, or for `only` one template. */
export async function languageCoverage(folders: TemplateFolders, only?: string): Promise<readonly LanguageCoverage[]> {
  const language: Language = 'ja'
  const { agreements, clauses, checklists, suites, guide, laws } = await readSources(folders, only)
  const count = (data: unknown): { readonly strings: number; readonly translated: number } => {
    if (Array.isArray(data)) return total(data.map(count))
    if (!isRecord(data)) return { strings: 0, translated: 0 }
    if (typeof data['de'] === 'string' && typeof data['en'] === 'string') return { strings: 1, translated: typeof data[language] === 'string' ? 1 : 0 }
    return total(Object.values(data).map(count))
  }
  return [
    ...[...agreements, ...clauses.values()].map((source) => ({
      folder: source.folder,
      language,
      ...count(source.settings.data),
      hasText: source.texts.has(language),
    })),
    ...checklists.map((source) => ({ folder: source.folder, language, ...count(source.settings.data), hasText: undefined })),
    ...suites.map((source) => ({ folder: source.folder, language, ...count(source.settings.data), hasText: undefined })),
    ...(guide === undefined || only !== undefined ? [] : [{ folder: guide.file, language, ...count(guide.data), hasText: undefined }]),
    { folder: laws.file, language, ...total(laws.entries.map(({ law }) => count(law))), hasText: undefined },
  ]
}

function total(counts: readonly { readonly strings: number; readonly translated: number }[]): { readonly strings: number; readonly translated: number } {
  return counts.reduce((sum, one) => ({ strings: sum.strings + one.strings, translated: sum.translated + one.translated }), { strings: 0, translated: 0 })
}
