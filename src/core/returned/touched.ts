import type { Inline } from '../../engine/document.ts'
import { replaceWords } from '../../engine/replace-words.ts'

/** Which defined terms and which answers a change of words touches: what a lawyer looks at twice. */
export function touchedBy(content: readonly Inline[], newWords: string): { readonly terms: string[]; readonly questions: string[] } {
  const kept = newWords === '' ? [] : replaceWords(content, newWords)
  const terms = new Set<string>()
  const questions = new Set<string>()
  const letters = (inlines: readonly Inline[], question: string): number =>
    inlines.reduce((sum, inline) => sum + ((inline.kind === 'answer' || inline.kind === 'gap') && inline.question === question ? inline.text.length : 0), 0)
  for (const inline of content) {
    if (inline.kind === 'definition' && !kept.includes(inline)) terms.add(inline.term)
    if ((inline.kind === 'answer' || inline.kind === 'gap') && letters(kept, inline.question) < letters(content, inline.question))
      questions.add(inline.question)
  }
  return { terms: [...terms], questions: [...questions].filter((question) => question !== '') }
}
