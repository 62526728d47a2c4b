import { stat } from 'node:fs/promises'
import { type LanguageCoverage, languageCoverage } from '../../core/content/coverage.ts'
import { lint as lintFolder, type LintFinding } from '../../core/content/lint.ts'
import type { PairCoverage } from '../../core/content/lint/pairs.ts'
import { suggestion } from '../../core/content/nearest.ts'
import { idsIn, type TemplateFolders } from '../../core/content/read-sources.ts'
import { exitCodes, UsageError } from '../failure.ts'
import { print, printJson } from '../output.ts'

export type LintOptions = { readonly json?: true; readonly only?: string; readonly coverage?: true }

/** `lint`: what is wrong with a templates folder, and how much of it is there in Japanese. Returns the exit code: warnings pass. */
export async function lint(folders: TemplateFolders, { json, only, coverage: isPaired }: LintOptions): Promise<number> {
  for (const folder of [folders].flat()) {
    const isFolder = await stat(folder).then(
      (facts) => facts.isDirectory(),
      () => false,
    )
    if (!isFolder) throw new UsageError(`there is no folder ${folder}`)
  }
  const ids = await idsIn(folders)
  if (only !== undefined && !ids.includes(only))
    throw new UsageError(`there is no agreement or checklist ${JSON.stringify(only)}; ${suggestion(only, ids, `there is: ${ids.join(', ')}`)}`)
  const { findings, pairs } = await lintFolder(folders, { only, isPaired })
  const coverage = await languageCoverage(folders, only)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (json) printJson({ ok: errors === 0, findings, coverage, ...(isPaired ? { pairs: Object.fromEntries(pairs) } : {}) })
  else {
    const summary = `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`
    print([...findings.map(findingLine), ...coverage.map(coverageLine), ...[...pairs].map(pairLine), summary].join('\n'))
  }
  return errors === 0 ? exitCodes.done : exitCodes.problems
}

/** A finding in one line. */
export function findingLine({ file, line, rule, severity, cause, fix }: LintFinding): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${severity} ${rule} - ${cause}; ${fix}`
}

function coverageLine({ folder, language, strings, translated, hasText }: LanguageCoverage): string {
  const wording = hasText === undefined ? '' : hasText ? ', wording there' : ', no wording'
  return `${folder}: ${language} ${translated} of ${strings} texts${wording}`
}

function pairLine([id, { questions, alternatives, pairs, excluded, documents }]: readonly [string, PairCoverage]): string {
  const together = excluded === 0 ? '' : `, ${excluded} that exclude each other`
  return `${id}: ${alternatives} choices of ${questions} questions, all ${pairs} pairs rendered in ${documents} documents in each language${together}`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
