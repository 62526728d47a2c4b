import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './dialog.module.css'

type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** A dialog that asks before something is lost is announced as such and does not close by a click beside it. */
  readonly isAlert?: boolean
  readonly width?: 'narrow' | 'normal' | 'wide'
  readonly children: ReactNode
  /** Buttons, the safe one first in reading order. */
  readonly actions: ReactNode
}

/** A window over the window; the focus stays inside and goes back to where it was. */
export function Dialog({ title, isOpen, onClose, isAlert = false, width = 'normal', children, actions }: DialogProps) {
  return (
    <ModalOverlay className={cx(styles.overlay)} isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())} isDismissable={!isAlert}>
      <Modal className={cx(styles.modal, styles[width])}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className={cx(styles.dialog)}>
          <Heading slot="title" level={2} className={cx(styles.title)}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          <div className={styles.actions}>{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
