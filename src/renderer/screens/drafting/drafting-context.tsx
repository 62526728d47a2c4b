import { createContext, useContext } from 'react'
import type { Agreement } from '../../../engine/agreement.ts'
import type { Json } from '../../../engine/answers.ts'
import { displayIn } from '../../../engine/display.ts'
import type { Interview } from '../../../engine/interview.ts'
import type { Language, Localized } from '../../../engine/language.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import { useWords } from '../../i18n/i18n.ts'

/** What the parts of the drafting screen share. */
export type Drafting = {
  readonly agreement: Agreement
  readonly interview: Interview
  /** Languages of the document. */
  readonly languages: readonly Language[]
  readonly given: (question: string) => Json | undefined
  readonly answer: (question: string, value: Json | undefined) => void
  /** Answers from outside of the field of a question. */
  readonly fill: (question: string, value: Json) => void
  /** Opens the page of a question and puts the focus into it. */
  readonly goTo: (question: string) => void
  readonly epoch: number
  /** The draft's place in a set of documents with shared answers. */
  readonly suite: Draft['suite']
}

const DraftingContext = createContext<Drafting | undefined>(undefined)
export const DraftingProvider = DraftingContext.Provider

export function useDrafting(): Drafting {
  const drafting = useContext(DraftingContext)
  if (drafting === undefined) throw new Error('This part belongs inside the drafting screen')
  return drafting
}

/** Shows texts of the template in the language of the interface, with answers filled in. */
export function useDisplay(): (text: Localized) => string {
  const { agreement, interview } = useDrafting()
  const { language } = useWords()
  return (text) => displayIn(agreement, text, interview, language)
}
