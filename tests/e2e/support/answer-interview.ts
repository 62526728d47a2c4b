// Answers an interview in the window the way a person does: page by page, every question found by the words it is asked with.
import type { Locator, Page } from '@playwright/test'

import type { Agreement } from '../../../src/engine/agreement.ts'
import { type Answers, formsWithGeneralPartner, type Json } from '../../../src/engine/answers.ts'
import { displayText } from '../../../src/engine/display.ts'
import { currencyDigits } from '../../../src/engine/format.ts'
import { interview } from '../../../src/engine/interview.ts'
import type { Language, Localized } from '../../../src/engine/language.ts'
import type { Question } from '../../../src/engine/template.ts'
import texts from '../../../src/renderer/i18n/en/questions.json' with { type: 'json' }
import { formKeys } from '../../../src/renderer/screens/drafting/editors/party-forms.ts'
import { expect } from '../fixtures.ts'

type Fields = { readonly [name: string]: Json }

/** What it takes to find the editor of a question. */
type Place = {
  readonly window: Page
  /** Where the editor is: the question on the page, or the item of a list. */
  readonly scope: Locator
  /** A label as it reads after the answers so far. */
  readonly words: (text: Localized) => string
}

const languageNames = { de: 'Deutsch', en: 'English', ja: '日本語' } as const satisfies Record<Language, string>

/**
 * Walks through the whole interview of an agreement, with the first page open and the window in English. Ends on the last page.
 * @param answers as an answers file holds them: what is missing is passed over, `null` is left open on purpose
 */
export const answerInterview = async (window: Page, agreement: Agreement, answers: Answers, languages: readonly Language[]): Promise<void> => {
  const given: { [question: string]: Json } = {}
  const words = (text: Localized) => displayText(agreement, text, given, 'en')
  const stateOf = (page: string) => {
    const state = interview(agreement, given, languages).pages.find((candidate) => candidate.page.id === page)
    if (state === undefined) throw new Error(`There is no page ${page}`)
    return state
  }
  const asked = (page: string) => stateOf(page).questions.filter(({ isAsked }) => isAsked)

  let isFirst = true
  for (const { page } of interview(agreement, given, languages).pages) {
    if (!stateOf(page.id).isAsked) continue
    if (!isFirst) await window.getByRole('button', { name: /^Next: / }).click()
    isFirst = false
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(words(page.title))
    for (const question of page.questions) {
      const value = answers[question.id]
      if (value === undefined || !asked(page.id).some((state) => state.question.id === question.id)) continue
      const scope = window.getByRole('region', { name: words(question.label), exact: true })
      await (value === null ? scope.getByRole('button', { name: texts.leaveOpen }).click() : fill({ window, scope, words }, question, value))
      given[question.id] = value
    }
    const shown = () => window.locator('[data-question-block]').evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-question-block')))
    await expect.poll(shown).toEqual(asked(page.id).map(({ question }) => question.id))
  }
}

/** Fills in the editor of a question or of a field; nothing for a field that is left open. */
const fill = async (place: Place, question: Question, value: Json): Promise<void> => {
  const label = place.words(question.label)
  switch (question.type) {
    case 'text':
    case 'longText':
      if (!question.translate) return fillText(place.scope, label, textOf(value))
      for (const [language, name] of Object.entries(languageNames)) {
        const part = typeof value === 'string' && language !== 'ja' ? value : fieldsOf(value)[language]
        if (part !== undefined) await fillText(group(place.scope, label), name, textOf(part))
      }
      return undefined
    case 'integer':
    case 'decimal':
    case 'percent':
      return fillText(place.scope, label, textOf(value))
    case 'money': {
      const { amount, currency } = fieldsOf(value)
      const editor = group(place.scope, label)
      // Currency first: it must wait for its amount.
      if (question.currencies.length > 1) await choose(place.window, editor, texts.currency, new RegExp(`^${textOf(currency)} · `))
      await fillText(editor, texts.amount, String(Number(amount) / 10 ** currencyDigits(textOf(currency))))
      return undefined
    }
    case 'date':
      return fillDate(group(place.scope, label), textOf(value))
    case 'duration': {
      const { value: count, unit } = fieldsOf(value)
      const editor = group(place.scope, label)
      await fillText(editor, texts.count, textOf(count))
      // "years" in the file, "year" or "years" on the screen.
      if (question.units.length > 1) await choose(place.window, editor, texts.unit, new RegExp(`^${textOf(unit).replace(/s$/, '')}s?$`))
      return undefined
    }
    case 'yesNo':
      return pick(place.scope, label, value === true ? texts.yes : texts.no)
    case 'choice': {
      const option = place.words(labelOf(question.options, value))
      const cards = place.scope.getByRole('radiogroup', { name: named(label) })
      const list = opener(place.scope, label)
      await expect(cards.or(list)).toBeVisible()
      return (await cards.count()) > 0 ? pick(place.scope, label, option) : choose(place.window, place.scope, label, option)
    }
    case 'clause':
      return pick(place.scope, label, place.words(labelOf(question.alternatives, value)))
    case 'multipleChoice':
      for (const id of itemsOf(value)) await press(group(place.scope, label), place.words(labelOf(question.options, id)))
      return undefined
    case 'party':
      return fillParty(place.window, group(place.scope, label), fieldsOf(value))
    case 'person':
      return fillPerson(group(place.scope, label), fieldsOf(value))
    case 'address':
      return fillAddress(place.window, group(place.scope, label), fieldsOf(value))
    case 'list':
    case 'table':
      return fillList(place, question, itemsOf(value))
  }
}

