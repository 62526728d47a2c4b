import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './popover-help.module.css'

/** A quiet link that explains: opens beside the text, closes with Escape, never covers the question by itself. */
export function PopoverHelp({
  label,
  title,
  children,
  language,
  name,
}: {
  readonly label: string
  readonly title: string
  readonly children: ReactNode
  readonly language?: string | undefined
  /** What the link is called where its words alone would not tell, such as a number in a table. */
  readonly name?: string | undefined
}) {
  return (
    <DialogTrigger>
      <Button className={cx(styles.link)} {...(name === undefined ? {} : { 'aria-label': name })}>
        {label}
      </Button>
      <Popover className={cx(styles.popover)} placement="bottom start" offset={6}>
        <Dialog className={cx(styles.dialog)}>
          <Heading slot="title" level={3} className={cx(styles.title)}>
            {title}
          </Heading>
          <div className={styles.body} lang={language}>
            {children}
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
