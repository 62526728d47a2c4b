import type { Language } from './language.ts'

/**
 * The document tree that preview, PDF, DOCX and text are all drawn from: document → sections → rows → one block per language → inlines.
 * A document in one language has one cell per row; a bilingual one has two, aligned, which is what keeps its columns in step.
 */
export type AssembledDocument = {
  /** Title per language, in the order of `languages`. */
  readonly titles: readonly string[]
  readonly languages: readonly Language[]
  /** Language whose text prevails, when the parties chose one and the document has two. */
  readonly prevailing: Language | undefined
  readonly sections: readonly Section[]
  /** Short identifier of the content version, for the footer: "mutual-nda 1.0.0 · 3f9a2c". */
  readonly version: string
}

/** Whether a document is a report: it has a cover, and is read by its headings. */
export const isReport = ({ sections }: Pick<AssembledDocument, 'sections'>): boolean => sections[0]?.kind === 'cover'

/** What a section is decides its heading, its numbering and its page break. */
export type SectionKind = 'opening' | 'cover' | 'recitals' | 'clause' | 'annex' | 'closing' | 'part'

/** Whether a section stands before the contents, which do not list it. */
export const isFront = ({ kind }: Pick<Section, 'kind'>): boolean => kind === 'opening' || kind === 'cover'

/**
 * A clause, an annex or another self-contained piece. `id` is the clause id of the template and the anchor of references to it.
 * `part` is an unnumbered section with a printed heading, `cover` a first page of its own (reports use them).
 */
export type Section = {
  readonly id: string
  readonly kind: SectionKind
  readonly rows: readonly Row[]
}

/**
 * One line of alignment. `cells` has one block per language of the document, or a single block that runs over the full width
 * (tables, signatures, page breaks) when `isFullWidth`.
 */
export type Row = {
  readonly id: string
  readonly isFullWidth: boolean
  readonly cells: readonly Block[]
  /** In a redline: the whole row was added or taken out. Its words carry no marks of their own. */
  readonly change?: Change
}

/** What a redline says of a row or a run of words: only in the new version, or only in the old one. Absent means in both. */
export type Change = 'inserted' | 'deleted'

/** A piece of the document in one language. */
export type Block = Title | Heading | Paragraph | PartyBlock | Table | Signatures | Note | Chart | PageBreak

/** The title on the first page. */
export type Title = { readonly kind: 'title'; readonly content: readonly Inline[] }

/** Heading of a section (level 1, `label` "§ 7", "Section 7", "Anlage 1" or empty) or a sub-heading inside it (level 2, no label). */
export type Heading = {
  readonly kind: 'heading'
  readonly level: 1 | 2
  readonly label: string
  /** In a redline: the label in the old version, where it differs. */
  readonly labelBefore?: string
  readonly anchor: string | undefined
  readonly content: readonly Inline[]
}

/**
 * A paragraph. Level 0 is plain text; 1 to 3 are the numbered levels with their computed `label`: "(1)", "a)", "aa)" (recitals "(A)", annexes "1.").
 * `marker` tells numbered paragraphs from bullets and from further paragraphs under the same number ("none", indented like their level).
 */
export type Paragraph = {
  readonly kind: 'paragraph'
  readonly level: 0 | 1 | 2 | 3
  readonly marker: 'number' | 'bullet' | 'none'
  /** Leads to what follows, and stands on its page. */
  readonly isLeadIn?: true
  readonly label: string
  /** In a redline: the label in the old version, where it differs. */
  readonly labelBefore?: string
  readonly anchor: string | undefined
  readonly content: readonly Inline[]
}

/** A party on the first page: the lines of its description, and the words that introduce its short name. */
export type PartyBlock = {
  readonly kind: 'party'
  readonly label: string
  readonly name: readonly Inline[]
  readonly lines: readonly (readonly Inline[])[]
  /** "– nachfolgend „Akatsuki“ –" */
  readonly shortName: readonly Inline[]
}

/** A table. `caption` names it for those who cannot see it and is not printed: headings of the text introduce tables. Cells hold inlines; `width` is a share (all shares add up to 1). The header row repeats on every page. */
export type Table = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly (readonly Inline[])[])[]
  /** In a redline: which rows were added or taken out, in the order of `rows`. Their words carry the same mark, for readers that know no rows. */
  readonly rowChanges?: readonly (Change | undefined)[]
}
export type TableColumn = { readonly header: readonly Inline[]; readonly width: number; readonly align: 'start' | 'end' }

