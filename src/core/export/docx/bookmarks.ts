import type { AssembledDocument, Block, Inline } from '../../../engine/document.ts'

/** Where a reference may point: the name of the bookmark and the label printed there, per column. */
type BookmarkTarget = { readonly names: readonly string[]; readonly labels: readonly string[] }

/** The bookmarks of a document by anchor. Only what is referred to gets one. */
export type Bookmarks = ReadonlyMap<string, BookmarkTarget>

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
    case 'note':
      return block.content
    case 'party':
      return [...block.name, ...block.lines.flat(), ...block.shortName]
    case 'table':
      return [...block.columns.flatMap((column) => column.header), ...block.rows.flat(2)]
    case 'signatures':
      return block.parties.flatMap((party) => [...party.name, ...party.signatories.flatMap((signatory) => [...signatory.name, ...signatory.function])])
    case 'chart':
    case 'pageBreak':
      return []
  }
}

/** The anchor of a block that can be referred to; the first heading of a section also answers to the id of the section. */
export function anchorsOf(block: Block, sectionId: string): readonly string[] {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return []
  const own = block.anchor === undefined ? [] : [block.anchor]
  return block.kind === 'heading' && block.level === 1 && block.anchor !== sectionId ? [...own, sectionId] : own
}

/** Finds what is referred to and where it stands. In a redline one version is searched for what the whole `referring` document points at. */
export function collectBookmarks(document: AssembledDocument, referring = document, first = 700_000_000): Bookmarks {
  const wanted = new Set<string>()
  for (const section of referring.sections) {
    for (const row of section.rows) {
      for (const block of row.cells) {
        for (const inline of inlinesOf(block)) {
          if (inline.kind === 'reference') for (const part of inline.parts) if (part.target !== undefined) wanted.add(part.target)
        }
      }
    }
  }
  const found = new Map<string, { readonly index: number; readonly names: string[]; readonly labels: string[] }>()
  for (const section of document.sections) {
    for (const row of section.rows) {
      row.cells.forEach((block, column) => {
        for (const anchor of anchorsOf(block, section.id)) {
          if (!wanted.has(anchor)) continue
          const target = found.get(anchor) ?? { index: found.size, names: [], labels: [] }
          if (target.names[column] !== undefined) continue
          // Word hides bookmarks that begin with "_Ref" and names its own alike.
          target.names[column] = `_Ref${first + target.index * 10 + column}`
          target.labels[column] = block.kind === 'heading' || block.kind === 'paragraph' ? block.label : ''
          found.set(anchor, target)
        }
      })
    }
  }
  return found
}
