import type { Agreement, CompiledSection, CompiledText } from './agreement.ts'
import { directiveBlocks } from './directives.ts'
import type { Block, Inline, SectionKind } from './document.ts'
import type { Scope } from './interview.ts'
import type { Language } from './language.ts'
import { fillInlines } from './fill-inlines.ts'
import { type Fill, fillPattern, renderLiquid } from './liquid.ts'
import { type ParsedBlock, type ParsedInline, parseMarkdown } from './markdown.ts'
import { type AnchorPlace, countParagraphs, type Numbers, paragraphLabel, referenceTo } from './numbering.ts'
import { documentWords } from './words.ts'

/** One section in one language; `blocks` is the very same array as last time when nothing in it changed. */
export type LanguageSection = { readonly id: string; readonly kind: SectionKind; readonly blocks: readonly Block[] }
export type LanguageText = { readonly title: readonly Inline[]; readonly sections: readonly LanguageSection[] }

type Parsed = { readonly blocks: readonly ParsedBlock[]; readonly numbers: readonly (Numbers | undefined)[] }
/** What is remembered of a section: parsed texts by their source, and the last result with what it was made from. */
type SectionMemory = { readonly parsed: Map<string, Parsed>; last: { readonly key: string; readonly parsed: Parsed; readonly section: LanguageSection } | undefined }
type Rendered = { readonly section: CompiledSection; readonly heading: readonly Inline[]; readonly parsed: Parsed; readonly fills: readonly Fill[]; readonly number: number; readonly memory: SectionMemory }

const maximumRemembered = 6

/** Renders one language again and again; remembers parsed Markdown and finished sections between calls. */
export function createLanguageRenderer(agreement: Agreement, text: CompiledText): (scope: Scope) => LanguageText {
  const memories = new Map<string, SectionMemory>()
  const { language } = text
  return (scope) => {
    const counters = { clause: 0, annex: 0 }
    const rendered = text.sections
      .filter((section) => agreement.sectionConditions.get(section.id)?.isTrue(scope) ?? true)
      .map((section): Rendered => {
        const memory = memories.get(section.id) ?? { parsed: new Map(), last: undefined }
        memories.set(section.id, memory)
        const body = renderLiquid(section.body, scope)
        const number = section.kind === 'clause' || section.kind === 'annex' ? (counters[section.kind] += 1) : 0
        return { section, heading: renderHeading(section, scope), parsed: parse(memory, body.text), fills: body.fills, number, memory }
      })
    const anchors = placeAnchors(rendered)
    const annexes = rendered.filter(({ section }) => section.kind === 'annex').map((item) => ({ id: item.section.id, label: documentWords[language].annex(item.number), title: item.heading }))
    const sections = rendered.map((item) => {
      const data = item.parsed.blocks.flatMap((block) => (block.kind === 'directive' ? [directiveBlocks(block, { agreement, scope, language, annexes })] : []))
      const references = targetsOf(item.parsed.blocks).map((target) => referenceTo(target, anchors.get(target), item.section.id, language))
      const key = JSON.stringify([item.number, item.heading, item.fills, references, data])
      const { last } = item.memory
      if (last && last.key === key && last.parsed === item.parsed) return last.section
      const section = buildSection(agreement, item, data, anchors, language)
      item.memory.last = { key, parsed: item.parsed, section }
      return section
    })
    return { title: renderHeading({ heading: text.title }, scope), sections }
  }
}

function parse(memory: SectionMemory, source: string): Parsed {
  const known = memory.parsed.get(source)
  if (known) return known
  const blocks = parseMarkdown(source)
  const parsed = { blocks, numbers: countParagraphs(blocks) }
  if (memory.parsed.size >= maximumRemembered) memory.parsed.delete(memory.parsed.keys().next().value ?? '')
  memory.parsed.set(source, parsed)
  return parsed
}

function renderHeading(section: Pick<CompiledSection, 'heading'>, scope: Scope): readonly Inline[] {
  const { text, fills } = renderLiquid(section.heading, scope)
  const inlines: Inline[] = []
  let end = 0
  for (const match of text.matchAll(fillPattern)) {
    if (match.index > end) inlines.push({ kind: 'text', text: text.slice(end, match.index) })
    inlines.push(...fillInlines(fills[Number(match[1])], {}))
    end = match.index + match[0].length
  }
  if (end < text.length) inlines.push({ kind: 'text', text: text.slice(end) })
  return inlines
}

