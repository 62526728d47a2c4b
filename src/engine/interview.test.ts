import { describe, expect, test } from 'vitest'
import { compileAgreement, TemplateErrors } from './agreement.ts'
import { gapLabel } from './answer-drop.ts'
import { findings } from './findings.ts'
import { interview, questionStates } from './interview.ts'
import { displayText } from './display.ts'
import { questionSchema } from './template.ts'
import { smallAgreement, smallAnswers } from './testing/small-agreement.ts'

const agreement = compileAgreement(smallAgreement)

describe('the interview', () => {
  test('asks only what earlier answers call for', () => {
    const asked = (answers: Parameters<typeof interview>[1]): readonly string[] =>
      [...questionStates(interview(agreement, answers, ['de'])).values()].filter((state) => state.isAsked).map((state) => state.question.id)
    expect(asked({})).toContain('price')
    expect(asked({})).not.toContain('has_bonus')
    expect(asked({ price: { amount: 500, currency: 'EUR' } })).toContain('has_bonus')
    expect(asked({ is_free: true, price: { amount: 500, currency: 'EUR' } })).not.toContain('has_bonus')
  })

  test('takes a default until somebody answers, and leaves open what is left open on purpose', () => {
    const states = questionStates(interview(agreement, { duration: null }, ['de']))
    expect(states.get('days')).toMatchObject({ value: 30, isDefault: true, isAnswered: true })
    expect(states.get('duration')).toMatchObject({ value: undefined, isLeftOpen: true, isAnswered: false })
  })

  test('counts required questions and answered optional ones', () => {
    const [, page] = interview(agreement, { price: { amount: 500, currency: 'EUR' } }, ['de']).pages
    expect(page).toMatchObject({ asked: 7, answered: 4, missing: 3 })
  })

  test('drops what items hold in fields that are not asked for them', () => {
    const value = questionStates(interview(agreement, smallAnswers, ['de'])).get('packages')?.value
    expect(value).toEqual([
      { title: 'Gitter', is_paid: true, cost: { amount: 4_800_000, currency: 'JPY' } },
      { title: 'Feldtest', is_paid: false },
    ])
  })

  test('asks for each language of the document', () => {
    expect(findings(agreement, { ...smallAnswers, subject: { de: 'Sensoren' } }, ['de', 'en']).map(({ id }) => id)).toContain('missing:subject.en:required')
    expect(findings(agreement, { ...smallAnswers, subject: { de: 'Sensoren' } }, ['de']).map(({ kind }) => kind)).not.toContain('missing')
  })
})

test('a field left open on purpose stays open even when it has a default', () => {
  const value = questionStates(interview(agreement, { ...smallAnswers, packages: [{ title: 'Gitter', is_paid: null }] }, ['de'])).get('packages')?.value
  expect(value).toEqual([{ title: 'Gitter', is_paid: null }])
})

test('a blank is called what its author calls it, and a question never stands in a sentence', () => {
  const called = (settings: object): string => gapLabel(questionSchema.parse({ id: 'q', type: 'date', label: { de: 'Wann?', en: 'When?' }, ...settings }), 'de')
  expect(called({})).toBe('noch offen')
  expect(called({ gap: { de: 'Beginn', en: 'start' } })).toBe('Beginn')
  expect(called({ label: { de: 'Beginn', en: 'Start' } })).toBe('Beginn')
  expect(
    called({
      type: 'clause',
      alternatives: smallAgreement.pages[1]?.questions.flatMap((question) => (question.type === 'clause' ? question.alternatives : [])),
    }),
  ).toBe('noch offen: Wann?')
})

describe('findings', () => {
  test('name what is missing, left open, invalid and risky, each with its question', () => {
    const found = findings(agreement, { ...smallAnswers, start: '31.3.2027', joint: null, days: 99, price: { amount: 5, currency: 'EUR' }, institute: {} }, [
      'en',
    ])
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ['missing:institute', 'missing'],
      ['invalid:start:notADate', 'invalid'],
      ['invalid:days:aboveMaximum', 'invalid'],
      ['open:joint', 'openOnPurpose'],
      ['cheap', 'risk'],
    ])
    expect(found.at(-1)?.message.en).toBe('Akatsuki pays only EUR 0.05.')
  })

  test('are none for complete answers', () => {
    expect(findings(agreement, { ...smallAnswers, price: { amount: 500_000, currency: 'EUR' } }, ['de', 'en'])).toEqual([])
  })
})

test('labels print the short name of a party, or its role as long as it is unknown', () => {
  const label = { de: 'Beginn von {{ company }} am {{ start }}', en: 'Start of {{ company }} on {{ start }}' }
  expect(displayText(agreement, label, smallAnswers, 'en')).toBe('Start of Akatsuki on 31 March 2027')
  expect(displayText(agreement, label, {}, 'en')).toBe('Start of Company on …')
})

describe('compiling', () => {
  test('names file, line, cause and fix of what it cannot read', () => {
    const faultsOf = (clause: string): unknown => {
      try {
        compileAgreement({ ...smallAgreement, texts: { ...smallAgreement.texts, de: `# Titel\n\n## Klausel {#a}\n\n${clause}` } })
        return undefined
      } catch (error) {
        return error instanceof TemplateErrors ? error.faults : error
      }
    }
    expect(faultsOf('{% if x %}\n1. Text')).toMatchObject([{ file: 'text.de.md', line: 5 }])
    expect(faultsOf('1. Text\n1. {{ price | nofilter }}')).toMatchObject([{ file: 'text.de.md', line: 6, cause: 'undefined filter: nofilter' }])
    expect(faultsOf('1. Text\n\n## Ohne Kennung\n')).toMatchObject([{ file: 'text.de.md', line: 7 }])
  })

  test('refuses tags that would run or include things', () => {
    for (const tag of ['{% include "x" %}', '{% render "x" %}', '{% capture a %}{% endcapture %}', '{{ price | upcase }}']) {
      expect(() => compileAgreement({ ...smallAgreement, texts: { ...smallAgreement.texts, en: `# T\n\n## C {#c}\n\n${tag}\n` } })).toThrow(TemplateErrors)
    }
  })
})
