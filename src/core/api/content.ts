import type { Implementer } from './implementer.ts'
import type { Services } from './services.ts'

/** The installed templates. */
export function implementContent(implementer: Implementer, { library }: Services) {
  return implementer.content.router({
    list: implementer.content.list.handler(() => ({ items: [...library.summaries], problems: [...library.problems] })),
    get: implementer.content.get.handler(({ input }) => library.entry(input.id).content),
  })
}
