import type { Agreement, CompiledSection, CompiledText } from './agreement.ts'
import { AnswerDrop } from './answer-drop.ts'
import { directiveBlocks, type DirectiveContext } from './directives.ts'
import { type Block, type Inline, inlineText, type SectionKind } from './document.ts'
import type { Scope } from './interview.ts'
import { fillInlines } from './fill-inlines.ts'
import { type Fill, fillPattern, type LiquidTemplate, liquidVariables, renderLiquid } from './liquid.ts'
import { type ParsedBlock, type ParsedInline, parseMarkdown } from './markdown.ts'
import { type AnchorPlace, countParagraphs, type Numbers, paragraphLabel, referenceTo } from './numbering.ts'
import { documentWords } from './words.ts'

/** One section in one language; `blocks` is the very same array as last time when nothing in it changed. */
export type LanguageSection = { readonly id: string; readonly kind: SectionKind; readonly blocks: readonly Block[] }
export type LanguageText = { readonly title: readonly Inline[]; readonly sections: readonly LanguageSection[] }

/** Markdown of a section read once: its blocks, their numbers, the targets of its references, how many footnotes it has. */
type Parsed = {
  readonly blocks: readonly ParsedBlock[]
  readonly numbers: readonly (Numbers | undefined)[]
  readonly targets: readonly string[]
  readonly footnotes: number
}
/** A section with its answers, before numbers and references. The same object as long as no answer it depends on changes. */
type Rendered = { readonly section: CompiledSection; readonly heading: readonly Inline[]; readonly parsed: Parsed; readonly fills: readonly Fill[] }
/** Where a section came to stand: its own number, and how many footnotes come before it. */
type Placed = { readonly rendered: Rendered; readonly number: number; readonly footnotesBefore: number }
/** What is remembered of a section between calls. */
type SectionMemory = {
  readonly dependencies: readonly string[]
  readonly parsed: Map<string, Parsed>
  answers: string
  rendered: Rendered | undefined
  place: string
  from: Rendered | undefined
  result: LanguageSection | undefined
}

const maximumRemembered = 6

/** Renders one language again and again; what no changed answer and no moved number touches is taken over from the last call. */
export function createLanguageRenderer(agreement: Agreement, text: CompiledText): (scope: Scope) => LanguageText {
  const memories = new Map(text.sections.map((section): readonly [CompiledSection, SectionMemory] => [section, newMemory(agreement, section)]))
  const { language } = text
  return (scope) => {
    const fingerprints = new Map<string, string>()
    const fingerprint = (name: string): string => {
      const known = fingerprints.get(name) ?? fingerprintOf(scope[name])
      fingerprints.set(name, known)
      return known
    }
    const counters = { clause: 0, annex: 0, footnote: 0 }
    const placed = text.sections
      .filter((section) => agreement.sectionConditions.get(section.id)?.isTrue(scope) ?? true)
      .map((section): Placed => {
        const memory = memories.get(section) ?? newMemory(agreement, section)
        const number = section.kind === 'clause' || section.kind === 'annex' ? (counters[section.kind] += 1) : 0
        const rendered = render(memory, section, scope, memory.dependencies.map(fingerprint).join('\u0000'))
        const footnotesBefore = counters.footnote
        counters.footnote += rendered.parsed.footnotes
        return { rendered, number, footnotesBefore }
      })
    const anchors = placeAnchors(placed)
    const annexes = placed
      .filter(({ rendered }) => rendered.section.kind === 'annex')
      .map(({ rendered, number }) => ({ id: rendered.section.id, label: documentWords[language].annex(number), title: rendered.heading }))
    const annexList = annexes.map(({ label, title }) => label + inlineText(title)).join('\u0000')
    const sections = placed.map((current) => {
      const { rendered, number, footnotesBefore } = current
      const memory = memories.get(rendered.section)
      const references = new Map(rendered.parsed.targets.map((target) => [target, referenceTo(target, anchors.get(target), rendered.section.id, language)]))
      const firstNote = rendered.parsed.footnotes > 0 ? footnotesBefore : 0
      const place = [number, firstNote, annexList, ...[...references.values()].map((reference) => reference.text)].join('\u0000')
      if (memory?.result && memory.from === rendered && memory.place === place) return memory.result
      const result = buildSection(current, references, { agreement, scope, language, annexes })
      if (memory) Object.assign(memory, { place, from: rendered, result })
      return result
    })
    return { title: renderHeading(text.title, scope), sections }
  }
}

function newMemory(agreement: Agreement, section: CompiledSection): SectionMemory {
  return {
    dependencies: dependenciesOf(agreement, section),
    parsed: new Map(),
    answers: '',
    rendered: undefined,
    place: '',
    from: undefined,
    result: undefined,
  }
}

