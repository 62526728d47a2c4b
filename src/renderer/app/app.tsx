import { QueryClientProvider, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { interfaceLocales, nearestInterfaceLanguage } from '../../shared/interface-language.ts'
import { desktop, onMenuCommand } from '../connection.ts'
import { createTranslator, useWords } from '../i18n/i18n.ts'
import { UiLocale } from '../ui/environment.tsx'
import { Loading } from '../ui/states.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { runCommand, useShortcutKeys } from './commands.ts'
import { CoreBanner, useCoreStatus } from './core-banner.tsx'
import { platform } from './platform.ts'
import { createAppRouter } from './router.tsx'
import { useChangeSettings, useSettings } from './settings.ts'
import { useTheme } from './theme.ts'

/** The whole interface, around it everything that every screen needs. */
export function App({ client }: { readonly client: QueryClient }) {
  const [translator] = useState(() => createTranslator(nearestInterfaceLanguage(navigator.language)))
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={translator}>
        <Frame translator={translator} />
      </I18nextProvider>
    </QueryClientProvider>
  )
}

function Frame({ translator }: { readonly translator: i18n }) {
  const { t, language } = useWords()
  const [router] = useState(createAppRouter)
  const { settings, isKnown } = useSettings()
  const info = useQuery({
    queryKey: ['desktop', 'info'],
    queryFn: () => desktop.app.info(),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  })
  const wanted = settings.interfaceLanguage ?? nearestInterfaceLanguage(info.data?.systemLanguage ?? navigator.language)
  useTheme(settings.theme)
  useMenu()
  useShortcutKeys(platform === 'mac')
  useFreshDataAfterRestart()
  useEffect(() => {
    void translator.changeLanguage(wanted)
    document.documentElement.lang = wanted
  }, [translator, wanted])
  useEffect(() => {
    if (!isKnown) return
    // The shell keeps its own words and colours in step; without it (it is closing) there is nothing to keep.
    desktop.appearance.set({ theme: settings.theme, interfaceLanguage: wanted }).catch(() => undefined)
  }, [isKnown, settings.theme, wanted])
  return (
    <UiLocale locale={interfaceLocales[language]}>
      <ToastProvider label={t('app.messages')} closeLabel={t('app.close')}>
        {isKnown ? <RouterProvider router={router} /> : <Start />}
      </ToastProvider>
    </UiLocale>
  )
}

/** From here on the wait is long enough to say more. */
const longWaitMs = 5000

/** Shown until core has answered for the first time. */
function Start() {
  const { t } = useWords()
  const status = useCoreStatus()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longWaitMs)
    return () => clearTimeout(timer)
  }, [])
  return status.state === 'failed' || status.state === 'stopped' ? <CoreBanner /> : <Loading label={isLong ? t('app.startingLong') : t('app.starting')} />
}

/** Does what the native menu asks for. */
function useMenu(): void {
  const change = useChangeSettings()
  useEffect(() =>
    onMenuCommand((command) => {
      if (command.kind === 'command') runCommand(command.command)
      else if (command.kind === 'setTheme') change({ theme: command.theme })
      else change({ interfaceLanguage: command.language })
    }),
  )
}

/** After core was away, lists may be behind what is on disk. */
function useFreshDataAfterRestart(): void {
  const client = useQueryClient()
  const status = useCoreStatus()
  useEffect(() => {
    if (status.state === 'running')
      void client.invalidateQueries({ refetchType: 'active', predicate: ({ state }) => state.status === 'error' || state.isInvalidated })
  }, [client, status.state])
}
