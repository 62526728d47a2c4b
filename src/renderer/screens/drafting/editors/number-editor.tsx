import { useState } from 'react'
import { durationUnits, type Json } from '../../../../engine/answers.ts'
import { currencyDigits } from '../../../../engine/format.ts'
import { japaneseSum } from '../../../../engine/japanese-sum.ts'
import { interfaceLocales } from '../../../../shared/interface-language.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { FieldGroup } from '../../../ui/field-group.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Select } from '../../../ui/select.tsx'
import type { EditorProps } from './editor.ts'
import { choiceOf, fieldsOf, numberOf } from './values.ts'

/** A number, with its unit behind it. */
export function NumberEditor({ question, value, onChange, texts }: EditorProps<'integer' | 'decimal' | 'percent'>) {
  const { local } = useWords()
  const unit = question.type === 'percent' ? '%' : question.unit === undefined ? undefined : local(question.unit)
  return <NumberField {...texts} value={numberOf(value)} onChange={onChange} unit={unit} />
}

/** A unit that is chosen before its number, or whose number is emptied to be typed anew: there is no answer yet that could hold it. */
function useKeptUnit() {
  const [kept, keep] = useState<string>()
  return { kept, keep, forget: () => keep(undefined) }
}

/** An amount and its currency; kept in minor units, shown in whole ones. */
export function MoneyEditor({ question, value, onChange, texts }: EditorProps<'money'>) {
  const { t, language } = useWords()
  const fields = fieldsOf(value)
  const unit = useKeptUnit()
  const currency = unit.kept ?? choiceOf(fields['currency']) ?? question.currencies[0] ?? 'EUR'
  const amount = numberOf(fields['amount'])
  const write = (next: number | string | undefined, of: string) => {
    unit.keep(next === undefined ? of : undefined)
    if (next === undefined) return onChange(undefined)
    return onChange({ amount: typeof next === 'number' ? Math.round(next * 10 ** currencyDigits(of)) : next, currency: of })
  }
  const shown = typeof amount === 'number' ? amount / 10 ** currencyDigits(currency) : amount
  const names = new Intl.DisplayNames(interfaceLocales[language], { type: 'currency' })
  // Japanese counts in 万 and 億; with the zeros of other languages before them, people check a large sum by those.
  const inWords = language === 'ja' && typeof amount === 'number' ? japaneseSum({ amount, currency }, names.of(currency) ?? currency) : undefined
  return (
    <FieldGroup {...texts} layout="row">
      <NumberField
        size="small"
        isLabelHidden={true}
        label={t('questions.amount')}
        note={inWords}
        value={shown}
        onChange={(next) => write(next, currency)}
        onLeave={unit.forget}
        unit={question.currencies.length > 1 ? undefined : currency}
      />
      {question.currencies.length > 1 ? (
        <Select
          size="small"
          isLabelHidden={true}
          isShort={true}
          label={t('questions.currency')}
          items={question.currencies.map((id) => ({ id, label: `${id} · ${names.of(id) ?? id}` }))}
          value={currency}
          onChange={(next) => (shown === undefined ? unit.keep(next) : write(shown, next ?? currency))}
          placeholder={t('questions.choose')}
        />
      ) : null}
    </FieldGroup>
  )
}

/** A number of days, weeks, months or years. */
export function DurationEditor({ question, value, onChange, texts }: EditorProps<'duration'>) {
  const { t } = useWords()
  const fields = fieldsOf(value)
  const units = durationUnits.filter((unit) => question.units.includes(unit))
  const { kept, keep, forget } = useKeptUnit()
  const unit = units.find((known) => known === (kept ?? fields['unit'])) ?? units[0] ?? 'months'
  const count = numberOf(fields['value'])
  const write = (next: number | string | undefined, of: string): void => {
    keep(next === undefined ? of : undefined)
    const changed: Json | undefined = next === undefined ? undefined : { value: next, unit: of }
    onChange(changed)
  }
  const label = (of: (typeof durationUnits)[number]) => t(`questions.units.${of}`, { count: typeof count === 'number' ? count : 2 })
  return (
    <FieldGroup {...texts} layout="row">
      <NumberField
        size="small"
        isLabelHidden={true}
        label={t('questions.count')}
        value={count}
        onChange={(next) => write(next, unit)}
        onLeave={forget}
        unit={units.length > 1 ? undefined : label(unit)}
      />
      {units.length > 1 ? (
        <Select
          size="small"
          isLabelHidden={true}
          isShort={true}
          label={t('questions.unit')}
          items={units.map((id) => ({ id, label: label(id) }))}
          value={unit}
          onChange={(next) => (count === undefined ? keep(next) : write(count, next ?? unit))}
          placeholder={t('questions.choose')}
        />
      ) : null}
    </FieldGroup>
  )
}
