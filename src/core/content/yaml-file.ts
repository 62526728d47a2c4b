import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { ContentProblem } from './problem.ts'
import type { ValuePath } from './value-at.ts'

/** A YAML file as plain data, and where its values stand. */
export type YamlFile = {
  readonly file: string
  readonly data: unknown
  /** Line of the value at a path, or of its nearest parent that is there. */
  readonly lineAt: (path: ValuePath) => number
}

/** Deeper nesting than any template needs; keeps hostile files from exhausting the stack of whoever walks the data. */
const maximumDepth = 24
/** Templates need no aliases; a few do no harm, thousands are a "billion laughs". */
const maximumAliases = 50

/** Reads YAML 1.2 without custom types. All faults of the file come back as problems. */
export function readYaml(file: string, text: string): { readonly yaml: YamlFile | undefined; readonly problems: readonly ContentProblem[] } {
  const lines = new LineCounter()
  const tooDeep: ContentProblem = { file, cause: 'the file is nested too deeply', fix: `keep lists and settings within ${maximumDepth} levels` }
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core', version: '1.2' })
    const faults = [...document.errors, ...document.warnings]
    if (faults.length > 0) {
      return {
        yaml: undefined,
        problems: faults.slice(0, 5).map((fault) => ({
          file,
          line: lines.linePos(fault.pos[0]).line,
          cause: `this is not valid YAML: ${firstLine(fault.message)}`,
          fix: yamlFixes[fault.code] ?? 'compare the indentation, dashes, colons and quotation marks with the lines around it',
        })),
      }
    }
    const data: unknown = document.toJS({ maxAliasCount: maximumAliases })
    if (isDeeperThan(data, maximumDepth)) return { yaml: undefined, problems: [tooDeep] }
    return { yaml: { file, data, lineAt: (path) => lineOf(document, lines, path) }, problems: [] }
  } catch (error) {
    if (error instanceof RangeError) return { yaml: undefined, problems: [tooDeep] }
    const message = error instanceof Error ? firstLine(error.message) : String(error)
    const isAlias = message.includes('alias')
    return {
      yaml: undefined,
      problems: [
        {
          file,
          cause: `this is not valid YAML: ${message}`,
          fix: isAlias ? 'write the text out instead of using "&" and "*"' : 'see docs/authoring.md for the format',
        },
      ],
    }
  }
}

/** What to do about the faults authors meet most. */
const yamlFixes: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this name stands twice in the same place: delete or rename one of them',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  BAD_INDENT: 'indent this line exactly like its neighbours',
  MULTILINE_IMPLICIT_KEY: 'put texts with a colon or over several lines into quotation marks: "…"',
  BLOCK_AS_IMPLICIT_KEY: 'put texts that contain a colon followed by a space into quotation marks: "…"',
  MISSING_CHAR: 'a comma, a bracket or a closing quotation mark is missing here or shortly before',
  UNEXPECTED_TOKEN: 'put texts that begin with, or contain, special characters into quotation marks: "…"',
  BAD_ALIAS: 'a text that begins with "*" or "&" must be in quotation marks',
  BAD_SCALAR_START: 'put this text into quotation marks: it begins with a special character',
  TAG_RESOLVE_FAILED: 'a text that begins with "!" must be in quotation marks',
  BAD_DQ_ESCAPE: 'in double quotation marks write a backslash twice, or use single quotation marks',
  MULTIPLE_DOCS: 'delete the line "---": there is one document per file',
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').trim()
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1))
}

function lineOf(document: Document, lines: LineCounter, path: ValuePath): number {
  let node: unknown = document.contents
  let offset = offsetOf(document.contents) ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) break
      offset = (isScalar(pair.key) ? offsetOf(pair.key) : undefined) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      if (isMap(node) || isSeq(node) || isScalar(node)) offset = offsetOf(node) ?? offset
    } else break
  }
  return lines.linePos(offset).line
}

function offsetOf(node: Node | null): number | undefined {
  return node?.range?.[0]
}
