import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import buttonStyles from './button.module.css'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import styles from './margin-mark.module.css'

/** A small mark beside a line of the document that says why it is there and leads on. */
export function MarginMark({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <TooltipTrigger delay={300}>
      <Button aria-label={label} className={cx(styles.mark)} onPress={onPress}>
        <Icon name="edit" size={15} />
      </Button>
      <Tooltip className={cx(buttonStyles.tooltip)} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
