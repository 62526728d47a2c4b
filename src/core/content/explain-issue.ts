import { z } from 'zod'
import { questionSchema } from '../../engine/template.ts'
import { nearest, suggestion } from './nearest.ts'
import type { ContentProblem } from './problem.ts'
import { describePath, isRecord, valueAt, type ValuePath } from './value-at.ts'
import type { YamlFile } from './yaml-file.ts'

type Issue = z.core.$ZodIssue

/** Says what a schema found wrong in a YAML file, in the words of its author: one problem per fault, in the order of the lines. */
export function explainIssues(yaml: YamlFile, issues: readonly Issue[], knownNames: Iterable<string>): readonly ContentProblem[] {
  const names = [...knownNames]
  return issues.flatMap((issue) => explain(yaml, issue, [], names)).toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
}

function explain(yaml: YamlFile, issue: Issue, parent: ValuePath, names: readonly string[]): readonly ContentProblem[] {
  const path = [...parent, ...issue.path]
  const value = valueAt(yaml.data, path)
  const where = describePath(yaml.data, path) || 'the file'
  const problem = (cause: string, fix: string, at: ValuePath = path): ContentProblem => ({ file: yaml.file, line: yaml.lineAt(at), cause, fix })
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const near = nearest(key, names)
        return problem(
          `${where}: there is no setting "${key}" here`,
          near === undefined ? 'delete it, or see docs/authoring.md for the settings' : `did you mean "${near}"?`,
          [...path, key],
        )
      })
    case 'invalid_union':
      return explainUnion(yaml, issue, path, names)
    case 'invalid_type':
      if (value === undefined) return [problem(`${where} is missing`, missingFix(issue.expected, path))]
      return [problem(`${where} must be ${typeWords[issue.expected] ?? issue.expected}, not ${describeValue(value)}`, typeFix(issue.expected, value))]
    case 'invalid_value': {
      const values = issue.values.map(String)
      if (value === undefined) return [problem(`${where} is missing`, `write one of: ${values.join(', ')}`)]
      return [problem(`${where} must not be ${describeValue(value)}`, suggestion(plain(value), values, `write one of: ${values.join(', ')}`))]
    }
    case 'too_small':
      return [problem(`${where} is too ${issue.origin === 'array' ? 'short' : 'small'}`, sizeFix(issue.origin, 'at least', issue.minimum))]
    case 'too_big':
      return [problem(`${where} is too ${issue.origin === 'array' ? 'long' : 'large'}`, sizeFix(issue.origin, 'at most', issue.maximum))]
    case 'invalid_format':
      return [problem(`${where} must not be ${describeValue(value)}`, formatFix(issue))]
    default:
      return [problem(`${where}: ${issue.message}`, 'see docs/authoring.md for this setting')]
  }
}

/** A question of an unknown type, or an entry that is neither a question nor a shared clause. */
function explainUnion(yaml: YamlFile, issue: z.core.$ZodIssueInvalidUnion, path: ValuePath, names: readonly string[]): readonly ContentProblem[] {
  const at = path.at(-1) === issue.discriminator ? path.slice(0, -1) : path
  const value = valueAt(yaml.data, at)
  if (issue.discriminator !== undefined && isRecord(value)) {
    const given = value[issue.discriminator]
    const where = describePath(yaml.data, at)
    if (given === undefined)
      return [{ file: yaml.file, line: yaml.lineAt(at), cause: `${where} has no ${issue.discriminator}`, fix: `write one of: ${questionTypes().join(', ')}` }]
    return [
      {
        file: yaml.file,
        line: yaml.lineAt([...at, issue.discriminator]),
        cause: `${where}: there is no ${issue.discriminator} "${plain(given)}"`,
        fix: suggestion(plain(given), questionTypes(), `write one of: ${questionTypes().join(', ')}`),
      },
    ]
  }
  // The branch that is meant: the shared clause when the entry names one, otherwise the question, which is the first.
  const branch = isRecord(value) && 'clause' in value ? issue.errors.at(-1) : issue.errors[0]
  const explained = (branch ?? []).flatMap((inner) => explain(yaml, inner, path, names))
  if (explained.length > 0) return explained
  return [
    { file: yaml.file, line: yaml.lineAt(path), cause: `${describePath(yaml.data, path)} cannot be understood`, fix: 'see docs/authoring.md for this setting' },
  ]
}

/** The types a question can have, read from the schema so that they cannot get out of step. */
function questionTypes(): readonly string[] {
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    if (!isRecord(value)) return
    const type = isRecord(value['properties']) ? value['properties']['type'] : undefined
    if (isRecord(type)) for (const name of [type['const'], ...listOf(type['enum'])]) if (typeof name === 'string') found.add(name)
    Object.values(value).forEach(collect)
  }
  collect(z.toJSONSchema(questionSchema, { io: 'input', unrepresentable: 'any' }))
  return [...found]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of settings',
  record: 'a group of settings',
}

function describeValue(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of settings'
  const text = plain(value)
  return typeof value === 'string' ? `the text "${text.length > 40 ? `${text.slice(0, 40)}…` : text}"` : text
}

/** A single value as its author wrote it. */
function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function missingFix(expected: string, path: ValuePath): string {
  const name = String(path.at(-1) ?? '')
  if (name === 'de' || name === 'en') return `add the text in this language: ${name}: …`
  return expected === 'object' ? `add it, texts as { de: …, en: … }: ${name}: …` : `add it: ${name}: …`
}

function typeFix(expected: string, value: unknown): string {
  if (expected === 'object' && typeof value === 'string') return 'write it once per language: { de: …, en: … }'
  if (expected === 'string') return value === null ? 'write the text after the colon' : 'put it into quotation marks: "…"'
  if (expected === 'array') return 'begin each entry with a dash, or write [one, two]'
  if (expected === 'boolean') return 'write true or false, without quotation marks'
  if (expected === 'number' || expected === 'int') return 'write digits only, without quotation marks or units'
  return 'see docs/authoring.md for this setting'
}

function sizeFix(origin: string, how: string, limit: number | bigint): string {
  if (origin === 'array') return `give ${how} ${limit} ${limit === 1 ? 'entry' : 'entries'}`
  if (origin === 'string') return `write ${how} ${limit} ${limit === 1 ? 'character' : 'characters'}`
  return `use ${how} ${limit}`
}

function formatFix(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'date') return 'write the date as 2027-03-01'
  return issue.message.startsWith('Invalid') ? 'see docs/authoring.md for how this is written' : issue.message
}
