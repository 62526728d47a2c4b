import { useId, type ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'
import { fieldClass, FieldHead, FieldMessage, type FieldTexts } from './field-parts.tsx'
import styles from './radio-cards.module.css'

export type CardChoice = {
  readonly id: string
  readonly label: string
  /** The language of label and help where it is not that of the interface. */
  readonly lang?: string | undefined
  readonly help?: ReactNode
  readonly chip?: ReactNode
  /** What choosing the card would do, as a line under its words; it describes the choice to assistive technology without being its name. */
  readonly effect?: ReactNode
  /** What stands under the card's own words, outside of the label, so that it may hold links. */
  readonly more?: ReactNode
}

type RadioCardsProps = FieldTexts & {
  readonly items: readonly CardChoice[]
  readonly value: string | undefined
  readonly onChange: (value: string) => void
  /** Cards one under the other, or short words in a row. */
  readonly layout?: 'cards' | 'row'
  /** Told which card somebody looks at, by mouse or focus, without having chosen it. */
  readonly onPoint?: (id: string | undefined) => void
}

/** One of a few, each explained on a card of its own. */
export function RadioCards({ items, value, onChange, layout = 'cards', onPoint, ...texts }: RadioCardsProps) {
  const effects = useId()
  return (
    <RadioGroup className={fieldClass(texts.size)} value={value ?? null} onChange={onChange} isInvalid={texts.error !== undefined} validationBehavior="aria">
      <FieldHead {...texts} />
      <div className={cx(styles.items, styles[layout])}>
        {items.map((item) => (
          <div
            key={item.id}
            className={cx(styles.card, item.id === value && styles.selected)}
            onMouseEnter={() => onPoint?.(item.id)}
            onMouseLeave={() => onPoint?.(undefined)}
            onFocus={() => onPoint?.(item.id)}
            onBlur={() => onPoint?.(undefined)}
          >
            <Radio value={item.id} className={cx(styles.radio)} {...(item.effect === undefined ? {} : { 'aria-describedby': `${effects}-${item.id}` })}>
              <span className={styles.dot} />
              <span className={styles.words}>
                <span className={styles.top}>
                  <span className={styles.label} lang={item.lang}>
                    {item.label}
                  </span>
                  {item.chip}
                </span>
                {item.help === undefined ? null : (
                  <span className={styles.help} lang={item.lang}>
                    {item.help}
                  </span>
                )}
              </span>
            </Radio>
            {item.effect === undefined ? null : (
              <div id={`${effects}-${item.id}`} className={styles.effect}>
                {item.effect}
              </div>
            )}
            {item.more === undefined || item.more === null ? null : <div className={styles.more}>{item.more}</div>}
          </div>
        ))}
      </div>
      <FieldMessage error={texts.error} />
    </RadioGroup>
  )
}
