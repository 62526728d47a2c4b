import { useEffect, useId, useRef } from 'react'
import { ToggleButton } from 'react-aria-components'
import styles from './answer-buttons.module.css'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export type AnswerButton = { readonly id: string; readonly label: string; readonly help?: string | undefined }

type AnswerButtonsProps = {
  readonly question: string
  readonly description?: string | undefined
  readonly items: readonly AnswerButton[]
  readonly value: string | undefined
  readonly onChoose: (id: string) => void
  /** Moves the focus to the question when it appears, so that the keyboard and a screen reader go along. */
  readonly takesFocus: boolean
}

/** A question whose answer takes effect, and moves on, with one press. Not radio buttons: there an arrow key would answer already. */
export function AnswerButtons({ question, description, items, value, onChoose, takesFocus }: AnswerButtonsProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <div role="group" aria-labelledby={`${id}-question`} aria-describedby={description === undefined ? undefined : `${id}-description`}>
      <h2 id={`${id}-question`} ref={heading} tabIndex={-1} className={styles.question}>
        {question}
      </h2>
      {description === undefined ? null : (
        <p id={`${id}-description`} className={styles.description}>
          {description}
        </p>
      )}
      <div className={styles.items}>
        {items.map((item) => (
          <ToggleButton key={item.id} className={cx(styles.item)} isSelected={item.id === value} onChange={() => onChoose(item.id)}>
            <span className={styles.words}>
              <span className={styles.label}>{item.label}</span>
              {item.help === undefined ? null : <span className={styles.help}>{item.help}</span>}
            </span>
            <Icon name={item.id === value ? 'check' : 'chevronRight'} size={16} />
          </ToggleButton>
        ))}
      </div>
    </div>
  )
}