function placeAnchors(rendered: readonly Rendered[]): ReadonlyMap<string, AnchorPlace> {
  const anchors = new Map<string, AnchorPlace>()
  for (const { section, parsed, number, heading } of rendered) {
    const title = heading.map((inline) => (inline.kind === 'lineBreak' ? ' ' : inline.text)).join('')
    const place = { section: section.id, kind: section.kind, number, title }
    anchors.set(section.id, { ...place, numbers: [] })
    parsed.blocks.forEach((block, index) => {
      if (block.kind === 'paragraph' && block.anchor !== undefined) anchors.set(block.anchor, { ...place, numbers: parsed.numbers[index] ?? [] })
    })
  }
  return anchors
}

function targetsOf(blocks: readonly ParsedBlock[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'directive' ? [] : block.content.flatMap((inline) => (inline.kind === 'reference' ? [inline.target] : []))))
}

function buildSection(agreement: Agreement, item: Rendered, directives: readonly (readonly Block[])[], anchors: ReadonlyMap<string, AnchorPlace>, language: Language): LanguageSection {
  const { section, parsed, fills, number, heading } = item
  const words = documentWords[language]
  const reference = (target: string): Inline => referenceTo(target, anchors.get(target), section.id, language)
  const definition = (term: string, form: string | undefined): Inline => {
    const declared = agreement.content.terms.find(({ id }) => id === term)
    const word = form ?? (language === 'ja' ? declared?.ja : declared?.[language])?.term ?? term
    return { kind: 'definition', text: `${words.quotes[0]}${word}${words.quotes[1]}`, term }
  }
  const fill = (content: readonly ParsedInline[]): readonly Inline[] => trimmed(content.flatMap((inline) => fillInline(inline, fills, reference, definition)))
  let directive = 0
  const blocks = parsed.blocks.flatMap((block, index): readonly Block[] => {
    switch (block.kind) {
      case 'directive':
        return directives[directive++] ?? []
      case 'heading':
        return [{ kind: 'heading', level: 2, label: '', anchor: undefined, content: fill(block.content) }]
      case 'note':
        return [{ kind: 'note', content: fill(block.content) }]
      case 'paragraph': {
        const numbers = parsed.numbers[index]
        const content = fill(block.content)
        const label = numbers ? paragraphLabel(section.kind, numbers, language) : ''
        return [{ kind: 'paragraph', level: block.level, marker: block.marker, label, anchor: block.anchor, content }]
      }
    }
  })
  const label = section.kind === 'clause' ? words.clause(number) : section.kind === 'annex' ? words.annex(number) : ''
  const hasHeading = section.kind !== 'opening' && section.kind !== 'closing'
  return { id: section.id, kind: section.kind, blocks: hasHeading ? [{ kind: 'heading', level: 1, label, anchor: section.id, content: heading }, ...blocks] : blocks }
}

function fillInline(
  inline: ParsedInline,
  fills: readonly Fill[],
  reference: (target: string) => Inline,
  definition: (term: string, form: string | undefined) => Inline,
): readonly Inline[] {
  switch (inline.kind) {
    case 'text':
    case 'lineBreak':
      return [inline]
    case 'fill': {
      const { kind: _, index, ...marks } = inline
      return fillInlines(fills[index], marks)
    }
    case 'reference':
      return [reference(inline.target)]
    case 'definition':
      return [definition(inline.term, inline.form)]
  }
}

function trimmed(content: readonly Inline[]): readonly Inline[] {
  const first = content[0]
  const last = content.at(-1)
  const result = [...content]
  if (first?.kind === 'text') result[0] = { ...first, text: first.text.trimStart() }
  const end = result.at(-1)
  if (last?.kind === 'text' && end?.kind === 'text') result[result.length - 1] = { ...end, text: end.text.trimEnd() }
  return result.filter((inline) => inline.kind !== 'text' || inline.text !== '')
}
