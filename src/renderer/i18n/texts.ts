import appDe from './de/app.json'
import checklistDe from './de/checklist.json'
import comparisonDe from './de/comparison.json'
import draftingDe from './de/drafting.json'
import draftsDe from './de/drafts.json'
import errorsDe from './de/errors.json'
import exportDe from './de/export.json'
import findingsDe from './de/findings.json'
import guideDe from './de/guide.json'
import glossaryDe from './de/glossary.json'
import homeDe from './de/home.json'
import questionsDe from './de/questions.json'
import reopenDe from './de/reopen.json'
import returnedDe from './de/returned.json'
import seriesDe from './de/series.json'
import settingsDe from './de/settings.json'
import suitesDe from './de/suites.json'
import appEn from './en/app.json'
import checklistEn from './en/checklist.json'
import comparisonEn from './en/comparison.json'
import draftingEn from './en/drafting.json'
import draftsEn from './en/drafts.json'
import errorsEn from './en/errors.json'
import exportEn from './en/export.json'
import findingsEn from './en/findings.json'
import guideEn from './en/guide.json'
import glossaryEn from './en/glossary.json'
import homeEn from './en/home.json'
import questionsEn from './en/questions.json'
import reopenEn from './en/reopen.json'
import returnedEn from './en/returned.json'
import seriesEn from './en/series.json'
import settingsEn from './en/settings.json'
import suitesEn from './en/suites.json'
import appJa from './ja/app.json'
import checklistJa from './ja/checklist.json'
import comparisonJa from './ja/comparison.json'
import draftingJa from './ja/drafting.json'
import draftsJa from './ja/drafts.json'
import errorsJa from './ja/errors.json'
import exportJa from './ja/export.json'
import findingsJa from './ja/findings.json'
import guideJa from './ja/guide.json'
import glossaryJa from './ja/glossary.json'
import homeJa from './ja/home.json'
import questionsJa from './ja/questions.json'
import reopenJa from './ja/reopen.json'
import returnedJa from './ja/returned.json'
import seriesJa from './ja/series.json'
import settingsJa from './ja/settings.json'
import suitesJa from './ja/suites.json'

/**
 * Every visible text of the interface in one language; one file per area, the same keys in each language (tested), apart
 * from plural forms: Japanese has only one.
 */
export const texts = {
  de: {
    app: appDe,
    checklist: checklistDe,
    comparison: comparisonDe,
    drafting: draftingDe,
    drafts: draftsDe,
    errors: errorsDe,
    export: exportDe,
    findings: findingsDe,
    guide: guideDe,
    glossary: glossaryDe,
    home: homeDe,
    questions: questionsDe,
    reopen: reopenDe,
    returned: returnedDe,
    series: seriesDe,
    settings: settingsDe,
    suites: suitesDe,
  },
  en: {
    app: appEn,
    checklist: checklistEn,
    comparison: comparisonEn,
    drafting: draftingEn,
    drafts: draftsEn,
    errors: errorsEn,
    export: exportEn,
    findings: findingsEn,
    guide: guideEn,
    glossary: glossaryEn,
    home: homeEn,
    questions: questionsEn,
    reopen: reopenEn,
    returned: returnedEn,
    series: seriesEn,
    settings: settingsEn,
    suites: suitesEn,
  },
  ja: {
    app: appJa,
    checklist: checklistJa,
    comparison: comparisonJa,
    drafting: draftingJa,
    drafts: draftsJa,
    errors: errorsJa,
    export: exportJa,
    findings: findingsJa,
    guide: guideJa,
    glossary: glossaryJa,
    home: homeJa,
    questions: questionsJa,
    reopen: reopenJa,
    returned: returnedJa,
    series: seriesJa,
    settings: settingsJa,
    suites: suitesJa,
  },
} as const

type Texts = typeof texts.en
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key
type Leaves<Node, Prefix extends string> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Prefix}${WithoutPlural<Key>}` : Leaves<Node[Key], `${Prefix}${Key}.`>
}[keyof Node & string]

/** The name of a text; plural forms share one. A name that does not exist does not compile. */
export type TextKey = Leaves<Texts, ''>
