import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import styles from './drawer.module.css'
import type { IconName } from './icon.tsx'

/** Something that has no room of its own on a small window and opens on demand; choosing inside closes it. */
export function Drawer({ label, icon, children }: { readonly label: string; readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <DialogTrigger>
      <Button icon={icon}>{label}</Button>
      <Popover className={cx(styles.popover)} placement="bottom start">
        <Dialog className={cx(styles.dialog)} aria-label={label}>
          {({ close }) => (
            <div onClick={close} role="presentation">
              {children}
            </div>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
