import type { Agreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { fillLabel } from './fill-label.ts'
import { interview, type Interview, scopeFor } from './interview.ts'
import { type Language, localize, type Localized } from './language.ts'

/** Fills `{{ }}` in a label, help or message with answers; an unknown party reads as the title of its role, anything else unknown as "…". */
export function displayText(agreement: Agreement, source: Localized, answers: Answers, language: Language): string {
  const text = localize(source, language)
  return text.includes('{') ? displayIn(agreement, source, interview(agreement, answers, [language]), language) : text
}

/** The same when the interview has been worked out already. */
export function displayIn(agreement: Agreement, source: Localized, current: Interview, language: Language): string {
  const text = localize(source, language)
  return text.includes('{') ? fillLabel(agreement.content.roles, text, scopeFor(agreement, current, [language], language), language) : text
}
