import { useEffect, useRef } from 'react'
import { menuCommandNames, shortcuts, type MenuCommandName, type ShortcutName } from '../../shared/shortcuts.ts'

type Handler = () => void

// The handler added last wins: a screen takes a command over from the shell, a dialog from the screen.
const handlers = new Map<MenuCommandName, Handler[]>()

/** Does what a command asks for; false when nothing on screen takes it. */
export function runCommand(name: MenuCommandName): boolean {
  const handler = handlers.get(name)?.at(-1)
  handler?.()
  return handler !== undefined
}

/** Takes a command of the menu or its keys while the component is shown. */
export function useCommand(name: MenuCommandName, handler: Handler, isActive = true): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!isActive) return
    const call = () => latest.current()
    handlers.set(name, [...(handlers.get(name) ?? []), call])
    return () => {
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((other) => other !== call),
      )
    }
  }, [name, isActive])
}

const names = menuCommandNames.filter((name): name is ShortcutName => name in shortcuts)

/** The command whose keys an event carries. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  isMac: boolean,
): ShortcutName | undefined {
  return names.find((name) => {
    const parts = shortcuts[name].split('+')
    const key = parts.at(-1) ?? ''
    const control = parts.includes('CmdOrCtrl')
    return (
      (isMac ? event.metaKey : event.ctrlKey) === control &&
      !(isMac ? event.ctrlKey : event.metaKey) &&
      event.altKey === parts.includes('Alt') &&
      // A sign such as "/" needs Shift on some keyboards, so only letters insist on it.
      (event.shiftKey === parts.includes('Shift') || !/^[A-Z]$/.test(key)) &&
      (event.key.toLowerCase() === key.toLowerCase() || event.code === `Digit${key}`)
    )
  })
}

/** Lets the page's keys work where no native menu takes them (and before it does). */
export function useShortcutKeys(isMac: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const name = commandOf(event, isMac)
      if (name !== undefined && runCommand(name)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isMac])
}
