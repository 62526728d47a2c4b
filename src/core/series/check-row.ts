import type { Agreement } from '../../engine/agreement.ts'
import { answerProblemWords } from '../../engine/answer-problem-words.ts'
import type { Answers } from '../../engine/answers.ts'
import { type Finding, findings } from '../../engine/findings.ts'
import { type Language, localize, type Localized } from '../../engine/language.ts'
import { problemMessage, type RowProblem } from './problems.ts'

/** What a document must have to be written: every required answer unless gaps are wanted, nothing open on purpose once it is final. */
export type Strictness = { readonly hasGaps: boolean; readonly isFinal: boolean }

/** What keeps the answers of a row from becoming a document, and what contradicts itself in them. */
export function checkRow(agreement: Agreement, answers: Answers, languages: readonly Language[], row: number, strictness: Strictness): readonly RowProblem[] {
  return findings(agreement, answers, languages).flatMap((finding): readonly RowProblem[] => {
    const found = problemOf(finding, strictness)
    return found === undefined ? [] : [{ ...found, row, column: placeOf(finding) }]
  })
}

function placeOf({ questions, problem }: Finding): string {
  const [question = ''] = questions
  return problem === undefined || problem.path === '' ? question : `${question}.${problem.path}`
}

function problemOf(finding: Finding, { hasGaps, isFinal }: Strictness): { readonly severity: RowProblem['severity']; readonly message: Localized } | undefined {
  const perLanguage = <Details>(words: (language: Language) => Details) => ({ de: words('de'), en: words('en'), ja: words('ja') })
  const message = (language: Language) => localize(finding.message, language)
  const label = perLanguage((language) => ({ label: message(language) }))
  switch (finding.kind) {
    case 'missing':
      return hasGaps ? undefined : { severity: 'error', message: problemMessage('missing', label) }
    case 'openOnPurpose':
      return isFinal && !hasGaps ? { severity: 'error', message: problemMessage('openInFinal', label) } : undefined
    case 'invalid': {
      const { problem } = finding
      const words = (language: Language) => ({ problem: problem === undefined ? message(language) : answerProblemWords(problem, language) })
      return { severity: 'error', message: problemMessage('invalid', perLanguage(words)) }
    }
    case 'error':
      return {
        severity: 'warning',
        message: problemMessage(
          'contradiction',
          perLanguage((language) => ({ message: message(language) })),
        ),
      }
    case 'risk':
    case 'hint':
      return undefined
  }
}
