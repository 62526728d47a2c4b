import { suggestion } from '../nearest.ts'
import type { Place } from '../problem.ts'
import { readText } from '../read-text.ts'
import type { Sources } from '../read-sources.ts'
import { isRecord, type ValuePath } from '../value-at.ts'
import type { YamlFile } from '../yaml-file.ts'
import type { Report } from './finding.ts'

/** Abbreviations that are cited although no entry of law.yaml names them yet. */
const commonStatutes = 'AktG ArbnErfG BDSG BGB BPatO DesignG DSGVO EPÜ EStG GebrMG GeschGehG GmbHG GWB HGB InsO MarkenG PatG RDG UrhG UStG UWG VwVfG ZPO'.split(
  ' ',
)

/** Whether the folder is checked as a whole, and further files that cite laws. */
type LawScope = { readonly isWhole: boolean; readonly more: readonly YamlFile[] }

/** Every law id exists, every entry of law.yaml is used, and every statute cited in words has an entry. */
export async function lintLaws(sources: Sources, report: Report, { isWhole, more }: LawScope): Promise<void> {
  const ids = new Set(sources.laws.entries.map(({ law }) => law.id))
  const used = new Set<string>()
  const cited = new Set<string>()
  const statutes = statutesOf(sources)
  const known = new Set(sources.laws.entries.flatMap(({ law }) => [...sectionsIn(law.cite.de, statutes), ...sectionsIn(law.cite.en, statutes)]))
  const cite = (text: string, place: Place): void => {
    for (const section of sectionsIn(text, statutes)) {
      cited.add(section)
      if (!known.has(section))
        report.warning(
          'law-not-listed',
          place,
          `§ ${section.replace(' ', ' ')} is cited, but law.yaml has no entry for it`,
          'add the entry with the date its state was checked',
        )
    }
  }
  const files: readonly YamlFile[] = [
    ...[...sources.agreements, ...sources.clauses.values(), ...sources.checklists].map(({ settings }) => settings),
    ...(sources.guide === undefined ? [] : [sources.guide]),
    ...more,
  ]
  for (const file of files) {
    walk(file.data, [], (value, path) => {
      if (path.at(-2) === 'laws' && typeof value === 'string') {
        used.add(value)
        if (!ids.has(value))
          report.error(
            'unknown-law',
            { file: file.file, line: file.lineAt(path) },
            `law.yaml has no entry "${value}"`,
            suggestion(value, ids, 'add the entry to law.yaml, or correct the id'),
          )
      } else if (typeof value === 'string' && /§|Section|Sec\./.test(value)) cite(value, { file: file.file, line: file.lineAt(path) })
    })
  }
  for (const { texts, root, folder } of [...sources.agreements, ...sources.clauses.values()]) {
    for (const { file, text } of texts.values()) text.split('\n').forEach((line, index) => cite(line, { file, line: index + 1 }))
    const notes = `${folder}/notes.md`
    const { text } = await readText(root, notes)
    text?.split('\n').forEach((line, index) => cite(line, { file: notes, line: index + 1 }))
  }
  for (const { law, line } of sources.laws.entries) {
    if (isWhole && !used.has(law.id) && ![...sectionsIn(law.cite.de, statutes)].some((section) => cited.has(section))) {
      report.warning('unused-law', { file: sources.laws.file, line }, `nothing refers to "${law.id}"`, 'refer to it with its id in "laws", or delete the entry')
    }
  }
}

/** Abbreviations of statutes: those of law.yaml and the common ones. */
export function statutesOf(sources: Pick<Sources, 'laws'>): readonly string[] {
  const own = sources.laws.entries.flatMap(({ law }) => /§.*?([A-ZÄÖÜ][\wÄÖÜäöüß-]+)\s*$/u.exec(law.cite.de)?.[1] ?? [])
  return [...new Set([...own, ...commonStatutes])]
}

/** Statute sections in a text as "38 ZPO"; ranges of up to 40 sections are written out. */
export function sectionsIn(text: string, statutes: readonly string[] = commonStatutes): ReadonlySet<string> {
  const found = new Set<string>()
  const names = [...statutes]
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
  const lead = String.raw`(?:§§?|Sections?|Sec\.)\s*`
  const numbers = String.raw`(\d+[a-z]?(?:[^§;:.!?\n]|\.(?!\s+[A-ZÄÖÜ])|[;:](?=\d)){0,60}?)`
  for (const match of text.matchAll(new RegExp(`${lead}${numbers}\\s+(${names})(?![\\wÄÖÜäöüß-])`, 'gu'))) {
    const [, list = '', statute = ''] = match
    const sections = list.replaceAll(/(?:Abs\.|Absatz|Satz|S\.|Nr\.|No\.|lit\.|sentence|number|paragraph)\s*\d*[a-z]?/g, ' ').replaceAll(/\(\w+\)/g, ' ')
    for (const [, from = '', , to] of sections.matchAll(/(\d+[a-z]?)(\s*(?:bis|to|–|-)\s*(\d+[a-z]?))?/g)) {
      found.add(`${from} ${statute}`)
      if (to === undefined) continue
      found.add(`${to} ${statute}`)
      const [first, last] = [Number.parseInt(from, 10), Number.parseInt(to, 10)]
      for (let section = first + 1; section < last && section < first + 40; section += 1) found.add(`${section} ${statute}`)
    }
  }
  return found
}

/** Visits every single value of plain data with its path. */
export function walk(value: unknown, path: ValuePath, visit: (value: unknown, path: ValuePath) => void): void {
  if (Array.isArray(value)) value.forEach((inner: unknown, index) => walk(inner, [...path, index], visit))
  else if (isRecord(value)) for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name], visit)
  else visit(value, path)
}