/** Names of everything a section's words depend on: variables in its text, and what its directives draw. */
function dependenciesOf(agreement: Agreement, section: CompiledSection): readonly string[] {
  const { heading, body } = section.source
  const variables = liquidVariables(`${heading}\n${body}`).flatMap(([name]) => name ?? [])
  const roles = /^::(?:parties|signatures)/m.test(body) ? [...agreement.content.roles.map(({ id }) => id), 'document', 'sign_form'] : []
  const lists = [...body.matchAll(/^::table\{.*?list="?([a-z0-9_]+)/gm)].flatMap(([, id]) => id ?? [])
  return [...new Set([...variables, ...roles, ...lists])]
}

function fingerprintOf(value: unknown): string {
  return JSON.stringify(value instanceof AnswerDrop ? value.view.value : value) ?? ''
}

function render(memory: SectionMemory, section: CompiledSection, scope: Scope, answers: string): Rendered {
  if (memory.rendered && memory.answers === answers) return memory.rendered
  const body = renderLiquid(section.body, scope)
  const rendered = { section, heading: renderHeading(section.heading, scope), parsed: parse(memory, body.text), fills: body.fills }
  Object.assign(memory, { answers, rendered })
  return rendered
}

function parse(memory: SectionMemory, source: string): Parsed {
  const known = memory.parsed.get(source)
  if (known) return known
  const blocks = parseMarkdown(source)
  const parsed = { blocks, numbers: countParagraphs(blocks), targets: blocks.flatMap((block) => targetsOf(contentOf(block))), footnotes: footnotesIn(blocks) }
  if (memory.parsed.size >= maximumRemembered) memory.parsed.delete(memory.parsed.keys().next().value ?? '')
  memory.parsed.set(source, parsed)
  return parsed
}

function renderHeading(heading: LiquidTemplate, scope: Scope): readonly Inline[] {
  const { text, fills } = renderLiquid(heading, scope)
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

function placeAnchors(placed: readonly Placed[]): ReadonlyMap<string, AnchorPlace> {
  const anchors = new Map<string, AnchorPlace>()
  for (const { rendered, number } of placed) {
    const { section, parsed, heading } = rendered
    const place = { section: section.id, kind: section.kind, number, title: inlineText(heading) }
    anchors.set(section.id, { ...place, numbers: [] })
    parsed.blocks.forEach((block, index) => {
      if (block.kind === 'paragraph' && block.anchor !== undefined) anchors.set(block.anchor, { ...place, numbers: parsed.numbers[index] ?? [] })
    })
  }
  return anchors
}

const contentOf = (block: ParsedBlock): readonly ParsedInline[] => (block.kind === 'directive' ? [] : block.content)

function targetsOf(content: readonly ParsedInline[]): readonly string[] {
  return content.flatMap((inline) => (inline.kind === 'reference' ? [inline.target] : inline.kind === 'footnote' ? targetsOf(inline.content) : []))
}

function footnotesIn(blocks: readonly ParsedBlock[]): number {
  return blocks.reduce((count, block) => count + contentOf(block).filter((inline) => inline.kind === 'footnote').length, 0)
}

function buildSection({ rendered, number, footnotesBefore }: Placed, references: ReadonlyMap<string, Inline>, context: DirectiveContext): LanguageSection {
  const { section, parsed, fills, heading } = rendered
  const { agreement, language } = context
  const words = documentWords[language]
  const reference = (target: string): Inline => references.get(target) ?? { kind: 'text', text: '' }
  const definition = (term: string, form: string | undefined): Inline => {
    const declared = agreement.content.terms.find(({ id }) => id === term)
    const word = form ?? (language === 'ja' ? declared?.ja : declared?.[language])?.term ?? term
    return { kind: 'definition', text: `${words.quotes[0]}${word}${words.quotes[1]}`, term }
  }
  let footnotes = footnotesBefore
  const fill = (content: readonly ParsedInline[]): readonly Inline[] =>
    trimmed(
      content.flatMap((inline): readonly Inline[] =>
        inline.kind === 'footnote'
          ? [{ kind: 'footnote', text: String((footnotes += 1)), content: fill(inline.content) }]
          : fillInline(inline, fills, reference, definition),
      ),
    )
  const blocks = parsed.blocks.flatMap((block, index): readonly Block[] => {
    switch (block.kind) {
      case 'directive':
        return directiveBlocks(block, context)
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
  const title = section.kind === 'clause' ? inBrackets(heading, words.headingBrackets) : heading
  const hasHeading = section.kind !== 'opening' && section.kind !== 'closing'
  return {
    id: section.id,
    kind: section.kind,
    blocks: hasHeading ? [{ kind: 'heading', level: 1, label, anchor: section.id, content: title }, ...blocks] : blocks,
  }
}

function inBrackets(content: readonly Inline[], [open, close]: readonly [string, string]): readonly Inline[] {
  return open === '' ? content : [{ kind: 'text', text: open }, ...content, { kind: 'text', text: close }]
}

function fillInline(
  inline: Exclude<ParsedInline, { readonly kind: 'footnote' }>,
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
