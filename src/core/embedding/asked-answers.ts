import type { Answers, Json } from '../../engine/answers.ts'
import { checklistInterview } from '../../engine/checklist.ts'
import { reservedRunIds } from '../../engine/checklist-run.ts'
import { interview } from '../../engine/interview.ts'
import type { Language } from '../../engine/language.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { compiledAgreement, compiledChecklist } from '../export/compiled-content.ts'

/**
 * The answers that may travel in a file: those to questions that are asked now. What somebody weighed up and dropped again, such as a royalty of
 * an alternative that was not taken, stays with its owner; the document is the same without it.
 */
export function askedAnswers(content: ContentPackage, answers: Answers, languages: readonly Language[]): Answers {
  return Object.fromEntries(askedIds(content, answers, languages).flatMap((id): readonly (readonly [string, Json])[] => entry(answers, id)))
}

function entry(answers: Answers, id: string): readonly (readonly [string, Json])[] {
  const value = answers[id]
  return value === undefined ? [] : [[id, value]]
}

function askedIds(content: ContentPackage, answers: Answers, languages: readonly Language[]): readonly string[] {
  if (content.kind === 'checklist') return [...reservedRunIds, ...checklistInterview(compiledChecklist(content), answers).map(({ question }) => question.id)]
  const { pages } = interview(compiledAgreement(content), answers, languages)
  return pages.flatMap(({ questions }) => questions.filter(({ isAsked }) => isAsked).map(({ question }) => question.id))
}
