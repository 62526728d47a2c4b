// The entry of the command line: runs one command and turns whatever went wrong into a line and an exit code.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommanderError } from 'commander'
import { z } from 'zod'
import { exitCodes, InputProblems, UsageError } from './failure.ts'
import { warn } from './output.ts'
import { createProgram } from './program.ts'

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')))

function failureCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof InputProblems) {
    for (const line of error.lines) warn(line)
    return exitCodes.problems
  }
  if (error instanceof UsageError) {
    warn(`musubi: ${error.message}`)
    return exitCodes.usage
  }
  warn(`musubi: this is a defect in Musubi, not in what you wrote\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return exitCodes.defect
}

// npm runs scripts in the project folder; the files somebody names are meant from where they stand.
const { INIT_CWD: calledFrom, npm_lifecycle_event: script } = process.env
if (script === 'musubi' && calledFrom !== undefined) process.chdir(calledFrom)

try {
  await createProgram(version, (code) => {
    process.exitCode = code
  }).parseAsync()
} catch (error) {
  process.exitCode = failureCode(error)
}
