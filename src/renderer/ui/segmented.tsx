import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './segmented.module.css'

/** A few choices side by side, one of them on. */
export function Segmented<Id extends string>({
  label,
  items,
  value,
  onChange,
}: {
  readonly label: string
  readonly items: readonly { readonly id: Id; readonly label: string }[]
  readonly value: Id | undefined
  readonly onChange: (id: Id) => void
}) {
  const choose = (key: unknown) => {
    const chosen = items.find((item) => item.id === key)
    if (chosen !== undefined) onChange(chosen.id)
  }
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles.group)}
      selectionMode="single"
      disallowEmptySelection={true}
      selectedKeys={value === undefined ? [] : [value]}
      onSelectionChange={(keys) => choose([...keys][0])}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className={cx(styles.item)}>
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