const fillList = async ({ window, scope, words }: Place, question: Extract<Question, { type: 'list' | 'table' }>, items: readonly Json[]): Promise<void> => {
  const list = group(scope, words(question.label))
  const itemLabel = question.itemLabel === undefined ? texts.list.item : words(question.itemLabel)
  for (const [index, item] of items.entries()) {
    await list
      .getByRole('button', { name: texts.list.add.replace('{{item}}', itemLabel), exact: true })
      .last()
      .click()
    const remove = texts.list.remove.replace('{{item}}', itemLabel).replace('{{number}}', String(index + 1))
    const place = { window, words, scope: list.getByRole('listitem').filter({ has: window.getByRole('button', { name: remove, exact: true }) }) }
    for (const field of question.fields) {
      const value = fieldsOf(item)[field.id]
      if (value !== undefined && value !== null) await fill(place, field, value)
    }
  }
}

const fillParty = async (window: Page, editor: Locator, party: Fields): Promise<void> => {
  const { party: labels } = texts
  const lines = { name: labels.name, shortName: labels.shortName, register: labels.register, registerCourt: labels.registerCourt }
  for (const [name, label] of Object.entries(lines)) if (textOf(party[name]) !== '') await fillText(editor, label, textOf(party[name]))
  if (textOf(party['country']) !== '') await fillCountry(window, editor, textOf(party['country']))
  const form = Object.entries(formKeys).find(([id]) => id === party['form'])?.[1]
  if (form !== undefined) await choose(window, editor, labels.form, labels.forms[form])
  const kind = Object.entries(labels.kinds).find(([id]) => id === party['kind'])?.[1]
  if (kind !== undefined) await choose(window, editor, labels.kind, kind)
  await fillAddress(window, group(editor, labels.address), { ...fieldsOf(party['address']), country: '' })
  if (formsWithGeneralPartner.includes(textOf(party['form']))) await fillText(editor, labels.generalPartner, textOf(party['generalPartner']))
  if (textOf(party['signing']) !== '') await pick(editor, labels.signing, party['signing'] === 'joint' ? labels.joint : labels.single)

  const signatories = group(editor, labels.signatories)
  for (const [index, signatory] of itemsOf(party['signatories']).entries()) {
    const names = signatories.getByRole('textbox', { name: texts.person.name, exact: true })
    if ((await names.count()) <= index) await signatories.getByRole('button', { name: labels.addSignatory }).click()
    await names.nth(index).fill(textOf(fieldsOf(signatory)['name']))
    await signatories
      .getByRole('textbox', { name: texts.person.function, exact: true })
      .nth(index)
      .fill(textOf(fieldsOf(signatory)['function']))
  }
  if (party['contact'] === undefined) return
  await editor.getByRole('button', { name: labels.addContact }).click()
  await fillPerson(group(editor, labels.contact), fieldsOf(party['contact']))
}

const fillPerson = async (editor: Locator, person: Fields): Promise<void> => {
  for (const [part, label] of Object.entries(texts.person)) if (textOf(person[part]) !== '') await fillText(editor, label, textOf(person[part]))
}

const fillAddress = async (window: Page, editor: Locator, address: Fields): Promise<void> => {
  for (const [part, label] of Object.entries(texts.address)) {
    const text = textOf(address[part])
    if (text !== '') await (part === 'country' ? fillCountry(window, editor, text) : fillText(editor, label, text))
  }
}

const fillCountry = async (window: Page, editor: Locator, country: string): Promise<void> => {
  const name = new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country
  await editor.getByRole('combobox', { name: named(texts.address.country) }).fill(name)
  await window.getByRole('option', { name, exact: true }).click()
}

/** Types a day part by part. */
const fillDate = async (editor: Locator, day: string): Promise<void> => {
  const [year = '', month = '', date = ''] = day.split('-')
  for (const [part, digits] of Object.entries({ day: date, month, year })) {
    const segment = editor.getByRole('spinbutton', { name: new RegExp(`^${part}`) })
    await segment.click()
    await segment.pressSequentially(digits)
  }
}

const fillText = (scope: Locator, label: string, text: string): Promise<void> => scope.getByRole('textbox', { name: named(label) }).fill(text)

/** Clicks on a card of a group. */
const pick = (scope: Locator, label: string, card: string): Promise<void> => press(scope.getByRole('radiogroup', { name: named(label) }), card)

const press = (cards: Locator, words: string): Promise<void> => cards.locator('label').getByText(words, { exact: true }).click()

/** Opens a list and chooses from it. */
const choose = async (window: Page, scope: Locator, label: string, option: string | RegExp): Promise<void> => {
  await opener(scope, label).click()
  await window.getByRole('option', { name: option, exact: true }).click()
}

/** The button of a list reads its present value first, then the label. */
const opener = (scope: Locator, label: string): Locator => scope.getByRole('button', { name: new RegExp(` ${escaped(label)}( optional)?$`) })

const group = (scope: Locator, label: string): Locator => scope.getByRole('group', { name: named(label) })

/** A label, also of a field that may stay empty. */
const named = (label: string): RegExp => new RegExp(`^${escaped(label)}( optional)?$`)

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

const labelOf = (options: readonly { readonly id: string; readonly label: Localized }[], id: Json): Localized => {
  const found = options.find((option) => option.id === id)
  if (found === undefined) throw new Error(`There is no option ${JSON.stringify(id)}`)
  return found.label
}

const fieldsOf = (value: Json | undefined): Fields => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {})

const itemsOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

const textOf = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
