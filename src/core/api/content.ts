import type { Implementer } from './implementer.ts'
import type { Services } from './services.ts'

/** The installed templates. */
export function implementContent(implementer: Implementer, { library, loadGlossary }: Services) {
  const list = () => ({ items: [...library.summaries()], problems: [...library.problems()] })
  return implementer.content.router({
    list: implementer.content.list.handler(list),
    readAgain: implementer.content.readAgain.handler(async () => {
      await library.readAgain()
      return list()
    }),
    get: implementer.content.get.handler(({ input }) => library.entry(input.id).content),
    glossary: implementer.content.glossary.handler(async () => {
      const { glossary, problems } = await loadGlossary()
      return { terms: [...glossary.terms], lawEntries: [...glossary.lawEntries], problems: [...problems] }
    }),
  })
}
