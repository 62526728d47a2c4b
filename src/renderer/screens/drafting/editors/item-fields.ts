import { AnswerDrop } from '../../../../engine/answer-drop.ts'
import type { Json } from '../../../../engine/answers.ts'
import { scopeFor } from '../../../../engine/interview.ts'
import type { Question } from '../../../../engine/template.ts'
import type { Drafting } from '../drafting-context.tsx'
import { textOf, type Fields } from './values.ts'

type Group = Extract<Question, { type: 'list' | 'table' }>

/** The fields of a list that are asked for this item. */
export function fieldsAsked(
  group: Group,
  item: Fields,
  { agreement, interview, languages }: Pick<Drafting, 'agreement' | 'interview' | 'languages'>,
): readonly Question[] {
  const language = languages[0] ?? 'en'
  const drop = new AnswerDrop({ question: group, path: `${group.id}.0`, value: { ...item }, language, label: '', isRequired: false })
  return group.fields.filter(
    (field) =>
      field.when === undefined ||
      (agreement.conditions.get(field.when)?.isTrue({ ...scopeFor(agreement, interview, languages, language), item: drop }) ?? true),
  )
}

/** What an item is called by its first written field, so that items can be told apart. */
export function itemTitle(group: Group, item: Fields): string {
  for (const field of group.fields) {
    const text = plain(item[field.id])
    if (text !== '' && (field.type === 'text' || field.type === 'longText' || field.type === 'party' || field.type === 'person'))
      return text.length > 60 ? `${text.slice(0, 59)}…` : text
  }
  return ''
}

function plain(value: Json | undefined): string {
  if (value !== null && typeof value === 'object' && !Array.isArray(value))
    return textOf(value['shortName'] ?? value['name'] ?? Object.values(value).find((part) => typeof part === 'string'))
  return textOf(value)
}
