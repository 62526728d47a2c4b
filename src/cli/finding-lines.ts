import type { AnswerProblem } from '../engine/answer-problems.ts'
import type { Finding } from '../engine/findings.ts'

/** A finding in one line, question ids first: "project_end, project_start: error - The project ends before it begins (end-before-start)". */
export function findingLine(finding: Finding): string {
  const { problem } = finding
  const questions = finding.questions.map((id) => (problem === undefined || problem.path === '' ? id : `${id}.${problem.path}`)).join(', ')
  const place = questions === '' ? finding.id : questions
  switch (finding.kind) {
    case 'missing':
      return `${place}: missing - ${finding.message.en}`
    case 'openOnPurpose':
      return `${place}: open - ${finding.message.en}`
    case 'invalid':
      return `${place}: invalid - ${problem === undefined ? finding.message.en : problemText(problem)}`
    case 'error':
    case 'risk':
    case 'hint':
      return `${place}: ${finding.kind} - ${finding.message.en} (${finding.id})`
  }
}

/** What is wrong with an answer, as a phrase. */
function problemText({ code, details }: AnswerProblem): string {
  const detail = (name: string): string => String(details[name] ?? '?')
  switch (code) {
    case 'wrongType':
      return `the answer does not have the form of type ${detail('expected')}`
    case 'required':
      return 'this part is missing'
    case 'tooShort':
      return `at least ${detail('minimum')} characters, not ${detail('actual')}`
    case 'tooLong':
      return `at most ${detail('maximum')} characters, not ${detail('actual')}`
    case 'belowMinimum':
      return `not below ${detail('minimum')}`
    case 'aboveMaximum':
      return `not above ${detail('maximum')}`
    case 'notADate':
      return 'a date is written as 2027-03-01 and must exist'
    case 'unknownOption':
      return `${detail('option')} is not one of the options`
    case 'tooFewItems':
      return `at least ${detail('minimum')} entries`
    case 'tooManyItems':
      return `at most ${detail('maximum')} entries`
    case 'unknownCurrency':
      return `the currency ${detail('currency')} is not offered`
    case 'unprintable':
      return `the character ${detail('code')} cannot be printed`
  }
}
