import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

/** What the program answered: exit code, standard output, standard error. */
export type Result = { readonly code: number | null; readonly out: string; readonly err: string }

const program = join(import.meta.dirname, '..', 'index.ts')

/** Runs the real program as a process of its own; `watch` sees the process while it runs. */
export function runProgram(
  values: readonly string[],
  {
    input = '',
    environment = {},
    watch = () => undefined,
  }: { readonly input?: string; readonly environment?: Readonly<Record<string, string>>; readonly watch?: (child: ChildProcess) => void } = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...values], { stdio: 'pipe', env: { ...process.env, npm_lifecycle_event: '', ...environment } })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    // A program that does not read its input may be gone before it is written.
    child.stdin.on('error', () => undefined).end(input)
    watch(child)
  })
}
