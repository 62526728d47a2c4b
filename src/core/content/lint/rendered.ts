import type { Agreement } from '../../../engine/agreement.ts'
import type { Answers } from '../../../engine/answers.ts'
import { createAssembler } from '../../../engine/assemble.ts'
import { type AssembledDocument, type Block, footnotesOf, type Inline, inlineText, type Section } from '../../../engine/document.ts'
import type { Language } from '../../../engine/language.ts'
import type { Place } from '../problem.ts'
import type { AgreementContext } from './context.ts'
import { compareFacts } from './facts.ts'
import { type PairCoverage, pairVariants } from './pairs.ts'
import { formsOf, formsPattern } from './terms.ts'
import { type TextLine, textLines } from './text-lines.ts'
import { type Variant, variantsOf } from './variants.ts'

/** What a rendered sentence must not contain, and what to do about it. */
const blemishes: readonly { readonly rule: string; readonly pattern: RegExp; readonly cause: string; readonly fix: string }[] = [
  { rule: 'doubled-space', pattern: / {2}|\u00A0 | \u00A0/, cause: 'two spaces in a row', fix: 'move a space into the conditional part, or out of it' },
  { rule: 'space-before-mark', pattern: / [,.;:!?](?![.\d])/, cause: 'a space before a punctuation mark', fix: 'move the space into the conditional part' },
  {
    rule: 'doubled-mark',
    pattern: /,,|;;|,\.|;\.|\.\.(?!\.)(?<!\.\.\.)|\(\s*\)|\(\s|\s\)/,
    cause: 'doubled or empty punctuation',
    fix: 'check the beginning and the end of the conditional part',
  },
  {
    rule: 'reference-to-nothing',
    pattern: /\[\[/,
    cause: 'a reference to something that is not in the document',
    fix: 'make the reference conditional as well, or refer to something that is always there',
  },
  {
    rule: 'footnote-without-note',
    pattern: /\[\^/,
    cause: 'a footnote whose note is not in the document',
    fix: 'put the note outside the condition; a note whose mark is not there is not printed',
  },
  {
    rule: 'doubled-word',
    pattern: /(?<![\p{L}-])(und|oder|and|or|the|of|to|for|von|für|mit|zum|zur) \1(?![\p{L}-])/iu,
    cause: 'the same word twice in a row',
    fix: 'check the beginning and the end of the conditional part',
  },
  { rule: 'bad-output', pattern: /undefined|NaN|\[object |\{\{|\{%|\}\}|%\}/, cause: 'a technical rest', fix: 'check the blank and its filters' },
]

/**
 * Renders the sample and its variants, with `isPaired` also every two choices together, and checks that the languages agree and every sentence is
 * clean. Returns how far the choices were paired.
 */
export function lintRendered(context: AgreementContext, sample: Answers | undefined, isPaired: boolean): PairCoverage | undefined {
  const { agreement } = context
  if (agreement === undefined) return undefined
  const pairs = isPaired ? pairVariants(context, agreement, sample ?? {}) : undefined
  const languages = [...context.source.texts.keys()]
  const assemble = createAssembler(agreement)
  const places = new Map([...context.merged.texts].map(([language, text]) => [language, textLines(text)]))
  const seen = new Set<string>()
  for (const variant of [...variantsOf(context, agreement, sample ?? {}), ...(pairs?.variants ?? [])]) {
    const documents = languages.map((language) => ({ language, document: assemble(variant.answers, [language]) }))
    compareLanguages(context, documents, variant, places, seen)
    lintFacts(context, documents, variant, places, seen)
    for (const { language, document } of documents) {
      lintSentences(context, document, language, variant, places, seen)
      lintTermsShown(context, agreement, document, language, variant, seen)
    }
  }
  return pairs?.coverage
}

/** The shape of a block: what must be the same in all languages so that two columns align and count alike. */
function shapeOf(block: Block): string {
  const footnotes = footnotesOf(block).length
  return `${kindOf(block)}${footnotes === 0 ? '' : ` with ${footnotes === 1 ? 'a footnote' : `${footnotes} footnotes`}`}`
}

function kindOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `${block.marker === 'number' ? 'numbered paragraph' : block.marker === 'bullet' ? 'bullet' : 'paragraph'} of level ${block.level}`
    case 'heading':
      return block.level === 1 ? 'heading' : 'sub-heading'
    case 'party':
      return 'party'
    default:
      return block.kind
  }
}

const blocksOf = (section: Section): readonly Block[] => section.rows.flatMap(({ cells }) => cells)

type Lines = ReadonlyMap<Language, readonly TextLine[]>

function headingPlace(places: Lines, language: Language, section: string): Place {
  return places.get(language)?.find((line) => line.section === section)?.place ?? { file: `text.${language}.md` }
}

/** Where the words of a paragraph are written: the line that holds its longest run of own words that can be found. */
function wordsPlace(places: Lines, language: Language, section: string, block: Block): Place {
  const folded = (text: string): string =>
    text
      .replaceAll(/\{%[\s\S]*?%\}|\s+/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\s([,.;:!?])/g, '$1')
      .trim()
  const runs = 'content' in block ? block.content.flatMap((inline) => (inline.kind === 'text' ? [folded(inline.text).slice(0, 40)] : [])) : []
  const lines = places.get(language)?.filter((line) => line.section === section) ?? []
  for (const run of runs.filter(({ length }) => length > 4).sort((one, other) => other.length - one.length)) {
    const line = lines.find(({ raw }) => folded(raw).includes(run))
    if (line !== undefined) return line.place
  }
  return headingPlace(places, language, section)
}

function compareLanguages(
  { report }: AgreementContext,
  documents: readonly { readonly language: Language; readonly document: AssembledDocument }[],
  variant: Variant,
  places: Lines,
  seen: Set<string>,
): void {
  const [first, ...others] = documents
  if (first === undefined) return
  for (const { language, document } of others) {
    for (const section of first.document.sections) {
      const other = document.sections.find(({ id }) => id === section.id)
      const key = `shape ${language} ${section.id}`
      if (other === undefined || other.rows === section.rows || seen.has(key)) continue
      const [mine, theirs] = [blocksOf(section).map(shapeOf), blocksOf(other).map(shapeOf)]
      const index = mine.findIndex((shape, position) => shape !== theirs[position])
      const at = index >= 0 ? index : mine.length === theirs.length ? -1 : mine.length
      if (at < 0) continue
      seen.add(key)
      const block = blocksOf(other)[at] ?? blocksOf(other).at(-1)
      report.error(
        'languages-differ',
        block === undefined ? headingPlace(places, language, section.id) : wordsPlace(places, language, section.id, block),
        `clause "${section.id}" with ${variant.name}: text.${first.language}.md has ${mine.length} pieces, text.${language}.md ${theirs.length}; piece ${at + 1} is ${mine[at] ?? 'missing'} there and ${theirs[at] ?? 'missing'} here`,
        'give both languages the same paragraphs, nesting and conditions',
      )
    }
  }
}

function lintFacts(
  { report }: AgreementContext,
  [first, ...others]: readonly { readonly language: Language; readonly document: AssembledDocument }[],
  variant: Variant,
  places: Lines,
  seen: Set<string>,
): void {
  for (const other of others) {
    if (first === undefined) return
    for (const { section, rule, cause } of compareFacts(first, other)) {
      const key = `${rule} ${other.language} ${section} ${cause}`
      if (seen.has(key)) continue
      seen.add(key)
      report.error(
        rule,
        headingPlace(places, other.language, section),
        `${cause}, in "${section}" with ${variant.name}`,
        'say the same in both languages: the same blanks, periods, sums and sections',
      )
    }
  }
}

function lintSentences(
  { report }: AgreementContext,
  document: AssembledDocument,
  language: Language,
  variant: Variant,
  places: Lines,
  seen: Set<string>,
): void {
  for (const section of document.sections) {
    // Unchanged sections are the same objects as in the last variant.
    if (known.has(section)) continue
    known.add(section)
    const anchors = new Set<string>()
    const said = new Set<string>()
    for (const block of blocksOf(section)) {
      const anchor = block.kind === 'paragraph' ? block.anchor : undefined
      if (anchor !== undefined && anchors.has(anchor)) {
        report.error(
          'duplicate-id',
          wordsPlace(places, language, section.id, block),
          `two paragraphs of "${section.id}" have the id "${anchor}" with ${variant.name}`,
          'rename one of them',
        )
      }
      if (anchor !== undefined) anchors.add(anchor)
      if (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'note') continue
      const [text = '', ...notes] = [block.content, ...footnotesOf(block).map((note) => note.content)].map(inlineText)
      const where = `${'label' in block && block.label !== '' ? `${block.label} ` : ''}of "${section.id}" with ${variant.name}`
      const report1 = (rule: string, cause: string, fix: string): void => {
        const place = wordsPlace(places, language, section.id, block)
        const key = [rule, place.file, place.line, cause].join(' ')
        if (seen.has(key)) return
        seen.add(key)
        report.error(rule, place, `${cause} in ${where}`, fix)
      }
      if (text.trim() === '') report1('empty-paragraph', 'an empty paragraph or list item', 'put the number and its condition around the same words')
      // Answers are a person's own words; only what stands between them is the template's.
      for (const { rule, pattern, cause, fix } of blemishes) {
        for (const words of [text, ...notes]) {
          const match = pattern.exec(words)
          if (match) report1(rule, `${cause}: "…${words.slice(Math.max(0, match.index - 20), match.index + 20)}…"`, fix)
        }
      }
      for (const words of notes) {
        if (words.trim() !== '' && said.has(words))
          report1('footnote-twice', `the note "${words.slice(0, 40)}" is printed twice`, 'give each mark a note of its own, or refer to the paragraph')
        said.add(words)
      }
    }
  }
}

const known = new WeakSet<Section>()

function lintTermsShown(
  context: AgreementContext,
  agreement: Agreement,
  document: AssembledDocument,
  language: Language,
  variant: Variant,
  seen: Set<string>,
): void {
  const contents = document.sections
    .flatMap(blocksOf)
    .flatMap((block): readonly (readonly Inline[])[] => ('content' in block ? [block.content, ...footnotesOf(block).map((note) => note.content)] : []))
  const defined = new Set(contents.flatMap((content) => content.flatMap((inline) => (inline.kind === 'definition' ? [inline.term] : []))))
  const missing = agreement.content.terms.filter(({ id }) => !defined.has(id) && !seen.has(`term ${language} ${id}`))
  if (missing.length === 0) return
  // Answers may use a word without meaning the term.
  const words = contents.map((content) => inlineText(content.filter(({ kind }) => kind === 'text'))).join('\n')
  for (const term of missing) {
    const match = formsPattern(formsOf(term, language), language)?.exec(words)
    const source = context.merged.texts.get(language)
    if (!match || source === undefined || !source.text.includes(`[[def:${term.id}`)) continue
    seen.add(`term ${language} ${term.id}`)
    const line = source.text.split('\n').findIndex((candidate) => candidate.includes(match[0]) && !candidate.includes(`[[def:${term.id}`))
    context.report.error(
      'term-not-shown',
      source.lines[Math.max(0, line)] ?? { file: `text.${language}.md` },
      `the term "${match[0]}" is used with ${variant.name}, but its definition is not in the document then`,
      'make its uses depend on the same condition as its definition',
    )
  }
}
