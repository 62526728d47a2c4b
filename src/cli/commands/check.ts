import { compileAgreement } from '../../engine/agreement.ts'
import { type Finding, findings } from '../../engine/findings.ts'
import { readAnswers } from '../answers-file.ts'
import { exitCodes } from '../failure.ts'
import { findingLine } from '../finding-lines.ts'
import { print, printJson } from '../output.ts'
import { findAgreement, parseLanguages } from '../templates.ts'

export type CheckOptions = { readonly templates: string; readonly answers: string; readonly language?: string; readonly json?: true }

/** What keeps a draft from being made or contradicts itself; open points, risks and hints are for a person to weigh. */
const refusing: readonly Finding['kind'][] = ['missing', 'invalid', 'error']

/** `check`: everything missing, inconsistent or risky. Returns the exit code. */
export async function check(id: string, options: CheckOptions): Promise<number> {
  const { content } = await findAgreement(options.templates, id)
  const agreement = compileAgreement(content)
  const answers = readAnswers(options.answers, [...agreement.questions.keys()])
  const found = findings(agreement, answers, parseLanguages(options.language, content))
  const ok = !found.some(({ kind }) => refusing.includes(kind))
  if (options.json) printJson({ agreement: { id: content.id, version: content.version }, ok, findings: found })
  else print(found.length === 0 ? 'Nothing is missing, inconsistent or risky.' : found.map(findingLine).join('\n'))
  return ok ? exitCodes.done : exitCodes.problems
}
