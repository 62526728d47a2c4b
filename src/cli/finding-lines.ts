import { answerProblemWords } from '../engine/answer-problem-words.ts'
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
      return `${place}: invalid - ${problem === undefined ? finding.message.en : answerProblemWords(problem, 'en')}`
    case 'error':
    case 'risk':
    case 'hint':
      return `${place}: ${finding.kind} - ${finding.message.en} (${finding.id})`
  }
}
