import { pdfText } from './pdf-objects.ts'

type Document = PDFKit.PDFDocument
type Reference = PDFKit.PDFKitReference

/** Standard structure types in use (ISO 32000-1, 14.8.4). */
type StructureType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Link'
  | 'Span'
  | 'Reference'
  | 'Note'
  | 'Form'
  | 'Figure'

/** What may be said about an element. */
type StructureOptions = {
  readonly language?: string
  readonly alternative?: string
  readonly attributes?: Readonly<Record<string, unknown>>
  /** A name no other element of the file has. */
  readonly id?: string
}

/** An element of the structure tree. Its children stand in reading order. */
export type StructureNode = {
  readonly type: StructureType
  readonly options: StructureOptions
  readonly reference: Reference
  readonly parent: StructureNode | undefined
  readonly children: (StructureNode | Content | Annotation)[]
}
type Content = { readonly kind: 'content'; readonly page: Reference; readonly id: number }
type Annotation = { readonly kind: 'annotation'; readonly page: Reference; readonly annotation: Reference }

/** The structure tree of a file: who contains what, and which piece of a page belongs to which element. */
export type StructureTree = {
  readonly root: StructureNode
  readonly add: (parent: StructureNode, type: StructureType, options?: StructureOptions) => StructureNode
  /** Registers the current page; call once per page before its content. */
  readonly openPage: () => void
  /** Adds a piece of content of the current page to an element and gives it its number. */
  readonly addContent: (node: StructureNode) => number
  /** Adds an annotation on the current page to an element and gives it its key. */
  readonly addAnnotation: (node: StructureNode, annotation: Reference) => number
  readonly finish: () => void
}

/** Begins the structure tree of a document; `finish` writes it. */
export function structureTree(document: Document, language: string): StructureTree {
  const nodes: StructureNode[] = []
  // Keys of the parent tree: one per page with a list of elements, one per annotation with its element.
  const owners: (Reference[] | Reference)[] = []
  let pageOwners: Reference[] = []

  const create = (parent: StructureNode | undefined, type: StructureType, options: StructureOptions): StructureNode => {
    const node: StructureNode = { type, options, reference: document.ref({}), parent, children: [] }
    nodes.push(node)
    return node
  }
  const root = create(undefined, 'Document', { language })

  return {
    root,
    add: (parent, type, options = {}) => {
      const node = create(parent, type, options)
      parent.children.push(node)
      return node
    },
    openPage: () => {
      pageOwners = []
      Object.assign(document.page.dictionary.data, { StructParents: owners.length })
      owners.push(pageOwners)
    },
    addContent: (node) => {
      const id = pageOwners.length
      pageOwners.push(node.reference)
      node.children.push({ kind: 'content', page: document.page.dictionary, id })
      return id
    },
    addAnnotation: (node, annotation) => {
      node.children.push({ kind: 'annotation', page: document.page.dictionary, annotation })
      owners.push(node.reference)
      return owners.length - 1
    },
    finish: () => {
      const top = document.getStructTreeRoot()
      for (const node of nodes) {
        Object.assign(node.reference.data, dictionaryOf(node, top))
        node.reference.end(undefined)
      }
      const named = nodes.flatMap(({ options: { id }, reference }) => (id === undefined ? [] : [{ id, reference }])).toSorted((a, b) => (a.id < b.id ? -1 : 1))
      Object.assign(top.data, {
        K: [root.reference],
        ParentTree: { Nums: owners.flatMap((owner, key) => [key, owner]) },
        ParentTreeNextKey: owners.length,
        ...(named.length === 0 ? {} : { IDTree: { Names: named.flatMap(({ id, reference }) => [pdfText(id), reference]) } }),
      })
    },
  }
}

function dictionaryOf(node: StructureNode, top: Reference): Readonly<Record<string, unknown>> {
  const page = node.children.find((child) => 'kind' in child && child.kind === 'content')
  const own = page !== undefined && 'page' in page ? page.page : undefined
  const { language, alternative, attributes, id } = node.options
  const kids = node.children.map((child) => {
    if (!('kind' in child)) return child.reference
    if (child.kind === 'annotation') return { Type: 'OBJR', Pg: child.page, Obj: child.annotation }
    return child.page === own ? child.id : { Type: 'MCR', Pg: child.page, MCID: child.id }
  })
  return {
    S: node.type,
    P: node.parent?.reference ?? top,
    ...(own === undefined ? {} : { Pg: own }),
    K: kids.length === 1 ? kids[0] : kids,
    ...(language === undefined ? {} : { Lang: pdfText(language) }),
    ...(alternative === undefined ? {} : { Alt: pdfText(alternative) }),
    ...(attributes === undefined ? {} : { A: attributes }),
    ...(id === undefined ? {} : { ID: pdfText(id) }),
  }
}
