import type { Nodes, Paragraph as MarkdownParagraph, PhrasingContent, RootContent } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Markdown of a clause, read once and filled often. Markers of fills are still markers in `text`. */
export type ParsedBlock =
  | {
      readonly kind: 'paragraph'
      readonly level: 0 | 1 | 2 | 3
      readonly marker: 'number' | 'bullet' | 'none'
      readonly anchor: string | undefined
      readonly content: readonly ParsedInline[]
    }
  | { readonly kind: 'heading'; readonly content: readonly ParsedInline[] }
  | { readonly kind: 'note'; readonly content: readonly ParsedInline[] }
  | { readonly kind: 'directive'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }

type Marks = { readonly strong?: true; readonly emphasis?: true }
export type ParsedInline =
  | ({ readonly kind: 'text'; readonly text: string } & Marks)
  | ({ readonly kind: 'fill'; readonly index: number } & Marks)
  | { readonly kind: 'reference'; readonly target: string }
  | { readonly kind: 'definition'; readonly term: string; readonly form: string | undefined }
  | { readonly kind: 'lineBreak' }
  | { readonly kind: 'footnote'; readonly content: readonly ParsedInline[] }

/** What clauses have no use for is switched off, so that nothing surprises an author: HTML, code, links, quotations, underlined headings, text directives. */
const unused = [
  'htmlFlow',
  'htmlText',
  'codeIndented',
  'codeFenced',
  'codeText',
  'setextUnderline',
  'definition',
  'labelStartLink',
  'labelStartImage',
  'labelEnd',
  'autolink',
  'blockQuote',
  'thematicBreak',
  'characterReference',
]

const parser = unified()
  .use(remarkParse)
  .use(remarkDirective)
  .use(function withoutUnused() {
    const data = this.data()
    // Directives stand on lines of their own; inside a sentence a colon is a colon ("10:30", "Mitarbeiter:innen").
    const withoutText = (data.micromarkExtensions ?? []).map((extension) => ({ ...extension, text: {} }))
    data.micromarkExtensions = [...withoutText, gfmFootnote(), { disable: { null: unused } }]
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmFootnoteFromMarkdown()]
  })

const tokenPattern = /\[\[(ref|def):([^\]|]+)(?:\|([^\]]+))?\]\]|\uE000(\d+)\uE001/g
const anchorPattern = /^\s*\{#([a-z0-9-]+)\}\s*/

/** Reads the Markdown of a section. The structure never depends on answers: those are markers here. */
export function parseMarkdown(source: string): readonly ParsedBlock[] {
  const tree = parser.parse(source)
  const notes = new Map(tree.children.flatMap(notesIn))
  return tree.children.flatMap((node) => blocks(node, 0, notes))
}

/** What the notes of a section say, by their ids. A mark draws its note; a note without a mark draws nothing, which the linter refuses. */
type Notes = ReadonlyMap<string, readonly ParsedInline[]>
const noNotes: Notes = new Map()

/** A note stands where its author put it: between paragraphs, or indented inside one. Marks inside a note draw nothing. */
function notesIn(node: RootContent): readonly (readonly [string, readonly ParsedInline[]])[] {
  if (node.type === 'footnoteDefinition') {
    const paragraphs = node.children.flatMap((child) => (child.type === 'paragraph' ? [inlines(child.children, noNotes)] : []))
    const content = paragraphs.flatMap((words, index): readonly ParsedInline[] => (index === 0 ? words : [{ kind: 'lineBreak' }, ...words]))
    return [[node.identifier, content]]
  }
  return node.type === 'list' || node.type === 'listItem' ? node.children.flatMap(notesIn) : []
}

function blocks(node: RootContent, depth: number, notes: Notes): readonly ParsedBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node, 0, 'none', notes)]
    case 'heading':
      return [{ kind: 'heading', content: inlines(node.children, notes) }]
    case 'footnoteDefinition':
      return []
    case 'list': {
      const level = Math.min(depth + 1, 3)
      const marker = node.ordered === true ? 'number' : 'bullet'
      return node.children.flatMap((item) =>
        item.children.flatMap((child, index) =>
          child.type === 'paragraph' ? [paragraph(child, clampLevel(level), index === 0 ? marker : 'none', notes)] : blocks(child, level, notes),
        ),
      )
    }
    case 'containerDirective':
      return [{ kind: 'note', content: node.children.flatMap((child) => ('children' in child ? inlines(phrasing(child), noNotes) : [])) }]
    case 'leafDirective':
      return [
        { kind: 'directive', name: node.name, attributes: Object.fromEntries(Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? ''])) },
      ]
    default:
      return 'value' in node ? [{ kind: 'paragraph', level: 0, marker: 'none', anchor: undefined, content: tokens(node.value, {}) }] : []
  }
}

const clampLevel = (level: number): 1 | 2 | 3 => (level <= 1 ? 1 : level === 2 ? 2 : 3)

function phrasing(node: Nodes): readonly PhrasingContent[] {
  return node.type === 'paragraph' ? node.children : []
}

function paragraph(node: MarkdownParagraph, level: 0 | 1 | 2 | 3, marker: 'number' | 'bullet' | 'none', notes: Notes): ParsedBlock {
  const content = inlines(node.children, notes)
  const [first, ...rest] = content
  const anchor = first?.kind === 'text' ? anchorPattern.exec(first.text) : null
  if (!anchor || first?.kind !== 'text') return { kind: 'paragraph', level, marker, anchor: undefined, content }
  const remaining = first.text.slice(anchor[0].length)
  return { kind: 'paragraph', level, marker, anchor: anchor[1], content: remaining === '' ? rest : [{ ...first, text: remaining }, ...rest] }
}

function inlines(nodes: readonly PhrasingContent[], notes: Notes, marks: Marks = {}): readonly ParsedInline[] {
  return nodes.flatMap((node): readonly ParsedInline[] => {
    switch (node.type) {
      case 'text':
        return tokens(node.value, marks)
      case 'strong':
        return inlines(node.children, notes, { ...marks, strong: true })
      case 'emphasis':
        return inlines(node.children, notes, { ...marks, emphasis: true })
      case 'break':
        return [{ kind: 'lineBreak' }]
      case 'footnoteReference': {
        const content = notes.get(node.identifier)
        return content === undefined ? [] : [{ kind: 'footnote', content }]
      }
      default:
        return 'value' in node ? tokens(node.value, marks) : 'children' in node ? inlines(node.children, notes, marks) : []
    }
  })
}

/** Cuts a run of text at its markers, references and definitions; white space folds to single spaces. */
function tokens(source: string, marks: Marks): readonly ParsedInline[] {
  const found: ParsedInline[] = []
  const push = (text: string): void => {
    const folded = text.replace(/[ \t\r\n]+/g, ' ')
    if (folded !== '') found.push({ kind: 'text', text: folded, ...marks })
  }
  let end = 0
  for (const match of source.matchAll(tokenPattern)) {
    push(source.slice(end, match.index))
    end = match.index + match[0].length
    const [, kind, id = '', form, fill] = match
    if (fill !== undefined) found.push({ kind: 'fill', index: Number(fill), ...marks })
    else if (kind === 'ref') found.push({ kind: 'reference', target: id.trim() })
    else found.push({ kind: 'definition', term: id.trim(), form: form?.trim() })
  }
  push(source.slice(end))
  return found
}
