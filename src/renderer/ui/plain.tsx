import type { ReactNode } from 'react'
import { Button, Link } from 'react-aria-components'

type PlainProps = { readonly className: string; readonly label?: string; readonly isCurrentPage?: boolean; readonly children: ReactNode }

const naming = ({ label, isCurrentPage = false }: Pick<PlainProps, 'label' | 'isCurrentPage'>) => ({
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...(isCurrentPage ? { 'aria-current': 'page' as const } : {}),
})

/** A button that brings its looks along, for entries of outlines and bars. */
export function PlainButton({ className, children, onPress, ...rest }: PlainProps & { readonly onPress: () => void }) {
  return (
    <Button className={className} onPress={onPress} {...naming(rest)}>
      {children}
    </Button>
  )
}

/** A link that brings its looks along. */
export function PlainLink({ className, children, href, ...rest }: PlainProps & { readonly href: string }) {
  return (
    <Link className={className} href={href} {...naming(rest)}>
      {children}
    </Link>
  )
}
