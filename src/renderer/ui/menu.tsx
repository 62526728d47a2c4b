import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import buttonStyles from './button.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './menu.module.css'

export type MenuAction =
  | {
      readonly kind: 'action'
      readonly id: string
      readonly label: string
      readonly icon?: IconName
      readonly isDanger?: boolean
      readonly onAction: () => void
    }
  | { readonly kind: 'line'; readonly id: string }

/** A button with words that opens a list of actions. */
export function MenuButton({ label, actions }: { readonly label: string; readonly actions: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      <Button className={cx(buttonStyles.button, buttonStyles.quiet)}>
        <span>{label}</span>
        <Icon name="chevronDown" size={14} />
      </Button>
      <ActionList actions={actions} />
    </MenuTrigger>
  )
}

/** Three dots that open a list of actions. */
export function MoreMenu({ label, actions }: { readonly label: string; readonly actions: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      <Button aria-label={label} className={cx(buttonStyles.iconButton)}>
        <Icon name="more" />
      </Button>
      <ActionList actions={actions} />
    </MenuTrigger>
  )
}

function ActionList({ actions }: { readonly actions: readonly MenuAction[] }) {
  return (
    <Popover className={cx(styles.popover)} placement="bottom end" offset={4}>
      <AriaMenu className={cx(styles.menu)}>
        {actions.map((action) =>
          action.kind === 'line' ? (
            <Separator key={action.id} className={cx(styles.line)} />
          ) : (
            <MenuItem
              key={action.id}
              id={action.id}
              className={cx(styles.item, action.isDanger === true && styles.danger)}
              onAction={action.onAction}
              textValue={action.label}
            >
              {action.icon === undefined ? null : <Icon name={action.icon} size={16} />}
              {action.label}
            </MenuItem>
          ),
        )}
      </AriaMenu>
    </Popover>
  )
}
