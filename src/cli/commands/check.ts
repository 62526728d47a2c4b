import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { compileAgreement } from '../../engine/agreement.ts'
import { type Balance, balanceOf, type Lean, pointsOf, sideOf } from '../../engine/balance.ts'
import { type Finding, findingsIn } from '../../engine/findings.ts'
import { interview } from '../../engine/interview.ts'
import { readAnswers } from '../answers-file.ts'
import { exitCodes } from '../failure.ts'
import { findingLine } from '../finding-lines.ts'
import { print, printJson } from '../output.ts'
import { findAgreement, parseLanguages } from '../templates.ts'

export type CheckOptions = { readonly templates: TemplateFolders; readonly answers: string; readonly language?: string; readonly json?: true }

/** What keeps a draft from being made or contradicts itself; open points, risks and hints are for a person to weigh. */
const refusing: readonly Finding['kind'][] = ['missing', 'invalid', 'error']

/** `check`: everything missing, inconsistent or risky. Returns the exit code. */
export async function check(id: string, options: CheckOptions): Promise<number> {
  const { content } = await findAgreement(options.templates, id)
  const agreement = compileAgreement(content)
  const answers = readAnswers(options.answers, [...agreement.questions.keys()])
  const languages = parseLanguages(options.language, content)
  const current = interview(agreement, answers, languages)
  const found = findingsIn(agreement, current, languages)
  const ok = !found.some(({ kind }) => refusing.includes(kind))
  if (options.json) {
    const balance = balanceJson(balanceOf(agreement, current))
    printJson({ agreement: { id: content.id, version: content.version }, ok, findings: found, balance })
  } else print(found.length === 0 ? 'Nothing is missing, inconsistent or risky.' : found.map(findingLine).join('\n'))
  return ok ? exitCodes.done : exitCodes.problems
}

/** The balance for programs: points from -100 (left side) to 100 (right side), null where nothing is decided yet. */
function balanceJson({ overall, topics, sides }: Balance): unknown {
  const leanJson = ({ lean, decided, open }: Lean): object => ({
    lean: lean === undefined ? null : pointsOf(lean),
    favours: lean === undefined ? null : (sideOf(lean) ?? 'balanced'),
    decided,
    open,
  })
  return {
    sides,
    overall: leanJson(overall),
    topics: topics.map((topic) => ({
      topic: topic.topic,
      ...leanJson(topic),
      clauses: topic.clauses.map(({ question, chosen }) => ({ question, alternative: chosen ?? null })),
    })),
  }
}
