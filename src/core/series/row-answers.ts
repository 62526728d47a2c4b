import type { Answers, Json } from '../../engine/answers.ts'
import type { Localized } from '../../engine/language.ts'
import { readCell } from './cell-text.ts'
import { cellValue } from './cell-value.ts'
import type { AnswerColumn, Column } from './columns.ts'
import { problemMessage, type RowProblem } from './problems.ts'
import type { TableRow } from './read-table.ts'

/** What a row says: the answers it gives, the name it wants for its files, and the cells that cannot be used. */
export type RowAnswers = { readonly answers: Answers; readonly fileName: string | undefined; readonly problems: readonly RowProblem[] }

/** Answers while they are put together: objects and lists of objects. */
type Node = { [part: string]: Json | Node } | (Json | Node)[]

/** Reads the cells of a row. A cell that is blank gives no answer; a cell that cannot be used gives a problem and no answer. */
export function rowAnswers(columns: readonly Column[], { number, cells }: TableRow): RowAnswers {
  const problems: RowProblem[] = []
  const report = (column: string, message: Localized): void => void problems.push({ severity: 'error', row: number, column, message })
  const answers: { [question: string]: Json } = {}
  let fileName: string | undefined
  if (cells.slice(columns.length).some((cell) => cell === null || cell.trim() !== '')) report('', problemMessage('extraCells'))
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]
    if (cell === undefined) continue
    const read = readColumn(column, cell)
    if (read.kind === 'problem') report(column.header, read.message)
    else if (read.kind === 'value' && column.kind === 'file') fileName = typeof read.value === 'string' ? read.value : undefined
    else if (read.kind === 'value' && column.kind === 'answer') put(answers, column.path, read.value)
  }
  for (const [question, answer] of Object.entries(answers)) for (const path of gaps(answer, question)) report(path, problemMessage('listGap'))
  return { answers, fileName, problems }
}

type ReadColumn = { readonly kind: 'blank' } | { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'problem'; readonly message: Localized }

function readColumn(column: Column, cell: string | null): ReadColumn {
  if (cell === null) return { kind: 'problem', message: problemMessage('brokenQuotes') }
  const read = readCell(cell, column.kind === 'answer' && column.type.kind === 'phone')
  switch (read.kind) {
    case 'blank':
      return { kind: 'blank' }
    case 'formula':
    case 'dash':
      return { kind: 'problem', message: problemMessage(read.kind) }
    case 'open':
      return column.kind === 'answer' && column.path.length === 1 ? { kind: 'value', value: null } : { kind: 'problem', message: problemMessage('openPart') }
    case 'text':
      return column.kind === 'file' ? { kind: 'value', value: read.text } : cellValue(column.type, read.text)
  }
}

/** Puts a value where its path leads. Every step of a path is the name of a known part or a small number, so nothing else can be reached. */
function put(answers: { [question: string]: Json }, path: AnswerColumn['path'], value: Json): void {
  let node: Node = answers
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1
    if (isLast) set(node, step, value)
    else {
      const below: Json | Node = get(node, step) ?? (typeof path[index + 1] === 'number' ? [] : {})
      set(node, step, below)
      if (typeof below !== 'object' || below === null) return
      node = below
    }
  }
}

function get(node: Node, step: string | number): Json | Node | undefined {
  return Array.isArray(node) ? node[Number(step)] : node[String(step)]
}

function set(node: Node, step: string | number, value: Json | Node): void {
  if (Array.isArray(node)) node[Number(step)] = value
  else node[String(step)] = value
}

/** Places of list entries that are empty while later ones are filled. */
function gaps(value: Json | undefined, path: string): readonly string[] {
  if (Array.isArray(value)) return Array.from(value, (entry, index) => (entry === undefined ? [`${path}.${index}`] : gaps(entry, `${path}.${index}`))).flat()
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([part, below]) => gaps(below, `${path}.${part}`))
}

/** Lays the answers of a row over those that are the same for all: parts of an answer one by one, lists and everything else as a whole. */
export function mergeAnswers(common: Answers, row: Answers): Answers {
  return Object.fromEntries(
    [...new Set([...Object.keys(common), ...Object.keys(row)])].flatMap((id) => {
      const merged = merge(common[id], row[id])
      return merged === undefined ? [] : [[id, merged] as const]
    }),
  )
}

function merge(common: Json | undefined, row: Json | undefined): Json | undefined {
  if (row === undefined) return common
  if (!isParts(common) || !isParts(row)) return row
  return Object.fromEntries(
    [...new Set([...Object.keys(common), ...Object.keys(row)])].flatMap((part) => {
      const merged = merge(common[part], row[part])
      return merged === undefined ? [] : [[part, merged] as const]
    }),
  )
}

function isParts(value: Json | undefined): value is { [part: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
