import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components'
import { cx } from './cx.ts'
import { fieldClass, FieldHead, FieldMessage, type FieldTexts } from './field-parts.tsx'
import styles from './field.module.css'
import { Icon } from './icon.tsx'
import listStyles from './select.module.css'

export type SelectItem = { readonly id: string; readonly label: string; readonly help?: string | undefined }

type SelectProps = FieldTexts & {
  readonly items: readonly SelectItem[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly placeholder: string
  readonly isShort?: boolean
}

function Items({ items, empty }: { readonly items?: readonly SelectItem[]; readonly empty?: string | undefined }) {
  const body = (item: SelectItem) => (
    <ListBoxItem id={item.id} textValue={item.label} className={cx(listStyles.item)}>
      <Text slot="label">{item.label}</Text>
      {item.help === undefined ? null : (
        <Text slot="description" className={cx(listStyles.help)}>
          {item.help}
        </Text>
      )}
    </ListBoxItem>
  )
  const renderEmptyState = () => <div className={listStyles.empty}>{empty ?? ''}</div>
  return items === undefined ? (
    <ListBox<SelectItem> className={cx(listStyles.list)} renderEmptyState={renderEmptyState}>
      {body}
    </ListBox>
  ) : (
    <ListBox<SelectItem> items={items} className={cx(listStyles.list)} renderEmptyState={renderEmptyState}>
      {body}
    </ListBox>
  )
}

/** One of a few words. */
export function Select({ items, value, onChange, placeholder, isShort = false, ...texts }: SelectProps) {
  return (
    <AriaSelect
      className={fieldClass(texts.size)}
      value={value ?? null}
      onChange={(key) => onChange(key === null ? undefined : String(key))}
      isInvalid={texts.error !== undefined}
      validationBehavior="aria"
      placeholder={placeholder}
    >
      <FieldHead {...texts} />
      <Button className={cx(styles.control, styles.input, listStyles.trigger, isShort && styles.short)}>
        <SelectValue className={cx(listStyles.value)}>{({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}</SelectValue>
        <Icon name="chevronDown" size={14} />
      </Button>
      <FieldMessage error={texts.error} />
      <Popover className={cx(listStyles.popover)} offset={4}>
        <Items items={items} />
      </Popover>
    </AriaSelect>
  )
}

/** One of many words, found by typing. */
export function Combo({ items, value, onChange, placeholder, empty, ...texts }: SelectProps & { readonly empty: string }) {
  return (
    <ComboBox
      className={fieldClass(texts.size)}
      defaultItems={items}
      value={value ?? null}
      onChange={(key) => onChange(key === null ? undefined : String(key))}
      isInvalid={texts.error !== undefined}
      validationBehavior="aria"
      allowsEmptyCollection={true}
      menuTrigger="input"
    >
      <FieldHead {...texts} />
      <div className={cx(styles.control, listStyles.combo)}>
        <Input className={cx(styles.input)} placeholder={placeholder} />
        <Button className={cx(listStyles.open)}>
          <Icon name="chevronDown" size={14} />
        </Button>
      </div>
      <FieldMessage error={texts.error} />
      <Popover className={cx(listStyles.popover)} offset={4}>
        <Items empty={empty} />
      </Popover>
    </ComboBox>
  )
}
