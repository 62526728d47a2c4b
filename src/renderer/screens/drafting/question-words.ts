import type { Agreement } from '../../../engine/agreement.ts'
import { displayIn } from '../../../engine/display.ts'
import type { Localized } from '../../../engine/language.ts'
import type { Question } from '../../../engine/template.ts'
import type { InterfaceLanguage } from '../../i18n/i18n.ts'
import type { Drafting } from './drafting-context.tsx'

const found = new WeakMap<Question, readonly Localized[]>()

/** The texts of a question that print answers of others ("{{ company }}"). */
function changingTexts(question: Question): readonly Localized[] {
  const known = found.get(question)
  if (known !== undefined) return known
  const texts: Localized[] = []
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return
    if ('de' in node && 'en' in node && typeof node.de === 'string' && typeof node.en === 'string') {
      if (node.de.includes('{') || node.en.includes('{')) texts.push({ de: node.de, en: node.en })
    } else for (const part of Object.values(node)) visit(part)
  }
  visit(question)
  found.set(question, texts)
  return texts
}

/** All words of a question that may change with other answers, as they read now. */
export function shownWords(question: Question, { agreement, interview }: Drafting, language: InterfaceLanguage): string {
  const parties = question.type === 'clause' ? agreement.content.roles.map(({ id }): Localized => ({ de: `{{ ${id} }}`, en: `{{ ${id} }}` })) : []
  return [...changingTexts(question), ...parties].map((text) => displayIn(agreement, text, interview, language)).join('\n')
}

/** Whether a field of a list is asked depending on answers outside of its item. */
export function dependsOnOthers(question: Question, agreement: Agreement): boolean {
  if (question.type !== 'list' && question.type !== 'table') return false
  return question.fields.some((field) => {
    const names = (field.when ?? '').replaceAll(/'[^']*'|"[^"]*"/g, '').match(/[a-z][a-z0-9_.]*/g) ?? []
    return names.some((name) => agreement.questions.has(name.split('.')[0] ?? '') || name.startsWith('document')) || dependsOnOthers(field, agreement)
  })
}
