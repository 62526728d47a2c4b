import { useCallback, useState } from 'react'
import type { AssembledDocument } from '../../../../engine/document.ts'

/** Where the changes of a drawn redline are, and how one gets from one to the next. */
export type ChangeSteps = {
  /** To be given to the sheet as its ref. */
  readonly sheet: (element: HTMLElement | null) => void
  readonly count: number
  readonly position: number | undefined
  readonly go: (step: 1 | -1) => void
}

/**
 * Finds the changes on the sheet, one per place: words taken out and put in side by side are one, so are rows that follow one another, and in two
 * columns the first column speaks for both.
 */
function placesIn(sheet: HTMLElement): readonly HTMLElement[] {
  const all = [...sheet.querySelectorAll<HTMLElement>('[data-change]')].filter((element) => element.parentElement?.closest('[data-change]') === null)
  const seenRows = new Map<Element, Element>()
  return all.filter((element) => {
    const before = element.previousSibling
    if (before instanceof HTMLElement && before.dataset['change'] !== undefined) return false
    const row = element.closest('[data-row]')
    const cell = row === null ? null : ([...row.children].find((child) => child.contains(element)) ?? null)
    if (row === null || cell === null || row === element) return true
    const first = seenRows.get(row) ?? cell
    seenRows.set(row, first)
    return first === cell
  })
}

/** Puts one of the places into view, marks it and gives it the focus, so that it is read out. */
function show(places: readonly HTMLElement[], place: HTMLElement): void {
  for (const other of places) other.removeAttribute('data-current')
  place.setAttribute('data-current', '')
  place.setAttribute('tabindex', '-1')
  place.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
}

/** Steps through the changes on the sheet a redline is drawn on; `section` is where to begin, by its place in the redline. */
export function useChangeSteps(drawn: AssembledDocument, section: number | undefined): ChangeSteps {
  const [places, setPlaces] = useState<readonly HTMLElement[]>([])
  const [position, setPosition] = useState<number>()
  // A new redline makes a new function, which React calls with the sheet once it is drawn.
  const sheet = useCallback(
    (element: HTMLElement | null) => {
      const found = element === null || drawn.sections.length === 0 ? [] : placesIn(element)
      const part = section === undefined ? null : (element?.querySelector(`[data-section-index="${section}"]`) ?? null)
      const first = part === null ? -1 : found.findIndex((place) => part.contains(place))
      const begin = found[first]
      if (begin !== undefined) show(found, begin)
      setPlaces(found)
      setPosition(begin === undefined ? undefined : first)
    },
    [drawn, section],
  )
  const go = useCallback(
    (step: 1 | -1) => {
      const next = position === undefined ? (step === 1 ? 0 : places.length - 1) : (position + step + places.length) % places.length
      const place = places[next]
      if (place === undefined) return
      show(places, place)
      setPosition(next)
    },
    [places, position],
  )
  return { sheet, count: places.length, position, go }
}
