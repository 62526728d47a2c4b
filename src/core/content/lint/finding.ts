import type { Place } from '../problem.ts'

/** Something an author should mend. Errors keep `lint` from passing, warnings do not. `rule` is a stable name. */
export type LintFinding = Place & { readonly rule: string; readonly severity: 'error' | 'warning'; readonly cause: string; readonly fix: string }

/** Collects findings; the same finding at the same place is kept once (shared clauses are seen once per agreement). */
export type Report = {
  readonly error: (rule: string, place: Place, cause: string, fix: string) => void
  readonly warning: (rule: string, place: Place, cause: string, fix: string) => void
}

/** Makes a report that adds to a list. */
export function createReport(findings: LintFinding[]): Report {
  const seen = new Set<string>()
  const add = (severity: LintFinding['severity'], rule: string, { file, line }: Place, cause: string, fix: string): void => {
    const key = [rule, file, line, cause].join('\u0000')
    if (seen.has(key)) return
    seen.add(key)
    findings.push({ file, ...(line === undefined ? {} : { line }), rule, severity, cause, fix })
  }
  return {
    error: (rule, place, cause, fix) => add('error', rule, place, cause, fix),
    warning: (rule, place, cause, fix) => add('warning', rule, place, cause, fix),
  }
}
