import { type Language, localize } from './language.ts'
import { type LiquidTemplate, parseLiquid, renderPlain } from './liquid.ts'
import type { AgreementPackage } from './template.ts'

const parsed = new Map<string, LiquidTemplate>()

/** Fills `{{ }}` in a short text with answers; an unknown party reads as the title of its role, anything else unknown as "…". */
export function fillLabel(roles: AgreementPackage['roles'], text: string, scope: Readonly<Record<string, unknown>>, language: Language): string {
  if (!text.includes('{')) return text
  const template = parsed.get(text) ?? parseLiquid(text)
  parsed.set(text, template)
  return renderPlain(template, scope, (gap) => {
    const role = 'question' in gap ? roles.find(({ id }) => gap.question === id || gap.question.startsWith(`${id}.`)) : undefined
    return role ? localize(role.title, language) : '…'
  })
}
