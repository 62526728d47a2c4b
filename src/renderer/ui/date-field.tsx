import { type CalendarDate, parseDate } from '@internationalized/date'
import { Button, Calendar, CalendarCell, CalendarGrid, DateInput, DatePicker, DateSegment, Dialog, Group, Heading, Popover } from 'react-aria-components'
import { cx } from './cx.ts'
import dateStyles from './date-field.module.css'
import { fieldClass, FieldHead, FieldMessage, type FieldTexts } from './field-parts.tsx'
import styles from './field.module.css'
import { Icon } from './icon.tsx'

export type DateFieldProps = FieldTexts & {
  /** A calendar day, ISO 8601, or nothing. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

function readDate(value: string | undefined): CalendarDate | null {
  try {
    return value === undefined ? null : parseDate(value)
  } catch {
    // A stored answer that is no date (an older draft, an imported file) shows as empty; the message at the question names it.
    return null
  }
}

/** A day, typed in the order of the language or picked from a calendar. */
export function DateField({ value, onChange, ...texts }: DateFieldProps) {
  return (
    <DatePicker
      className={fieldClass(texts.size)}
      value={readDate(value)}
      onChange={(date) => onChange(date?.toString())}
      isInvalid={texts.error !== undefined}
      validationBehavior="aria"
      shouldForceLeadingZeros={false}
    >
      <FieldHead {...texts} />
      <Group className={cx(styles.control, styles.input, dateStyles.group)}>
        <DateInput className={cx(dateStyles.segments)}>{(segment) => <DateSegment segment={segment} className={cx(dateStyles.segment)} />}</DateInput>
        <Button className={cx(dateStyles.open)}>
          <Icon name="calendar" size={16} />
        </Button>
      </Group>
      <FieldMessage error={texts.error} />
      <Popover className={cx(dateStyles.popover)} offset={6}>
        <Dialog className={cx(dateStyles.dialog)}>
          <Calendar>
            <header className={dateStyles.header}>
              <Button slot="previous" className={cx(dateStyles.open)}>
                <Icon name="back" size={16} />
              </Button>
              <Heading className={cx(dateStyles.month)} />
              <Button slot="next" className={cx(dateStyles.open)}>
                <Icon name="chevronRight" size={16} />
              </Button>
            </header>
            <CalendarGrid className={cx(dateStyles.grid)}>{(date) => <CalendarCell date={date} className={cx(dateStyles.cell)} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
