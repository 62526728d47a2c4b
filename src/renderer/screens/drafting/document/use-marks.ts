import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Answers } from '../../../../engine/answers.ts'
import type { AssembledDocument, Row } from '../../../../engine/document.ts'

/** A clause higher than this is not marked as a whole; pixels. */
const longestMarked = 520
/** How long changed words stay warm. */
const warmMs = 3000

/** The id of the question an answer belongs to: "work_packages.0.title" belongs to "work_packages". */
export function questionOf(path: string): string {
  return path.split('.')[0] ?? path
}

/**
 * Warms the words that just changed: the answers of the changed question, and whole rows where the wording itself became another.
 * It marks the elements directly, so that nothing is drawn again for a colour.
 */
export function useFreshMarks(sheet: RefObject<HTMLElement | null>, document: AssembledDocument, answers: Answers): void {
  const last = useRef({ document, answers })
  useLayoutEffect(() => {
    const { document: before, answers: answersBefore } = last.current
    last.current = { document, answers }
    if (before === document || sheet.current === null || before.languages.join() !== document.languages.join()) return
    const ids = new Set([...Object.keys(answersBefore), ...Object.keys(answers)])
    const changed = new Set([...ids].filter((id) => answersBefore[id] !== answers[id]))
    if (changed.size === 0) return
    const rowsBefore = new Map<string, Row>(before.sections.flatMap((section) => section.rows.map((row) => [row.id, row] as const)))
    const isOnlyRenumbered = createRenumbered(before)
    const marked: Element[] = []
    for (const row of document.sections.flatMap((section) => section.rows)) {
      const old = rowsBefore.get(row.id)
      const element = old === row ? null : sheet.current.querySelector(`[data-row="${CSS.escape(row.id)}"]`)
      if (element === null) continue
      // Only the language that changed is warm; the other column of the same row stays as it was.
      const cells = [...element.children].filter((_, index) => old === undefined || JSON.stringify(old.cells[index]) !== JSON.stringify(row.cells[index]))
      const words = cells
        .flatMap((cell) => [...cell.querySelectorAll<HTMLElement>('[data-answer]')])
        .filter((answer) => changed.has(questionOf(answer.dataset['answer'] ?? '')))
      const isWorded = words.length === 0 && !isOnlyRenumbered(row)
      marked.push(...(isWorded ? [element] : words))
    }
    for (const element of marked) element.setAttribute('data-fresh', '')
    if (marked.length === 0) return
    const timer = setTimeout(() => {
      for (const element of marked) element.removeAttribute('data-fresh')
    }, warmMs)
    return () => {
      clearTimeout(timer)
      for (const element of marked) element.removeAttribute('data-fresh')
    }
  }, [document, answers, sheet])
}

/** Finds rows whose words stayed and only numbers moved; lighting half the document up for that would say nothing. */
function createRenumbered(before: AssembledDocument): (row: Row) => boolean {
  let known: ReadonlySet<string> | undefined
  return (row) => {
    known ??= new Set(before.sections.flatMap((section) => section.rows.map(rowWords)))
    return known.has(rowWords(row))
  }
}

function rowWords(row: Row): string {
  return JSON.stringify(row.cells, (key, value: unknown) => (key === 'label' || key === 'anchor' || key === 'parts' ? undefined : value))
}

/** Marks the clause in question with a bar and brings it into view when the question changes. */
export function useCurrentMark(
  sheet: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  document: AssembledDocument,
  question: string | undefined,
  sections: readonly string[],
): void {
  const shownFor = useRef<string | undefined>(undefined)
  useEffect(() => {
    const root = sheet.current
    if (root === null) return
    for (const element of root.querySelectorAll('[data-current]')) element.removeAttribute('data-current')
    if (question === undefined) return
    const answers = [...root.querySelectorAll<HTMLElement>('[data-answer]')].filter((element) => questionOf(element.dataset['answer'] ?? '') === question)
    for (const answer of answers) answer.setAttribute('data-current', '')
    const found = sections.map((id) => root.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`)).filter((element) => element !== null)
    const own =
      found.length > 0 ? found : [...new Set(answers.map((answer) => answer.closest<HTMLElement>('[data-section]')))].filter((element) => element !== null)
    const [section] = own
    const inside = answers.map((answer) => answer.closest('[data-row]')).filter((row) => row !== null && section?.contains(row) === true)
    // A bar beside a whole page says nothing, so in a long clause only the paragraphs with the answer carry it.
    const isLong = section !== undefined && section.offsetHeight > longestMarked && inside.length > 0
    for (const element of isLong ? new Set(inside) : own.slice(0, 1)) element?.setAttribute('data-current', '')
    if (shownFor.current === question) return
    shownFor.current = question
    bringIntoView(scroller.current, answers.find((answer) => own[0]?.contains(answer) === true) ?? own[0] ?? answers[0])
  }, [sheet, scroller, document, question, sections])
}

function bringIntoView(scroller: HTMLElement | null, element: HTMLElement | undefined): void {
  if (scroller === null || element === undefined) return
  const view = scroller.getBoundingClientRect()
  const row = (element.closest('[data-row]') ?? element).getBoundingClientRect()
  const isVisible = row.top >= view.top + 16 && row.bottom <= view.bottom - 16
  if (!isVisible)
    scroller.scrollTo({
      top: scroller.scrollTop + row.top - view.top - Math.min(140, view.height / 4),
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    })
}
