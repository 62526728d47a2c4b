/** A reference to an answer inside an expression: its steps ("institute", "kind") and where it begins. */
export type PathUse = { readonly path: readonly string[]; readonly offset: number }
/** A comparison of an answer with a fixed value, or of two answers. */
export type Comparison = {
  readonly path: readonly string[]
  readonly operator: string
  readonly literal: string | number | boolean | undefined
  readonly other?: readonly string[]
}
/** A filter with its fixed arguments, and the answer it is applied to. */
export type FilterUse = {
  readonly name: string
  readonly input: readonly string[] | undefined
  readonly parameters: readonly (string | number | boolean | undefined)[]
  readonly offset: number
}

/** What the linter needs to know about an expression of a template. */
export type Expression = {
  readonly paths: readonly PathUse[]
  readonly comparisons: readonly Comparison[]
  readonly filters: readonly FilterUse[]
  /** What is wrong with how it is written, if anything. */
  readonly fault: { readonly cause: string; readonly fix: string } | undefined
}

type Token = { readonly kind: 'string' | 'number' | 'word' | 'operator' | 'punctuation'; readonly text: string; readonly offset: number }
type Operand = { readonly path?: readonly string[]; readonly literal?: string | number | boolean }

const tokenPattern = /\s*(?:("[^"]*"|'[^']*')|(-?\d+(?:\.\d+)?(?![\w.]))|([A-Za-z_][\w-]*(?:\.[\w-]+|\[\d+\])*)|(==|!=|<>|<=|>=|<|>)|(\.\.|[()|:,]))/y
const words = new Set(['and', 'or', 'not', 'contains', 'nil', 'null', 'true', 'false', 'blank', 'empty'])

class Fault extends Error {
  readonly fix: string

  constructor(cause: string, fix: string) {
    super(cause)
    this.fix = fix
  }
}

/**
 * Reads an expression more strictly than Liquid, which passes over much in silence ("a and and b", "a b") and gives filters
 * to the whole condition. `allowsFilter` is false for nothing but tells whether a filter may end the expression without brackets.
 */
export function readExpression(source: string): Expression {
  const paths: PathUse[] = []
  const comparisons: Comparison[] = []
  const filters: FilterUse[] = []
  try {
    const tokens = tokenize(source)
    let position = 0
    const peek = (): Token | undefined => tokens[position]
    const isNext = (text: string): boolean => peek()?.text === text && peek()?.kind !== 'string'
    const take = (): Token => {
      const token = tokens[position]
      if (token === undefined) throw new Fault('the expression ends too early', 'complete it, or delete the last word')
      position += 1
      return token
    }

    const operand = (): Operand => {
      const token = take()
      if (token.kind === 'string') return { literal: token.text.slice(1, -1) }
      if (token.kind === 'number') return { literal: Number(token.text) }
      if (token.text === '(') {
        const inner = disjunction()
        if (!isNext(')')) throw new Fault('a bracket is not closed', 'add ")"')
        take()
        return inner
      }
      if (token.kind !== 'word' || (words.has(token.text) && !['nil', 'null', 'true', 'false', 'blank', 'empty'].includes(token.text))) {
        throw new Fault(`"${token.text}" stands where a question or a value is expected`, 'delete it, or write what is missing before it')
      }
      if (token.text === 'true' || token.text === 'false') return { literal: token.text === 'true' }
      if (words.has(token.text)) return {}
      const path = token.text.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
      paths.push({ path, offset: token.offset })
      return { path }
    }

    const filtered = (input: Operand, isWhole: boolean): Operand => {
      let result = input
      while (isNext('|')) {
        if (!isWhole)
          throw new Fault(
            'a filter after "and", "or" or a comparison works on the whole condition',
            "put the part with the filter into brackets: (staff | any: 'status', 'student')",
          )
        take()
        const name = take()
        const parameters: (string | number | boolean | undefined)[] = []
        if (isNext(':')) {
          do {
            take()
            parameters.push(operand().literal)
          } while (isNext(','))
        }
        filters.push({ name: name.text, input: result.path ?? input.path, parameters, offset: name.offset })
        result = {}
      }
      return result
    }

    const comparison = (): { readonly value: Operand; readonly isPlain: boolean } => {
      if (isNext('not')) {
        take()
        return { value: comparison().value, isPlain: false }
      }
      const left = operand()
      const operator = peek()
      if (operator === undefined || !(operator.kind === 'operator' || operator.text === 'contains')) return { value: left, isPlain: true }
      take()
      const right = operand()
      if (left.path !== undefined)
        comparisons.push({ path: left.path, operator: operator.text, literal: right.literal, ...(right.path === undefined ? {} : { other: right.path }) })
      if (right.path !== undefined)
        comparisons.push({ path: right.path, operator: operator.text, literal: left.literal, ...(left.path === undefined ? {} : { other: left.path }) })
      return { value: {}, isPlain: false }
    }

    function disjunction(): Operand {
      const joints = new Set<string>()
      let { value, isPlain } = comparison()
      while (isNext('and') || isNext('or')) {
        joints.add(take().text)
        comparison()
        value = {}
        isPlain = false
      }
      if (joints.size > 1) throw new Fault('"and" and "or" are mixed', 'put what belongs together into brackets')
      return filtered(value, isPlain)
    }

    disjunction()
    const rest = peek()
    if (rest !== undefined)
      throw new Fault(
        `"${rest.text}" is not expected here`,
        rest.text === ')' ? 'delete this bracket, or add the one that opens it' : 'put "and" or "or" before it, or delete it',
      )
    return { paths, comparisons, filters, fault: undefined }
  } catch (error) {
    if (error instanceof Fault) return { paths, comparisons, filters, fault: { cause: error.message, fix: error.fix } }
    throw error
  }
}

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = []
  const pattern = new RegExp(tokenPattern)
  const end = source.trimEnd().length
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex
    const match = pattern.exec(source)
    if (match === null) {
      const rest = source.slice(from).trimStart()
      throw rest.startsWith("'") || rest.startsWith('"')
        ? new Fault('a quotation mark is not closed', 'close it')
        : new Fault(
            `"${rest.slice(0, 12)}" cannot be read`,
            /^[=&|!]/.test(rest) ? 'use == != < > <= >= and or not contains' : 'see "Conditions" in docs/authoring.md',
          )
    }
    const [whole, string, number, word, operator] = match
    const text = whole.trimStart()
    const kind =
      string !== undefined ? 'string' : number !== undefined ? 'number' : word !== undefined ? 'word' : operator !== undefined ? 'operator' : 'punctuation'
    tokens.push({ kind, text, offset: match.index + whole.length - text.length })
  }
  if (tokens.length === 0) throw new Fault('the expression is empty', 'write a condition, or delete it')
  return tokens
}
