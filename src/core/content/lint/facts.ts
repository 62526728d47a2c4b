import { type AssembledDocument, type Block, type Inline, type Section } from '../../../engine/document.ts'
import { linesOf } from '../../../engine/document-lines.ts'
import type { Language } from '../../../engine/language.ts'

/** What both languages of a clause must say alike: the questions whose answers are printed, and the figures. */
export type Difference = { readonly section: string; readonly rule: 'answers-differ' | 'figures-differ'; readonly cause: string }

const blocksOf = (section: Section): readonly Block[] => section.rows.flatMap(({ cells }) => cells)
const contentsOf = (section: Section): readonly (readonly Inline[])[] => blocksOf(section).flatMap((block) => linesOf(block).map(({ content }) => content))

/** What of a clause must be the same in all languages. */
type Facts = { readonly questions: ReadonlySet<string>; readonly figures: readonly string[]; readonly writtenOut: readonly string[] }

// A clause that stays as it is from one document to the next is the same object.
const known = new WeakMap<Section, Facts>()

function factsOf(section: Section): Facts {
  const words = wordsOf(section)
  const facts = known.get(section) ?? { questions: questionsIn(section), figures: figuresIn(words), writtenOut: numberWordsIn(words) }
  known.set(section, facts)
  return facts
}

/** The questions printed in a clause, filled in or open. */
function questionsIn(section: Section): ReadonlySet<string> {
  return new Set(
    contentsOf(section).flatMap((content) => content.flatMap((inline) => (inline.kind === 'answer' || inline.kind === 'gap' ? [inline.question] : []))),
  )
}

/** The wording of a clause, answers and references left out: they print in the way of each language. */
function wordsOf(section: Section): readonly string[] {
  return contentsOf(section).map((content) => content.map((inline) => (inline.kind === 'text' || inline.kind === 'definition' ? inline.text : ' ')).join(''))
}

/**
 * The figures the wording itself holds. Separators of thousands and decimals differ and are dropped, and so are the numbers of sentences, which
 * English writes out.
 */
function figuresIn(words: readonly string[]): readonly string[] {
  return words
    .flatMap((text) =>
      [...text.replaceAll(/(?:Satz|sentence)\s+\d+|第\d+文/gu, ' ').matchAll(/\d+(?:[.,]\d+)*/g)].map(([figure]) => figure.replaceAll(/[.,]/g, '')),
    )
    .toSorted()
}

const numberWords: readonly (readonly [RegExp, string])[] = [
  ['zwei|two', '2'],
  ['drei|three', '3'],
  ['vier|four', '4'],
  ['fünf|five', '5'],
  ['sechs|six', '6'],
  ['sieben|seven', '7'],
  ['acht|eight', '8'],
  ['neun|nine', '9'],
  ['zehn|ten', '10'],
  ['elf|eleven', '11'],
  ['zwölf|twelve', '12'],
  ...'januar februar märz april mai juni juli august september oktober november dezember'.split(' ').map((month, index) => [month, String(index + 1)]),
].map(([word = '', figure = '']) => [new RegExp(`(?<!\\p{L})(?:${word})(?!\\p{L})`, 'giu'), figure])

/** The numbers German and English write out, months in German; Japanese has figures there ("zwei Wochen", 2週間; "März", 3月). */
function numberWordsIn(words: readonly string[]): readonly string[] {
  return numberWords.flatMap(([pattern, figure]) => words.flatMap((text) => [...text.matchAll(pattern)].map(() => figure)))
}

const missing = (some: Iterable<string>, others: ReadonlySet<string>): readonly string[] => [...some].filter((one) => !others.has(one))

/** Compares clause by clause what two languages of a document say in facts. */
export function compareFacts(
  one: { readonly language: Language; readonly document: AssembledDocument },
  other: { readonly language: Language; readonly document: AssembledDocument },
): readonly Difference[] {
  return one.document.sections.flatMap((section): readonly Difference[] => {
    const match = other.document.sections.find(({ id }) => id === section.id)
    if (match === undefined) return []
    const [{ questions: mine, figures, writtenOut }, { questions: theirs, figures: otherFigures }] = [factsOf(section), factsOf(match)]
    const [onlyMine, onlyTheirs] = [missing(mine, theirs), missing(theirs, mine)]
    const found: Difference[] = []
    if (onlyMine.length > 0 || onlyTheirs.length > 0) {
      const said = (ids: readonly string[], language: Language): string =>
        ids.length === 0 ? '' : `${ids.map((id) => `"${id}"`).join(', ')} only in ${language}`
      const cause = [said(onlyMine, one.language), said(onlyTheirs, other.language)].filter((part) => part !== '').join('; ')
      found.push({ section: section.id, rule: 'answers-differ', cause: `the languages print different answers: ${cause}` })
    }
    const extra = surplus(figures, otherFigures)
    const unmatched = surplus(otherFigures, figures)
    const lacking = other.language === 'ja' ? surplus(unmatched, writtenOut) : unmatched
    if (extra.length > 0 || lacking.length > 0) {
      const cause = `the languages hold different figures: ${one.language} ${extra.join(', ') || 'none'}, ${other.language} ${lacking.join(', ') || 'none'}`
      found.push({ section: section.id, rule: 'figures-differ', cause })
    }
    return found
  })
}

/** What a list has more of than another. */
function surplus(some: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return some.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
