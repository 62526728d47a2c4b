import { directiveNames } from '../../../engine/directives.ts'
import { partyField } from '../../../engine/role-parties.ts'
import type { Question } from '../../../engine/template.ts'
import { suggestion } from '../nearest.ts'
import type { Place } from '../problem.ts'
import { itemPart, partAt, type Part } from './answer-parts.ts'
import { type AgreementContext, placeOfEntry, placeOfQuestion } from './context.ts'
import { type Expression, readExpression } from './expression.ts'
import type { TextTag } from './text-tags.ts'

/** Names the engine puts beside the questions. */
const documentParts = ['bilingual', 'language', 'originals']
const loopParts = new Set(['forloop', 'tablerowloop'])
/** Filters whose first argument names a field of the items. */
const fieldFilters = new Set(['any', 'all', 'where', 'sum', 'list'])
/** Read by the engine itself: which language prevails in a document with two. */
const reserved = new Set(['prevailing_language'])

type Locals = ReadonlyMap<string, readonly string[] | undefined>
const noLocals: Locals = new Map()

/** Every blank has a question, every question is used, and nothing speaks of parts, options or fields that do not exist. */
export function lintAnswerUses(context: AgreementContext): void {
  const { report, questions } = context
  const used = new Set<string>(reserved)
  const printed = new Map<string, Map<string, Place>>()
  const usedFields = new Set<string>()

  /** Follows a path from a name; reports what does not exist. */
  const resolve = (path: readonly string[], place: Place, locals: Locals, item: Question | undefined): Part | undefined => {
    const [name = '', ...steps] = path
    if (locals.has(name)) {
      const list = locals.get(name)
      if (list === undefined) return undefined
      const [head = '', ...inner] = list
      const question = questions.get(head)
      const owner = question && (inner.length === 0 ? question : partAt(question, inner).part?.question)
      const field = owner && fieldUnder(owner, inner, steps)
      if (field?.key !== undefined) usedFields.add(field.key)
      if (field && field.part === undefined && steps.length > 0)
        report.error(
          'unknown-part',
          place,
          `"${path.join('.')}": an item of "${list.join('.')}" has no "${steps[0] ?? ''}"`,
          suggestion(steps[0] ?? '', field.names, `it has: ${field.names.join(', ')}`),
        )
      return field?.part
    }
    if (name === 'document') {
      if (!documentParts.includes(steps[0] ?? ''))
        report.error(
          'unknown-part',
          place,
          `"${path.join('.')}" does not exist`,
          suggestion(steps[0] ?? '', documentParts, 'use document.bilingual, document.language or document.originals'),
        )
      return { type: 'text' }
    }
    if (loopParts.has(name)) return undefined
    if (name === 'item' && item !== undefined) {
      const { part, names } = itemPart(item, steps)
      if (steps[0] !== undefined) usedFields.add(`${item.id}.${steps[0]}`)
      if (part === undefined)
        report.error(
          'unknown-part',
          place,
          `"${path.join('.')}": an item of "${item.id}" has no "${steps.join('.')}"`,
          suggestion(steps[0] ?? '', names, `it has: ${names.join(', ')}`),
        )
      return part
    }
    const question = questions.get(name)
    if (question === undefined) {
      report.error(
        'unknown-question',
        place,
        `there is no question "${name}"`,
        suggestion(name, questions.keys(), 'add the question to a page, or correct the name'),
      )
      return undefined
    }
    used.add(name)
    const { part, names } = partAt(question, steps)
    if (part === undefined)
      report.error(
        'unknown-part',
        place,
        `"${path.join('.')}": an answer of type ${question.type} has no "${steps.join('.')}"`,
        suggestion(steps.at(-1) ?? '', names, names.length === 0 ? `write "${name}"` : `it has: ${names.join(', ')}`),
      )
    return part
  }

  const lintExpression = (expression: Expression, place: Place, locals: Locals, item?: Question): void => {
    for (const { path } of expression.paths) resolve(path, place, locals, item)
    for (const { path, literal, operator, other } of expression.comparisons) {
      const part = quietPart(context, path, locals, item)
      const values = part && valuesOf(part)
      if (values !== undefined && typeof literal === 'string' && !values.includes(literal)) {
        report.error('unknown-option', place, `"${path.join('.')}" is never "${literal}"`, suggestion(literal, values, `it can be: ${values.join(', ')}`))
      }
      const question = part?.question
      if (
        literal !== undefined &&
        other === undefined &&
        ['<', '>', '<=', '>='].includes(operator) &&
        (question?.type === 'money' || question?.type === 'duration')
      ) {
        report.error(
          'not-comparable',
          place,
          `"${path.join('.')}" cannot be compared with ${String(literal)}`,
          `compare ${path.join('.')}.${question.type === 'money' ? 'amount (in cents or yen)' : 'value'}`,
        )
      }
      if (typeof literal === 'string' && question?.type === 'yesNo')
        report.error(
          'unknown-option',
          place,
          `"${path.join('.')}" is true or false, never "${literal}"`,
          `write just ${path.join('.')}, or: not ${path.join('.')}`,
        )
    }
    for (const { name, input, parameters } of expression.filters) {
      const [field] = parameters
      if (!fieldFilters.has(name) || input === undefined || typeof field !== 'string') continue
      const list = quietPart(context, input, locals, item)?.question
      if (list === undefined || (list.type !== 'list' && list.type !== 'table')) continue
      usedFields.add(`${list.id}.${field}`)
      const { part, names } = itemPart(list, [field])
      if (part === undefined)
        report.error('unknown-part', place, `an item of "${input.join('.')}" has no "${field}"`, suggestion(field, names, `it has: ${names.join(', ')}`))
      const values = part && valuesOf(part)
      const expected = parameters[1]
      if (name !== 'list' && values !== undefined && typeof expected === 'string' && !values.includes(expected)) {
        report.error(
          'unknown-option',
          place,
          `"${field}" of "${input.join('.')}" is never "${expected}"`,
          suggestion(expected, values, `it can be: ${values.join(', ')}`),
        )
      }
    }
  }

  for (const { expression, place, item, before, owner, source } of context.conditions) {
    lintExpression(expression, place, noLocals, item)
    if (expression.fault)
      report.error('condition-syntax', place, `the condition of ${owner} cannot be read: ${expression.fault.cause} in "${source}"`, expression.fault.fix)
    for (const { path } of expression.paths) {
      const [name = ''] = path
      if (before !== undefined && questions.has(name) && !before.has(name) && item?.id !== name) {
        report.error(
          'later-question',
          place,
          `the condition of ${owner} uses "${name}", which is asked later`,
          `move "${name}" before it, or use another condition`,
        )
      }
    }
  }

  for (const [language, tags] of context.tags) {
    const inLanguage = new Map<string, Place>()
    printed.set(language, inLanguage)
    const subjects: (readonly string[])[] = []
    for (const tag of tags) {
      if (tag.name === 'endcase') subjects.pop()
      const { expression, kind } = expressionOf(tag)
      if (expression === undefined) continue
      if (expression.fault)
        report.error('text-syntax', tag.place, `${kind} cannot be read: ${expression.fault.cause} in "${tag.content}"`, expression.fault.fix)
      if (tag.name === 'when') {
        const subject = subjects.at(-1)
        const part = subject && quietPart(context, subject, tag.locals, undefined)
        const values = part && valuesOf(part)
        for (const literal of literalsOf(tag.content)) {
          if (values !== undefined && subject !== undefined && !values.includes(literal)) {
            report.error(
              'unknown-option',
              tag.place,
              `"${subject.join('.')}" is never "${literal}"`,
              suggestion(literal, values, `it can be: ${values.join(', ')}`),
            )
          }
        }
        continue
      }
      lintExpression(expression, tag.place, tag.locals)
      const [first] = expression.paths
      if (tag.name === 'case') subjects.push(first?.path ?? [])
      if (tag.name === 'output' && first && questions.has(first.path[0] ?? '')) inLanguage.set(first.path[0] ?? '', tag.place)
    }
  }
  for (const [language, names] of printed) {
    for (const [name, place] of names) {
      for (const [other, others] of printed) {
        if (!others.has(name))
          report.error(
            'printed-in-one-language',
            place,
            `the answer "${name}" is printed in text.${language}.md, but nowhere in text.${other}.md`,
            'print it in both languages',
          )
      }
    }
  }

  lintDirectives(context, used, usedFields)
  for (const { text, place } of displayedTexts(context)) {
    for (const match of text.matchAll(/\{\{([\s\S]*?)\}\}/g)) lintExpression(readExpression(match[1] ?? ''), place, noLocals)
    if (/\{%/.test(text))
      report.error('tag-in-label', place, 'a label, help or message holds a tag "{% … %}"', 'use {{ answer }} only; conditions belong into "when"')
  }
  for (const check of context.merged.content.checks) {
    check.questions.forEach((id, index) => {
      if (!questions.has(id))
        report.error(
          'unknown-question',
          placeOfEntry(context, 'checks', check.id, 'questions', index),
          `check "${check.id}": there is no question "${id}"`,
          suggestion(id, questions.keys(), 'delete it from "questions"'),
        )
    })
  }
  reportUnused(context, used, usedFields)
}

function reportUnused(context: AgreementContext, used: ReadonlySet<string>, usedFields: ReadonlySet<string>): void {
  const roles = new Set(context.merged.content.roles.map(({ id }) => id))
  for (const question of context.questions.values()) {
    if (!used.has(question.id) && !roles.has(question.id)) {
      context.report.error(
        'unused-question',
        placeOfQuestion(context, question.id),
        `the answer to "${question.id}" is used nowhere`,
        'use it in the text, a condition or a check, or delete the question',
      )
      continue
    }
    if (question.type !== 'list' && question.type !== 'table') continue
    const party = roles.has(question.id) ? partyField(question) : undefined
    question.fields.forEach((field, index) => {
      if (field.id !== party && !usedFields.has(`${question.id}.${field.id}`)) {
        context.report.warning(
          'unused-field',
          placeOfQuestion(context, question.id, 'fields', index),
          `the field "${field.id}" of "${question.id}" is printed nowhere`,
          'add it to the columns of the table or to the loop, or delete it',
        )
      }
    })
  }
}

/** The values a part can have, where they are fixed. */
function valuesOf(part: Part): readonly string[] | undefined {
  if (part.values !== undefined) return part.values
  const { question } = part
  if (question?.type === 'choice' || question?.type === 'multipleChoice') return question.options.map(({ id }) => id)
  return question?.type === 'clause' ? question.alternatives.map(({ id }) => id) : undefined
}

/** The part a path leads to, without a word about what does not exist. */
function quietPart(context: AgreementContext, path: readonly string[], locals: Locals, item: Question | undefined): Part | undefined {
  const [name = '', ...steps] = path
  if (name === 'item' && item !== undefined) return itemPart(item, steps).part
  const list = locals.get(name)
  if (list !== undefined) {
    const [head = '', ...inner] = list
    const question = context.questions.get(head)
    return question && fieldUnder(question, inner, steps).part
  }
  const question = context.questions.get(name)
  return question && partAt(question, steps).part
}

/** The field of an item of a list that may itself be a field of an item; `key` names it for the list of used fields. */
function fieldUnder(
  question: Question,
  inner: readonly string[],
  steps: readonly string[],
): { readonly part: Part | undefined; readonly names: readonly string[]; readonly key: string | undefined } {
  let list = question
  for (const step of inner) {
    const next = itemPart(list, [step]).part?.question
    if (next === undefined)
      return question.type === 'party' ? { part: { type: 'text' }, names: [], key: undefined } : { part: undefined, names: [], key: undefined }
    list = next
  }
  if (list.type === 'party') return { part: { type: 'text' }, names: [], key: undefined }
  const { part, names } = itemPart(list, steps)
  return { part, names, key: steps[0] === undefined ? undefined : `${list.id}.${steps[0]}` }
}

function expressionOf(tag: TextTag): { readonly expression: Expression | undefined; readonly kind: string } {
  if (tag.name === 'output') return { expression: readExpression(tag.content), kind: 'this blank' }
  if (['if', 'elsif', 'unless', 'case', 'assign', 'for'].includes(tag.name)) return { expression: readExpression(tag.content), kind: `"{% ${tag.name} %}"` }
  if (tag.name === 'when') return { expression: { paths: [], comparisons: [], filters: [], fault: undefined }, kind: '' }
  return { expression: undefined, kind: '' }
}

function literalsOf(content: string): readonly string[] {
  return [...content.matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? '')
}

/** Directives name a list and its columns. */
function lintDirectives({ merged, questions, report }: AgreementContext, used: Set<string>, usedFields: Set<string>): void {
  const names: readonly string[] = directiveNames
  for (const { text, lines } of merged.texts.values()) {
    text.split('\n').forEach((line, index) => {
      const match = /^\s*(:{2,})([A-Za-z]+)(?:\{(.*)\})?\s*$/.exec(line)
      if (match === null) return
      const place = lines[index] ?? { file: '' }
      const [, colons = '', name = '', attributes = ''] = match
      if (colons.length > 2) {
        if (name !== 'note') report.error('unknown-directive', place, `there is no block ":::${name}"`, 'the only block is ":::note"')
        return
      }
      if (!names.includes(name)) {
        report.error(
          'unknown-directive',
          place,
          `there is no directive "::${name}"`,
          suggestion(name, names, `use one of ${names.map((known) => `::${known}`).join(', ')}`),
        )
        return
      }
      if (name !== 'table') return
      const id = /\blist="?([\w.]+)"?/.exec(attributes)?.[1] ?? ''
      const list = questions.get(id)
      if (list === undefined || (list.type !== 'list' && list.type !== 'table')) {
        const lists = [...questions.values()].filter(({ type }) => type === 'list' || type === 'table').map((question) => question.id)
        report.error(
          'unknown-question',
          place,
          `the table names "${id}", which is no list`,
          suggestion(id, lists, 'write ::table{list=QUESTION columns="FIELD,FIELD"}'),
        )
        return
      }
      used.add(id)
      const fields = list.fields.map((field) => field.id)
      const columns = /\bcolumns="([^"]*)"/.exec(attributes)?.[1]
      for (const column of columns === undefined ? fields : columns.split(',').map((part) => part.trim())) {
        usedFields.add(`${id}.${column}`)
        if (column === 'number') continue
        if (!fields.includes(column))
          report.error('unknown-part', place, `the list "${id}" has no field "${column}"`, suggestion(column, fields, `it has: ${fields.join(', ')}`))
      }
    })
  }
}

/** Labels, helps and messages, which may print answers. */
function displayedTexts(context: AgreementContext): readonly { readonly text: string; readonly place: Place }[] {
  const found: { text: string; place: Place }[] = []
  const collect = (value: unknown, place: () => Place): void => {
    if (typeof value === 'string') {
      if (value.includes('{')) found.push({ text: value, place: place() })
    } else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner, place)
  }
  const { content } = context.merged
  for (const question of context.questions.values()) collect(question, () => placeOfQuestion(context, question.id))
  for (const check of content.checks) collect([check.message, check.reason, check.fix], () => placeOfEntry(context, 'checks', check.id))
  for (const [index, page] of content.pages.entries()) {
    collect([page.title, page.short, page.lead], () => ({ file: context.source.settings.file, line: context.source.settings.lineAt(['pages', index]) }))
  }
  return found
}
