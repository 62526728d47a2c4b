import type { z } from 'zod'
import { explainIssues } from './explain-issue.ts'
import { knownNames } from './known-names.ts'
import type { ContentProblem } from './problem.ts'
import { readText } from './read-text.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

/** The usable entries of a YAML file that is a list, each with its place in the list and its line. `isThere` is false where there is no such file. */
export type ListFile<Value> = {
  readonly isThere: boolean
  readonly yaml: YamlFile | undefined
  readonly entries: readonly { readonly value: Value; readonly index: number; readonly line: number }[]
}

/** Reads a list entry by entry, so that one broken entry, or an id that stands twice, does not take the others along. */
export async function readList<Value extends { readonly id: string }>(
  folder: string,
  file: string,
  schema: z.ZodType<Value>,
  problems: ContentProblem[],
): Promise<ListFile<Value>> {
  const { text, problems: unread } = await readText(folder, file)
  problems.push(...unread)
  if (text === undefined) return { isThere: unread.length > 0, yaml: undefined, entries: [] }
  const { yaml, problems: invalid } = readYaml(file, text)
  problems.push(...invalid)
  if (yaml === undefined || yaml.data === null) return { isThere: true, yaml, entries: [] }
  if (!Array.isArray(yaml.data)) {
    problems.push({ file, line: 1, cause: 'the file is not a list', fix: 'begin each entry with "- id: …"' })
    return { isThere: true, yaml, entries: [] }
  }
  const names = knownNames(schema)
  const seen = new Set<string>()
  const entries = yaml.data.flatMap((entry: unknown, index) => {
    const parsed = schema.safeParse(entry)
    const line = yaml.lineAt([index])
    if (!parsed.success) {
      problems.push(
        ...explainIssues(
          yaml,
          parsed.error.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })),
          names,
        ),
      )
      return []
    }
    if (seen.has(parsed.data.id)) {
      problems.push({ file, line, cause: `the id "${parsed.data.id}" stands twice`, fix: 'delete one of the two entries' })
      return []
    }
    seen.add(parsed.data.id)
    return [{ value: parsed.data, index, line }]
  })
  return { isThere: true, yaml, entries }
}
