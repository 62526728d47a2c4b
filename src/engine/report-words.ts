import type { Language } from './language.ts'
import type { ReportWords } from './report-word-types.ts'
import { reportWordsDe } from './report-words-de.ts'
import { reportWordsEn } from './report-words-en.ts'
import { reportWordsJa } from './report-words-ja.ts'

/** The words every checklist report shares. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { de: reportWordsDe, en: reportWordsEn, ja: reportWordsJa }
