import { Checkbox as AriaCheckbox, CheckboxGroup } from 'react-aria-components'
import styles from './checkbox.module.css'
import { cx } from './cx.ts'
import { fieldClass, FieldHead, FieldMessage, type FieldTexts } from './field-parts.tsx'

type BodyProps = { readonly label: string; readonly lang?: string | undefined; readonly help?: string | undefined }

function Body({ label, lang, help }: BodyProps) {
  return (
    <>
      <span className={styles.box}>
        <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
          <path d="M3 8.5l3.2 3.2L13 4.8" />
        </svg>
      </span>
      <span>
        <span className={styles.label} lang={lang}>
          {label}
        </span>
        {help === undefined ? null : (
          <span className={styles.help} lang={lang}>
            {help}
          </span>
        )}
      </span>
    </>
  )
}

/** A single yes or no inside a form. */
export function Checkbox({
  label,
  help,
  isSelected,
  isDisabled = false,
  onChange,
}: {
  readonly label: string
  readonly help?: string
  readonly isSelected: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isSelected: boolean) => void
}) {
  return (
    <AriaCheckbox className={cx(styles.checkbox)} isSelected={isSelected} isDisabled={isDisabled} onChange={onChange}>
      <Body label={label} help={help} />
    </AriaCheckbox>
  )
}

/** Several of a few. */
export function CheckboxCards({
  items,
  value,
  onChange,
  ...texts
}: FieldTexts & {
  readonly items: readonly { readonly id: string; readonly label: string; readonly lang?: string | undefined; readonly help?: string | undefined }[]
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
}) {
  return (
    <CheckboxGroup className={fieldClass(texts.size)} value={[...value]} onChange={onChange} isInvalid={texts.error !== undefined} validationBehavior="aria">
      <FieldHead {...texts} />
      <div className={styles.group}>
        {items.map((item) => (
          <AriaCheckbox key={item.id} value={item.id} className={cx(styles.checkbox)}>
            <Body label={item.label} lang={item.lang} help={item.help} />
          </AriaCheckbox>
        ))}
      </div>
      <FieldMessage error={texts.error} />
    </CheckboxGroup>
  )
}