/** Signature blocks of all parties side by side; never split, never alone on a page. */
export type Signatures = { readonly kind: 'signatures'; readonly parties: readonly SignatureParty[] }
export type SignatureParty = {
  readonly name: readonly Inline[]
  /** "Ort, Datum" (bilingual: "Ort, Datum / Place, date") */
  readonly placeAndDate: string
  readonly signatories: readonly {
    readonly name: readonly Inline[]
    readonly function: readonly Inline[]
  }[]
}

/** A remark for the drafter; never printed in a final document. */
export type Note = { readonly kind: 'note'; readonly content: readonly Inline[] }

/** A picture of numbers; bars and radar always with the words that say the same, a matrix is a table itself. Used by checklist reports. */
export type Chart = { readonly kind: 'chart'; readonly caption: string; readonly chart: BarChart | RadarChart | RiskMatrix }

/** Horizontal bars with their values in words. */
export type BarChart = {
  readonly kind: 'bars'
  readonly items: readonly { readonly label: string; readonly value: number; readonly text: string; readonly tone: Tone }[]
}

/** A value per axis from 0 (middle) to 1 (rim), on three axes or more, the first one upwards; `before` draws a second, dashed line. */
export type RadarChart = {
  readonly kind: 'radar'
  readonly axes: readonly RadarAxis[]
  /** What the lines stand for: "25 November 2026"; `before` where a second one is drawn. */
  readonly legend: { readonly now: string; readonly before: string | undefined }
}
export type RadarAxis = { readonly label: string; readonly value: number; readonly text: string; readonly before: number | undefined }

/** Findings by likelihood (rows, the highest first) and impact (columns, the lowest first); a level per cell, in words as well. */
export type RiskMatrix = {
  readonly kind: 'matrix'
  /** "Likelihood / impact", over the names of the rows. */
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly MatrixCell[] }[]
}
/** `text` says the level; `items` are the numbers of questions in the cell. */
export type MatrixCell = { readonly level: 'high' | 'medium' | 'low'; readonly text: string; readonly items: readonly string[] }

/** A matrix as rows of words, its header first, as readers and writers without colours have it: "high: 3, 7". */
export function matrixRows({ corner, columns, rows }: RiskMatrix): readonly (readonly string[])[] {
  return [[corner, ...columns], ...rows.map(({ label, cells }) => [label, ...cells.map(matrixCellText)])]
}

/** The words of a cell of a matrix. */
export function matrixCellText({ text, items }: MatrixCell): string {
  return items.length === 0 ? text : `${text}: ${items.join(', ')}`
}

export type Tone = 'good' | 'medium' | 'high' | 'neutral'

export type PageBreak = { readonly kind: 'pageBreak' }

/** A run of words. `question` is the path of the answer it came from ("purpose", "work_packages.0.title"). In a redline a run may be marked as changed. */
export type Inline = (Text | Answer | Gap | Reference | Definition | LineBreak | Footnote) & { readonly change?: Change }

export type Text = { readonly kind: 'text'; readonly text: string; readonly strong?: true; readonly emphasis?: true }
export type Answer = { readonly kind: 'answer'; readonly text: string; readonly question: string; readonly strong?: true; readonly emphasis?: true }
/** An open blank; `text` is the label of the question, printed boxed. */
export type Gap = { readonly kind: 'gap'; readonly text: string; readonly question: string }
/** A cross-reference, for example "§ 7 Abs. 3": `parts` with a target are live numbers, the others connecting words. */
export type Reference = { readonly kind: 'reference'; readonly text: string; readonly target: string; readonly parts: readonly ReferencePart[] }
export type ReferencePart = { readonly text: string; readonly target: string | undefined }
/** A defined term at the place of its definition, quotation marks included; printed bold. */
export type Definition = { readonly kind: 'definition'; readonly text: string; readonly term: string }
export type LineBreak = { readonly kind: 'lineBreak' }
/** The raised mark of a footnote and the note it stands for. `text` is its number, counted through the document: "3". Notes hold no footnotes. */
export type Footnote = { readonly kind: 'footnote'; readonly text: string; readonly content: readonly Inline[] }

/** The plain words of a run, as a reader sees them; the marks of footnotes are no words. */
export function inlineText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'lineBreak' ? '\n' : inline.kind === 'footnote' ? '' : inline.text)).join('')
}

/** The footnotes of a block in the order of their marks. Headings and paragraphs have them; nothing else does. */
export function footnotesOf(block: Block | undefined): readonly Footnote[] {
  if (block?.kind !== 'paragraph' && block?.kind !== 'heading') return []
  return block.content.filter((inline) => inline.kind === 'footnote')
}
