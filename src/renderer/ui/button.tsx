import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, Link as AriaLink, Tooltip as AriaTooltip, TooltipTrigger, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './button.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'

type Variant = 'primary' | 'quiet' | 'plain' | 'danger' | 'link'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & {
  readonly variant?: Variant
  readonly icon?: IconName
  readonly children: ReactNode
  /** The keys that do the same, as a person reads them; shown when the pointer or the focus rests on the button. */
  readonly keys?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
  readonly 'aria-keyshortcuts'?: string
}

/** A button with words. */
export function Button({ variant = 'quiet', icon, children, keys, ...rest }: ButtonProps) {
  const button = (
    <AriaButton {...rest} className={cx(styles.button, styles[variant])}>
      {icon === undefined ? null : <Icon name={icon} size={16} />}
      <span>{children}</span>
    </AriaButton>
  )
  if (keys === undefined) return button
  return (
    <TooltipTrigger delay={700}>
      {button}
      <AriaTooltip className={cx(styles.tooltip)} offset={6}>
        <kbd>{keys}</kbd>
      </AriaTooltip>
    </TooltipTrigger>
  )
}

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> & {
  readonly icon: IconName
  readonly label: string
  readonly keys?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button that shows a picture; its words are its accessible name and its tooltip. */
export function IconButton({ icon, label, keys, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={cx(styles.iconButton)}>
        <Icon name={icon} size={18} />
      </AriaButton>
      <AriaTooltip className={cx(styles.tooltip)} offset={6}>
        {label}
        {keys === undefined ? null : <kbd>{keys}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

/** A link to another place of the app, styled as text or as a button. */
export function LinkTo({
  href,
  children,
  look = 'text',
}: {
  readonly href: string
  readonly children: ReactNode
  readonly look?: 'text' | 'strong' | 'quiet' | 'primary'
}) {
  const isButton = look === 'quiet' || look === 'primary'
  return (
    <AriaLink href={href} className={cx(isButton ? styles.button : styles.textLink, styles[look])}>
      {children}
    </AriaLink>
  )
}
