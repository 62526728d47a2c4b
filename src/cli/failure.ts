/** How a command ends; part of the documented interface. */
export const exitCodes = { done: 0, problems: 1, usage: 2, defect: 70, stopped: 130 } as const

/** The input has problems: one line each, the question id first. Ends with exit code 1. */
export class InputProblems extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.name = 'InputProblems'
    this.lines = lines
  }
}

/** The command was called in a way that cannot work, or a file cannot be read or written. Ends with exit code 2. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UsageError'
  }
}
