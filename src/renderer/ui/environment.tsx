import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'

/** Tells the controls which language they speak, count and sort in. */
export function UiLocale({ locale, children }: { readonly locale: string; readonly children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}

/** Lets links of the controls go through the router of the app. */
export function UiNavigation({
  navigate,
  addressOf,
  children,
}: {
  readonly navigate: (path: string) => void
  readonly addressOf: (path: string) => string
  readonly children: ReactNode
}) {
  return (
    <RouterProvider navigate={navigate} useHref={addressOf}>
      {children}
    </RouterProvider>
  )
}
