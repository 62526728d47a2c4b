import type { Ref } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { cx } from './cx.ts'
import fieldStyles from './field.module.css'
import { Icon } from './icon.tsx'
import styles from './search-field.module.css'

/** Finds by typing; Escape clears. */
export function SearchField({
  label,
  value,
  onChange,
  ref,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly ref: Ref<HTMLInputElement>
}) {
  return (
    <AriaSearchField aria-label={label} className={cx(styles.search)} value={value} onChange={onChange}>
      <Icon name="search" size={16} />
      <Input ref={ref} className={cx(fieldStyles.input, styles.input)} placeholder={label} />
      {value === '' ? null : (
        <Button className={cx(styles.clear)}>
          <Icon name="close" size={14} />
        </Button>
      )}
    </AriaSearchField>
  )
}
