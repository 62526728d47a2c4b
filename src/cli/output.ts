import { writeSync } from 'node:fs'

/** Writes to standard output, whole, before the process may end; a reader that went away ends the program quietly. */
export function print(text: string): void {
  write(1, text.endsWith('\n') ? text : `${text}\n`)
}

/** The stable form of data for programs. */
export function printJson(data: unknown): void {
  print(JSON.stringify(data, undefined, 2))
}

/** A remark beside the result: standard error, so that what is piped on stays clean. */
export function warn(text: string): void {
  write(2, `${text}\n`)
}

function write(descriptor: 1 | 2, text: string): void {
  let rest: Uint8Array = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // A pipe nobody reads any more (`… | head`) is no failure.
      if (code === 'EPIPE') process.exit(0)
      // A pipe that is full for the moment: a short wait, then on.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      else throw error
    }
  }
}
