import type { SectionKind } from './document.ts'
import type { ParsedBlock } from './markdown.ts'
import type { Reference, ReferencePart } from './document.ts'
import type { Language } from './language.ts'
import { documentWords } from './words.ts'

/** The numbers of a paragraph from level 1 down: [3, 2] is paragraph (3), b). */
export type Numbers = readonly number[]

/** Counts the numbered paragraphs of a section: one entry per block, undefined where a block has no number. Counting restarts below each higher number. */
export function countParagraphs(blocks: readonly ParsedBlock[]): readonly (Numbers | undefined)[] {
  let counters: number[] = []
  return blocks.map((block) => {
    if (block.kind === 'heading') counters = []
    if (block.kind !== 'paragraph' || block.marker !== 'number' || block.level === 0) return undefined
    counters = [...counters.slice(0, block.level - 1), ...zeros(block.level - 1 - counters.length), (counters[block.level - 1] ?? 0) + 1]
    return counters
  })
}

const zeros = (count: number): readonly number[] => Array.from({ length: Math.max(0, count) }, () => 1)

/** The printed label of a numbered paragraph: recitals "(A)", annexes "1.", clauses "(1)"; deeper levels alike everywhere. */
export function paragraphLabel(kind: SectionKind, numbers: Numbers, language: Language): string {
  const level = numbers.length
  const number = numbers.at(-1) ?? 1
  if (level === 1 && kind === 'recitals') return `(${String.fromCharCode(64 + (((number - 1) % 26) + 1))})`
  if (level === 1 && kind === 'annex') return language === 'ja' ? `${number}` : `${number}.`
  return documentWords[language].paragraph(level === 1 ? 1 : level === 2 ? 2 : 3, number)
}

/** Where an anchor stands: its section, the section's number, and the paragraph's numbers (none for the section itself). */
export type AnchorPlace = { readonly section: string; readonly kind: SectionKind; readonly number: number; readonly numbers: Numbers; readonly title: string }

/**
 * A cross-reference in the words of the language: "§ 7 Abs. 3", "Section 7(3)", in the same section "Absatz 3"; annexes "Anlage 1 Nr. 2".
 * Parts with a target are numbers that Word keeps alive.
 */
export function referenceTo(target: string, place: AnchorPlace | undefined, from: string, language: Language): Reference {
  if (!place) return { kind: 'reference', text: `[[${target}]]`, target, parts: [{ text: `[[${target}]]`, target: undefined }] }
  const words = documentWords[language]
  const parts: ReferencePart[] = []
  const sectionLabel = place.kind === 'annex' ? words.annex(place.number) : place.kind === 'clause' ? words.clause(place.number) : place.title
  const isInside = place.section === from && place.numbers.length > 0 && place.kind === 'clause'
  if (!isInside) parts.push({ text: sectionLabel, target: place.section })
  place.numbers.forEach((number, index) => {
    const level = index === 0 ? 1 : index === 1 ? 2 : 3
    const { joint, number: text } =
      level === 1 && isInside
        ? words.sameClause(number)
        : place.kind === 'annex' && level === 1
          ? annexParagraph(language, number)
          : place.kind === 'recitals' && level === 1
            ? recitalParagraph(number)
            : words.paragraphReference(level, number)
    if (joint !== '') parts.push({ text: joint, target: undefined })
    parts.push({ text, target: index === place.numbers.length - 1 ? target : undefined })
  })
  return { kind: 'reference', text: parts.map((part) => part.text).join(''), target, parts }
}

function annexParagraph(language: Language, number: number): { readonly joint: string; readonly number: string } {
  if (language === 'de') return { joint: ' Nr. ', number: String(number) }
  return language === 'en' ? { joint: ', no. ', number: String(number) } : { joint: '', number: `第${number}項` }
}

const recitalParagraph = (number: number): { readonly joint: string; readonly number: string } => ({
  joint: ' ',
  number: `(${String.fromCharCode(64 + number)})`,
})
