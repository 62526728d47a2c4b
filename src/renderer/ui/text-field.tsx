import { useLayoutEffect, useRef } from 'react'
import { Input, Text, TextArea, TextField as AriaTextField } from 'react-aria-components'
import { cx } from './cx.ts'
import { fieldClass, FieldHead, FieldMessage, type FieldTexts } from './field-parts.tsx'
import styles from './field.module.css'

export type TextFieldProps = FieldTexts & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly placeholder?: string | undefined
  readonly language?: string | undefined
  readonly isMultiline?: boolean
  readonly hasAutoFocus?: boolean
  readonly maxLength?: number | undefined
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel'
  readonly unit?: string | undefined
  readonly isShort?: boolean
  readonly autoComplete?: string
  /** What is to be said about what was typed: under the control, so that nothing moves while somebody types. Instead of a description, not with one. */
  readonly note?: string | undefined
}

const nothing = () => undefined

/** A line of text, or several that grow with what is written. */
export function TextField({
  value,
  onChange,
  onBlur = nothing,
  placeholder,
  language,
  isMultiline = false,
  hasAutoFocus = false,
  maxLength,
  inputMode = 'text',
  unit,
  isShort = false,
  note,
  ...texts
}: TextFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    // The oldest supported Chromium lacks `field-sizing`, so there the height follows the content from here.
    const element = area.current
    if (element === null || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [value])
  const hint = placeholder === undefined ? {} : { placeholder }
  return (
    <AriaTextField
      className={fieldClass(texts.size)}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      isInvalid={texts.error !== undefined}
      validationBehavior="aria"
      autoFocus={hasAutoFocus}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <FieldHead {...texts} />
      <div className={cx(styles.control, styles.withUnit, isShort && styles.short)}>
        {isMultiline ? (
          <TextArea ref={area} rows={2} lang={language} {...hint} className={cx(styles.input, styles.area)} />
        ) : (
          <Input
            lang={language}
            {...hint}
            inputMode={inputMode}
            autoComplete="off"
            spellCheck={inputMode === 'text'}
            className={cx(styles.input, inputMode !== 'text' && styles.numeric)}
          />
        )}
        {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
      </div>
      {note === undefined ? null : (
        <Text slot="description" className={cx(styles.note)}>
          {note}
        </Text>
      )}
      <FieldMessage error={texts.error} />
    </AriaTextField>
  )
}
