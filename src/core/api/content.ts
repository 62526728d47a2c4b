import type { Implementer } from './implementer.ts'
import type { Services } from './services.ts'

/** The installed templates. */
export function implementContent(implementer: Implementer, { library }: Services) {
  const list = () => ({ items: [...library.summaries()], problems: [...library.problems()] })
  return implementer.content.router({
    list: implementer.content.list.handler(list),
    readAgain: implementer.content.readAgain.handler(async () => {
      await library.readAgain()
      return list()
    }),
    get: implementer.content.get.handler(({ input }) => library.entry(input.id).content),
  })
}
