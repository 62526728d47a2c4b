import { describe, expect, test } from 'vitest'
import type { AnswerProblem } from '../../engine/answer-problems.ts'
import { partyForms, partyKinds } from '../../engine/answers.ts'
import { errorCodes } from '../../shared/errors.ts'
import { interfaceLanguages } from '../../shared/interface-language.ts'
import { menuCommandNames, shortcuts } from '../../shared/shortcuts.ts'
import { formKeys } from '../screens/drafting/editors/party-forms.ts'
import { createTranslator } from './i18n.ts'
import { texts } from './texts.ts'

function keysOf(node: object, prefix = ''): readonly string[] {
  const entries: readonly [string, unknown][] = Object.entries(node)
  return entries.flatMap(([key, value]) => (typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`]))
}

function valuesOf(node: object): readonly [string, string][] {
  return keysOf(node).map((key) => [
    key,
    String(key.split('.').reduce<unknown>((part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined), node)),
  ])
}

const problemCodes = [
  'wrongType',
  'required',
  'tooShort',
  'tooLong',
  'belowMinimum',
  'aboveMaximum',
  'notADate',
  'unknownOption',
  'tooFewItems',
  'tooManyItems',
  'unknownCurrency',
  'unprintable',
] as const satisfies readonly AnswerProblem['code'][]
type Code = AnswerProblem['code']
const everyCodeIsListed: Code extends (typeof problemCodes)[number] ? true : false = true

describe('the texts of the interface', () => {
  test('have the same names in every language, apart from the plural forms Japanese does not have', () => {
    expect(keysOf(texts.de).toSorted()).toEqual(keysOf(texts.en).toSorted())
    const withoutSingular = keysOf(texts.en).filter((key) => !key.endsWith('_one'))
    expect(keysOf(texts.ja).toSorted()).toEqual(withoutSingular.toSorted())
  })

  test('use the same values in every language', () => {
    const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()
    const german = new Map(valuesOf(texts.de))
    // "One" forms may leave the number out.
    const english = new Map(valuesOf(texts.en))
    for (const [key, text] of english) if (!key.endsWith('_one')) expect(placeholders(german.get(key) ?? ''), key).toEqual(placeholders(text))
    for (const [key, text] of valuesOf(texts.ja)) expect(placeholders(text), key).toEqual(placeholders(english.get(key) ?? ''))
  })

  test('are never empty', () => {
    for (const language of interfaceLanguages) for (const [key, text] of valuesOf(texts[language])) expect(text.trim(), `${language} ${key}`).not.toBe('')
  })

  test('have words for every error code: what happened and what to do', () => {
    for (const language of interfaceLanguages) {
      const t = createTranslator(language).t
      for (const code of [...errorCodes, 'bug'])
        for (const part of ['what', 'next']) expect(t(`errors.${code}.${part}`), `${language} ${code}`).not.toContain('errors.')
    }
  })

  test('have words for everything that can be wrong with an answer', () => {
    expect(everyCodeIsListed).toBe(true)
    for (const language of interfaceLanguages)
      for (const code of problemCodes) expect(createTranslator(language).t(`questions.problems.${code}`)).not.toContain('questions.')
  })

  test('name every legal form, every kind of party and every shortcut', () => {
    for (const language of interfaceLanguages) {
      const names = new Set(keysOf(texts[language]))
      for (const form of partyForms) expect(names).toContain(`questions.party.forms.${formKeys[form]}`)
      for (const kind of partyKinds) expect(names).toContain(`questions.party.kinds.${kind}`)
      for (const name of menuCommandNames.filter((command) => command in shortcuts)) expect(names).toContain(`app.shortcuts.${name}`)
    }
  })

  test('choose the plural of the language', () => {
    const t = createTranslator('de').t
    expect(t('drafting.footer.openPoints', { count: 1 })).toBe('1 offener Punkt')
    expect(t('drafting.footer.openPoints', { count: 7 })).toBe('7 offene Punkte')
    const japanese = createTranslator('ja').t
    expect(japanese('drafting.footer.openPoints', { count: 1 })).toBe('未確定事項1件')
    expect(japanese('drafting.footer.openPoints', { count: 7 })).toBe('未確定事項7件')
  })
})
