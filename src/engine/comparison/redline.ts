import { diffArrays } from 'diff'
import type { AssembledDocument, Block, Row, Section } from '../document.ts'
import type { Language } from '../language.ts'
import { countFootnotes } from './count-footnotes.ts'
import { alignRows, deletedRow, insertedRow } from './row-alignment.ts'

/** Two documents laid over each other. */
export type Comparison = {
  readonly redline: AssembledDocument
  /** False when the two come from different agreements: what they share is then little more than chance. */
  readonly isSameTemplate: boolean
  /** Languages only one of the two has; they are left out of the redline. */
  readonly leftOut: readonly Language[]
}

/**
 * Compares two documents in the languages both have. Two documents with no language in common are compared as they are, which makes everything
 * old and everything new.
 */
export function compareDocuments(before: AssembledDocument, after: AssembledDocument): Comparison {
  const shared = after.languages.filter((language) => before.languages.includes(language))
  const leftOut = [...new Set([...before.languages, ...after.languages])].filter((language) => !shared.includes(language))
  const [old, fresh] = shared.length === 0 ? [before, after] : [inLanguages(before, shared), inLanguages(after, shared)]
  return { redline: redline(old, fresh), isSameTemplate: templateOf(before) === templateOf(after), leftOut }
}

const templateOf = (document: AssembledDocument): string => document.version.split(' ')[0] ?? ''

/**
 * Lays two documents of the same languages over each other: one tree in which rows and words only one of them has carry a `change`. Sections
 * align by id; a section that moved is taken out at its old place and put in at its new one, as Word shows it to readers without colours.
 * Titles, version and prevailing language are those of `after`.
 */
export function redline(before: AssembledDocument, after: AssembledDocument): AssembledDocument {
  const sections: Section[] = []
  let [oldAt, freshAt] = [0, 0]
  for (const part of diffArrays(before.sections.map(sectionKey), after.sections.map(sectionKey))) {
    const old = part.added ? [] : before.sections.slice(oldAt, (oldAt += part.count))
    const fresh = part.removed ? [] : after.sections.slice(freshAt, (freshAt += part.count))
    if (part.removed) sections.push(...old.map((section) => withRows(section, section.rows.map(deletedRow))))
    else if (part.added) sections.push(...fresh.map((section) => withRows(section, section.rows.map(insertedRow))))
    else sections.push(...fresh.map((section, index) => alignSection(old[index] ?? section, section)))
  }
  return countFootnotes({ ...after, sections: sections.filter(({ rows }) => rows.length > 0) })
}

const sectionKey = ({ id, kind }: Section): string => `${kind}:${id}`
const withRows = (section: Section, rows: readonly Row[]): Section => ({ ...section, rows })

function alignSection(before: Section, after: Section): Section {
  return before === after ? after : withRows(after, alignRows(before.rows, after.rows))
}

/** The document with the columns of some of its languages. */
function inLanguages(document: AssembledDocument, languages: readonly Language[]): AssembledDocument {
  if (languages.length === document.languages.length && languages.every((language, index) => language === document.languages[index])) return document
  const columns = languages.map((language) => document.languages.indexOf(language))
  const pick = <Item>(items: readonly Item[]): readonly Item[] => columns.flatMap((column) => items[column] ?? [])
  const row = (whole: Row): Row => {
    const cells: readonly Block[] = whole.cells.length === document.languages.length ? pick(whole.cells) : whole.cells
    return { ...whole, isFullWidth: whole.isFullWidth || languages.length === 1, cells }
  }
  return {
    ...document,
    titles: pick(document.titles),
    languages,
    prevailing: languages.length > 1 ? document.prevailing : undefined,
    sections: document.sections.map((section) => ({ ...section, rows: section.rows.map(row) })),
  }
}
