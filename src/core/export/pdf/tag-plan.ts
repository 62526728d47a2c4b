import type { FlowColumn, FlowItem, FlowTag } from './flow.ts'
import { pdfText } from './pdf-objects.ts'
import type { StructureNode, StructureTree } from './structure-tree.ts'

/** The elements the content of one column of an item belongs to. */
export type ColumnTags = {
  readonly label: () => StructureNode
  readonly part: (part: number) => StructureNode
  /** A new element for a field; only where there are fields. */
  readonly field?: () => StructureNode
}

/** Gives every item its place in the structure tree; items must come in reading order, each once. */
export type TagPlan = { readonly open: (item: FlowItem) => readonly ColumnTags[] }

type OpenList = { readonly level: number; readonly list: StructureNode; body: StructureNode | undefined }

/** Plans the structure of a document: a section per clause, nested lists for numbered paragraphs, tables with their headers. */
export function tagPlan(tree: StructureTree, isBilingual: boolean): TagPlan {
  let section: number | undefined
  let parent = tree.root
  let lists: OpenList[] = []
  let table: { readonly number: number; readonly node: StructureNode } | undefined
  let contents: StructureNode | undefined

  // With two languages each element names its own: a list in one may stand inside an item of the other.
  const language = (column: FlowColumn): { readonly language?: string } => (isBilingual ? { language: column.language } : {})

  const enter = (item: FlowItem): void => {
    if (item.section !== section) {
      section = item.section
      parent = tree.add(tree.root, 'Sect')
      lists = []
      table = undefined
      contents = undefined
    }
    if (item.tag.kind !== 'listItem') lists = []
    if (item.tag.kind !== 'tableHeader' && item.tag.kind !== 'tableRow') table = undefined
  }

  /** One element per column; its parts are the element itself or, where a column holds several paragraphs, a P each. */
  const flat = (item: FlowItem, type: 'H1' | 'H2' | 'H3' | 'P' | 'Caption'): readonly ColumnTags[] =>
    item.columns.map((column) => {
      const node = tree.add(parent, type, language(column))
      return { label: () => node, part: () => node }
    })

  const grouped = (item: FlowItem): readonly ColumnTags[] =>
    item.columns.map((column) => {
      const group = tree.add(parent, 'Div', language(column))
      const parts = new Map<number, StructureNode>()
      const part = (number: number): StructureNode => {
        const known = parts.get(number) ?? tree.add(group, 'P')
        parts.set(number, known)
        return known
      }
      return { label: () => part(0), part, field: () => tree.add(group, 'Form') }
    })

  const listItem = (item: FlowItem, { level, hasLabel, numbering }: Extract<FlowTag, { kind: 'listItem' }>): readonly ColumnTags[] => {
    while ((lists.at(-1)?.level ?? 0) > level) lists.pop()
    let open = lists.at(-1)
    if (!hasLabel && open?.level === level && open.body !== undefined) {
      // A further paragraph under the same number belongs to the same item.
      const { body } = open
      return item.columns.map((column) => {
        const node = tree.add(body, 'P', language(column))
        return { label: () => node, part: () => node }
      })
    }
    if (!hasLabel) return flat(item, 'P')
    if (open === undefined || open.level < level) {
      const list = tree.add(open?.body ?? parent, 'L', { attributes: { O: 'List', ListNumbering: numbering } })
      open = { level, list, body: undefined }
      lists.push(open)
    }
    const entry = tree.add(open.list, 'LI')
    return item.columns.map((column) => {
      const label = tree.add(entry, 'Lbl', language(column))
      const body = tree.add(entry, 'LBody', language(column))
      const node = tree.add(body, 'P')
      if (open !== undefined) open.body = body
      return { label: () => label, part: () => node }
    })
  }

  const tableRow = (item: FlowItem, tag: Extract<FlowTag, { kind: 'tableHeader' | 'tableRow' }>): readonly ColumnTags[] => {
    const isHeader = tag.kind === 'tableHeader'
    if (table?.number !== tag.table) {
      // The caption is not printed; it is for those who cannot see at a glance what the table holds.
      const summary = tag.summary === '' ? {} : { attributes: { O: 'Table', Summary: pdfText(tag.summary) } }
      table = { number: tag.table, node: tree.add(parent, 'Table', summary) }
    }
    const row = tree.add(table.node, 'TR')
    const scopeOf = (index: number): 'Column' | 'Row' | undefined =>
      isHeader ? 'Column' : index === 0 && tag.kind === 'tableRow' && tag.hasRowHeader === true ? 'Row' : undefined
    return item.columns.map((column, index) => {
      const scope = scopeOf(index)
      const cell =
        scope === undefined ? tree.add(row, 'TD', language(column)) : tree.add(row, 'TH', { ...language(column), attributes: { O: 'Table', Scope: scope } })
      return { label: () => cell, part: () => cell }
    })
  }

  const contentsEntry = (item: FlowItem): readonly ColumnTags[] => {
    contents = contents ?? tree.add(parent, 'TOC')
    const entries = contents
    return item.columns.map((column) => {
      const node = tree.add(entries, 'TOCI', language(column))
      return { label: () => node, part: () => node }
    })
  }

  return {
    open: (item) => {
      enter(item)
      const { tag } = item
      switch (tag.kind) {
        case 'title':
          return flat(item, 'H1')
        case 'heading':
          return flat(item, tag.level === 1 ? 'H2' : 'H3')
        case 'paragraph':
        case 'note':
        case 'caption':
          return flat(item, 'P')
        case 'group':
        case 'signatures':
          return grouped(item)
        case 'listItem':
          return listItem(item, tag)
        case 'tableHeader':
        case 'tableRow':
          return tableRow(item, tag)
        case 'contentsEntry':
          return contentsEntry(item)
        case 'figure': {
          const node = tree.add(parent, 'Figure', { alternative: tag.alt })
          return item.columns.map(() => ({ label: () => node, part: () => node }))
        }
        default:
          return assertNever(tag)
      }
    },
  }
}

function assertNever(value: never): never {
  throw new Error(`Unknown tag ${JSON.stringify(value)}`)
}
