import type { Agreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { interview, type Interview, type Scope, scopeFor } from './interview.ts'
import { type Language, localize, type Localized } from './language.ts'
import { type LiquidTemplate, parseLiquid, renderPlain } from './liquid.ts'

const parsed = new Map<string, LiquidTemplate>()

/** Fills `{{ }}` in a label, help or message with answers; an unknown party reads as the title of its role, anything else unknown as "…". */
export function displayText(agreement: Agreement, source: Localized, answers: Answers, language: Language): string {
  const text = localize(source, language)
  return text.includes('{') ? displayIn(agreement, source, interview(agreement, answers, [language]), language) : text
}

/** The same when the interview has been worked out already. */
export function displayIn(agreement: Agreement, source: Localized, current: Interview, language: Language): string {
  const text = localize(source, language)
  return text.includes('{') ? fillText(agreement, text, scopeFor(current, [language], language), language) : text
}

function fillText(agreement: Agreement, text: string, scope: Scope, language: Language): string {
  let template = parsed.get(text)
  if (!template) {
    template = parseLiquid(text)
    parsed.set(text, template)
  }
  return renderPlain(template, scope, (gap) => {
    const role = 'question' in gap ? agreement.content.roles.find(({ id }) => gap.question === id || gap.question.startsWith(`${id}.`)) : undefined
    return role ? localize(role.title, language) : '…'
  })
}
