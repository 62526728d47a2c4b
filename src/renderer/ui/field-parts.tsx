import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

/** What every field may say about itself. */
export type FieldTexts = {
  readonly label: string
  /** The language of label and description where it is not that of the interface. */
  readonly lang?: string | undefined
  /** True keeps the label for assistive technology only, where something visible already says it. */
  readonly isLabelHidden?: boolean | undefined
  /** The word "optional" in the language of the interface, for what may stay empty. */
  readonly optional?: string | undefined
  readonly description?: ReactNode
  readonly error?: string | undefined
  readonly size?: 'normal' | 'small' | undefined
}

/** The class of a field around its parts. */
export function fieldClass(size: FieldTexts['size']): string {
  return cx(styles.field, size === 'small' && styles.small)
}

/** Label, mark for optional, and description, tied to the control by the field around them. */
export function FieldHead({ label, lang, isLabelHidden = false, optional, description }: FieldTexts) {
  return (
    <>
      <Label className={cx(styles.label, isLabelHidden && styles.hiddenLabel)}>
        <span lang={lang}>{label}</span>
        {optional === undefined ? null : <span className={styles.optional}>{` ${optional}`}</span>}
      </Label>
      {description === undefined || description === null ? null : (
        <Text slot="description" className={cx(styles.description)}>
          {description}
        </Text>
      )}
    </>
  )
}

/** The message under a control, tied to it. */
export function FieldMessage({ error }: { readonly error: string | undefined }) {
  if (error === undefined) return null
  return (
    <FieldError className={cx(styles.error)}>
      <Icon name="warning" size={14} />
      <span>{error}</span>
    </FieldError>
  )
}
