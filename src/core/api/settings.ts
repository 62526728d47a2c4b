import type { Implementer } from './implementer.ts'
import type { Services } from './services.ts'

/** What the window remembers between starts. */
export function implementSettings(implementer: Implementer, { storage }: Services) {
  return implementer.settings.router({
    get: implementer.settings.get.handler(() => storage.settings.get()),
    set: implementer.settings.set.handler(({ input }) => storage.settings.set(input)),
  })
}
