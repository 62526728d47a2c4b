import { useState } from 'react'
import { useLocale } from 'react-aria-components'
import type { FieldTexts } from './field-parts.tsx'
import { numberText, parseNumber } from './number-text.ts'
import { TextField } from './text-field.tsx'

export type NumberFieldProps = FieldTexts & {
  /** A number, text that is none yet (kept as typed), or nothing. */
  readonly value: number | string | undefined
  readonly onChange: (value: number | string | undefined) => void
  readonly decimals?: number
  readonly unit?: string | undefined
  readonly placeholder?: string | undefined
  readonly note?: string | undefined
  readonly onLeave?: () => void
}

const nothing = () => undefined

/** A number that is told with every keystroke, not only when leaving the field, and keeps what was typed even if it is no number. */
export function NumberField({ value, onChange, decimals, unit, placeholder, note, onLeave = nothing, ...texts }: NumberFieldProps) {
  const { locale } = useLocale()
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number | string | undefined } | undefined>()
  // An emptied field stays empty until it is left, so that a default does not jump in while one retypes.
  const isStillTyping = typed !== undefined && (typed.value === undefined || typed.value === value)
  const shown = isStillTyping ? typed.text : typeof value === 'number' ? numberText(value, locale, decimals) : (value ?? '')
  const change = (text: string) => {
    const next = text.trim() === '' ? undefined : (parseNumber(text, locale) ?? text)
    setTyped({ text, value: next })
    onChange(next)
  }
  return (
    <TextField
      {...texts}
      value={shown}
      onChange={change}
      onBlur={() => {
        setTyped(undefined)
        onLeave()
      }}
      inputMode="decimal"
      isShort={true}
      unit={unit}
      placeholder={placeholder}
      note={note}
    />
  )
}
