import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import { createTermFinder, type GlossaryTerm, type TermFinder } from '../../../engine/glossary.ts'
import type { Language } from '../../../engine/language.ts'
import type { Law } from '../../../engine/template.ts'
import { api } from '../../app/api.ts'

/** The glossary, ready to find its words in texts. */
export type WindowGlossary = {
  readonly terms: readonly GlossaryTerm[]
  readonly lawEntries: readonly Law[]
  readonly term: (id: string) => GlossaryTerm | undefined
  readonly find: (text: string, language: Language) => ReturnType<TermFinder>
}

/** The glossary as core has it. It changes only with the templates, so it is asked for once. */
export function useGlossaryQuery() {
  return useQuery({ ...api.content.glossary.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
}

/** The glossary for the words of a screen; undefined until it is there, and texts then stand as they are. */
export function useMakeGlossary(): WindowGlossary | undefined {
  const { data } = useGlossaryQuery()
  return useMemo(() => (data === undefined || data.terms.length === 0 ? undefined : makeGlossary(data.terms, data.lawEntries)), [data])
}

function makeGlossary(terms: readonly GlossaryTerm[], lawEntries: readonly Law[]): WindowGlossary {
  const byId = new Map(terms.map((term) => [term.id, term]))
  const finders = new Map<Language, TermFinder>()
  return {
    terms,
    lawEntries,
    term: (id) => byId.get(id),
    find: (text, language) => {
      const finder = finders.get(language) ?? createTermFinder(terms, language)
      finders.set(language, finder)
      return finder(text)
    },
  }
}

const GlossaryContext = createContext<WindowGlossary | undefined>(undefined)
export const GlossaryProvider = GlossaryContext.Provider

export function useGlossary(): WindowGlossary | undefined {
  return useContext(GlossaryContext)
}
