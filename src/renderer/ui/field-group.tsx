import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { fieldClass, type FieldTexts } from './field-parts.tsx'
import styles from './field.module.css'
import groupStyles from './field-group.module.css'
import { Icon } from './icon.tsx'

/** Several controls that answer one question together: named and described as a group. */
export function FieldGroup({
  label,
  lang,
  isLabelHidden = false,
  optional,
  description,
  error,
  size,
  layout = 'stack',
  children,
}: FieldTexts & { readonly layout?: 'stack' | 'row' | 'grid'; readonly children: ReactNode }) {
  const id = useId()
  const hasDescription = description !== undefined && description !== null
  const describedBy = [hasDescription ? `${id}-description` : '', error === undefined ? '' : `${id}-error`].filter((part) => part !== '').join(' ')
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy === '' ? undefined : describedBy} className={fieldClass(size)}>
      <div id={`${id}-label`} className={cx(styles.label, isLabelHidden && styles.hiddenLabel)}>
        <span lang={lang}>{label}</span>
        {optional === undefined ? null : <span className={styles.optional}>{` ${optional}`}</span>}
      </div>
      {hasDescription ? (
        <div id={`${id}-description`} className={styles.description}>
          {description}
        </div>
      ) : null}
      <div className={cx(styles.control, groupStyles[layout])}>{children}</div>
      {error === undefined ? null : (
        <div id={`${id}-error`} className={styles.error}>
          <Icon name="warning" size={14} />
          <span>{error}</span>
        </div>
      )}
    </div>
  )
}
