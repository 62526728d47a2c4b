import type { z } from 'zod'
import { explainIssues } from './explain-issue.ts'
import { knownNames } from './known-names.ts'
import type { ContentProblem } from './problem.ts'
import { readText } from './read-text.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

/** A YAML file whose data fits its schema. */
export type SourceFile<Value> = YamlFile & { readonly value: Value }
export type ReadSource<Value> = { readonly source: SourceFile<Value> | undefined; readonly problems: readonly ContentProblem[] }

const names = new WeakMap<z.ZodType, readonly string[]>()

/** Reads and parses one YAML file; `purpose` says what the file is for, should it be missing. */
export async function readSource<Value>(folder: string, file: string, schema: z.ZodType<Value>, purpose: string): Promise<ReadSource<Value>> {
  const { text, problems } = await readText(folder, file)
  if (text === undefined) {
    return {
      source: undefined,
      problems: problems.length > 0 ? problems : [{ file, cause: 'the file is missing', fix: `write it: it ${purpose} (docs/authoring.md)` }],
    }
  }
  return parseSource(file, text, schema)
}

/** The same for text that was read already. */
export function parseSource<Value>(file: string, text: string, schema: z.ZodType<Value>): ReadSource<Value> {
  const { yaml, problems } = readYaml(file, text)
  if (yaml === undefined) return { source: undefined, problems }
  const parsed = schema.safeParse(yaml.data)
  if (parsed.success) return { source: { ...yaml, value: parsed.data }, problems: [] }
  const known = names.get(schema) ?? knownNames(schema)
  names.set(schema, known)
  return { source: undefined, problems: explainIssues(yaml, parsed.error.issues, known) }
}
