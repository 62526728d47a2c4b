import type { Block, Inline, PartyBlock, SignatureParty, Signatures, Table } from './document.ts'

/** A line of a block: what a writer prints as one paragraph. `part` names it within the block: "content", "lines.2", "cells.0.3". */
export type Line = {
  readonly part: string
  readonly content: readonly Inline[]
  /** Printed before the words where no list can count it, for example "(1)" of a party. */
  readonly label: string
}

const text = (words: string): readonly Inline[] => (words === '' ? [] : [{ kind: 'text', text: words }])

/** The lines of a block in the order they are printed, each with its footnotes ("footnote.0") behind it; none of a chart or a page break. */
export function linesOf(block: Block): readonly Line[] {
  let notes = 0
  return printedLines(block).flatMap((line) => [
    line,
    ...line.content.flatMap((inline) => (inline.kind === 'footnote' ? [{ part: `footnote.${notes++}`, content: inline.content, label: '' }] : [])),
  ])
}

function printedLines(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'title':
    case 'note':
      return [{ part: 'content', content: block.content, label: '' }]
    case 'heading':
    case 'paragraph':
      return [{ part: 'content', content: block.content, label: block.label }]
    case 'party':
      return [
        { part: 'name', content: block.name, label: block.label },
        ...block.lines.map((content, index) => ({ part: `lines.${index}`, content, label: '' })),
        { part: 'shortName', content: block.shortName, label: '' },
      ]
    case 'table':
      return [
        ...block.columns.map(({ header }, column) => ({ part: `header.${column}`, content: header, label: '' })),
        ...block.rows.flatMap((cells, row) => cells.map((content, column) => ({ part: `cells.${row}.${column}`, content, label: '' }))),
      ]
    case 'signatures':
      return signatureLines(block)
    case 'chart':
    case 'pageBreak':
      return []
  }
}

/** Signature blocks stand in pairs: both names, then signatory by signatory. */
function signatureLines({ parties }: Signatures): readonly Line[] {
  const lines: Line[] = []
  const line = (part: string, content: readonly Inline[]): void => void lines.push({ part, content, label: '' })
  for (let at = 0; at < parties.length; at += 2) {
    const pair = [at, at + 1].flatMap((index) => {
      const party = parties[index]
      return party === undefined ? [] : [{ index, party }]
    })
    for (const { index, party } of pair) line(`parties.${index}.name`, party.name)
    const count = Math.max(...pair.map(({ party }) => party.signatories.length))
    for (let person = 0; person < count; person += 1) {
      for (const { index, party } of pair) {
        const signatory = party.signatories[person]
        if (signatory === undefined) continue
        line(`parties.${index}.place.${person}`, text(party.placeAndDate))
        line(`parties.${index}.signatories.${person}.name`, signatory.name)
        line(`parties.${index}.signatories.${person}.function`, signatory.function)
      }
    }
  }
  return lines
}

/** The signature blocks with other content in every line that names somebody; `line` makes it from what stands there. */
export function mapSignatureLines(block: Signatures, line: (content: readonly Inline[]) => readonly Inline[]): Signatures {
  return {
    ...block,
    parties: block.parties.map((party) => ({
      ...party,
      name: line(party.name),
      signatories: party.signatories.map((signatory) => ({ name: line(signatory.name), function: line(signatory.function) })),
    })),
  }
}

/** The block with other content in one of its lines; the same block when it has no such line. */
export function withLine(block: Block, part: string, content: readonly Inline[]): Block {
  const [name = '', first, second] = part.split('.')
  const [one, two] = [Number(first), Number(second)]
  if (name === 'footnote') return withFootnote(block, one, content)
  switch (block.kind) {
    case 'title':
    case 'note':
    case 'heading':
    case 'paragraph':
      return name === 'content' ? { ...block, content } : block
    case 'party':
      return withPartyLine(block, name, one, content)
    case 'table':
      return name === 'header' || name === 'cells' ? withCell(block, name, one, two, content) : block
    case 'signatures':
      return {
        ...block,
        parties: block.parties.map((party, index) => (index === one ? withSignatureLine(party, part, content) : party)),
      }
    case 'chart':
    case 'pageBreak':
      return block
  }
}

function withFootnote(block: Block, at: number, content: readonly Inline[]): Block {
  let notes = 0
  return printedLines(block).reduce((result, line) => {
    if (!line.content.some(({ kind }) => kind === 'footnote')) return result
    const fresh = line.content.map((inline): Inline => (inline.kind === 'footnote' && notes++ === at ? { ...inline, content } : inline))
    return withLine(result, line.part, fresh)
  }, block)
}

function withPartyLine(block: PartyBlock, name: string, at: number, content: readonly Inline[]): PartyBlock {
  if (name === 'name') return { ...block, name: content }
  if (name === 'shortName') return { ...block, shortName: content }
  return { ...block, lines: block.lines.map((line, index) => (index === at ? content : line)) }
}

function withCell(block: Table, name: 'header' | 'cells', one: number, two: number, content: readonly Inline[]): Table {
  if (name === 'header') return { ...block, columns: block.columns.map((column, index) => (index === one ? { ...column, header: content } : column)) }
  return { ...block, rows: block.rows.map((cells, row) => (row === one ? cells.map((cell, column) => (column === two ? content : cell)) : cells)) }
}

function withSignatureLine(party: SignatureParty, part: string, content: readonly Inline[]): SignatureParty {
  const [, , name = '', position = '', field = ''] = part.split('.')
  if (name === 'name') return { ...party, name: content }
  if (name === 'place') return { ...party, placeAndDate: content.map((inline) => (inline.kind === 'lineBreak' ? ' ' : inline.text)).join('') }
  return {
    ...party,
    signatories: party.signatories.map((signatory, index) =>
      index !== Number(position) ? signatory : field === 'function' ? { ...signatory, function: content } : { ...signatory, name: content },
    ),
  }
}

/** Words without what is only layout: kinds of spaces, hyphens that may not break, soft hyphens, line ends. Two lines that agree in this say the same. */
export function comparableWords(words: string): string {
  return words
    .replaceAll('\u00ad', '')
    .replaceAll('\u2011', '-')
    .replace(/[\s\u00a0\u2007\u202f\u200b]+/g, ' ')
    .trim()
}
