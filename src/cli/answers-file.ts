import { readFileSync } from 'node:fs'
import { suggestion } from '../core/content/nearest.ts'
import { readYaml } from '../core/content/yaml-file.ts'
import { type Answers, answersSchema } from '../engine/answers.ts'
import { InputProblems, UsageError } from './failure.ts'

/** Larger than any answers anybody types or exports. */
const maximumBytes = 16 * 1024 * 1024

/** Reads answers keyed by question id from a YAML or JSON file; "-" reads standard input. Every id must be one of `known`. */
export function readAnswers(file: string, known: readonly string[]): Answers {
  const text = readText(file).replace(/^\uFEFF/u, '')
  const { yaml, problems } = readYaml(file === '-' ? 'standard input' : file, text)
  if (yaml === undefined)
    throw new InputProblems(problems.map(({ file: name, line, cause, fix }) => `${name}${line === undefined ? '' : `:${line}`}: ${cause}; ${fix}`))
  // A file with nothing but comments is no answers at all, which is fine with --gaps.
  const data = yaml.data ?? {}
  if (typeof data !== 'object' || Array.isArray(data))
    throw new InputProblems([`${yaml.file}: answers are written as "question_id: answer", one entry per question`])
  const unknown = Object.keys(data).filter((id) => !known.includes(id))
  const answers = answersSchema.safeParse(data)
  const unusable = answers.success ? [] : [...new Set(answers.error.issues.map(({ path }) => path.map(String).join('.')))]
  const lines = [
    ...unknown.map(
      (id) => `${id}: unknown - there is no such question; ${suggestion(id, known, 'the command "questions" lists them all')} (line ${yaml.lineAt([id])})`,
    ),
    ...unusable.map((path) => `${path}: invalid - this cannot be kept as an answer (line ${yaml.lineAt(path.split('.'))})`),
  ]
  if (lines.length > 0 || !answers.success) throw new InputProblems(lines)
  return answers.data
}

function readText(file: string): string {
  const bytes = readBytes(file)
  if (bytes.byteLength > maximumBytes) throw new UsageError(`${file} is larger than ${maximumBytes / 1024 / 1024} MB`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new InputProblems([`${file}: the file is not UTF-8 text; save it with the encoding UTF-8 (${error instanceof Error ? error.name : ''})`])
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new UsageError(code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${code})`, { cause: error })
  }
}
