import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { TermDefinition } from './term-definition.tsx'
import styles from './term-cards.module.css'
import { useGlossary } from './use-glossary.ts'

type Shown = { readonly element: HTMLElement; readonly id: string; readonly left: number; readonly top: number; readonly isAbove: boolean }

const cardWidth = 360
/** Long enough not to flicker when the mouse passes over, and to reach the card from the word. */
const showAfterMs = 220
const hideAfterMs = 180

const termAt = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-term]') : null)

function placeOf(element: HTMLElement, id: string): Shown {
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const isAbove = box.bottom > window.innerHeight * 0.62
  return { element, id, left: Math.max(8, Math.min(box.left, window.innerWidth - cardWidth - 8)), top: isAbove ? box.top - 6 : box.bottom + 6, isAbove }
}

/**
 * Explains the marked words inside: one card for all of them, shown while the mouse rests on a word or the focus is on it, or after a press. Escape
 * closes it, and the mouse may move onto it.
 */
export function TermCards({ children }: { readonly children: ReactNode }) {
  const glossary = useGlossary()
  const cardId = useId()
  const [shown, setShown] = useState<Shown>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const after = (milliseconds: number, action: () => void): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(action, milliseconds)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    // The word says that the card describes it only while there is a card.
    shown?.element.setAttribute('aria-describedby', cardId)
    return () => shown?.element.removeAttribute('aria-describedby')
  }, [shown, cardId])
  const show = (element: HTMLElement): void => {
    clearTimeout(timer.current)
    const id = element.dataset['term'] ?? ''
    if (glossary?.term(id) !== undefined) setShown(placeOf(element, id))
  }
  const hide = (): void => {
    clearTimeout(timer.current)
    setShown(undefined)
  }
  const over = (event: MouseEvent): void => {
    const element = termAt(event.target)
    if (event.target instanceof Element && event.target.closest('[data-term-card]') !== null) clearTimeout(timer.current)
    else if (element !== null) after(showAfterMs, () => show(element))
    else if (shown !== undefined) after(hideAfterMs, hide)
    else clearTimeout(timer.current)
  }
  const focus = (event: FocusEvent): void => {
    const element = termAt(event.target)
    if (element !== null && element.matches(':focus-visible')) show(element)
  }
  const press = (event: KeyboardEvent): void => {
    const element = termAt(event.target)
    if (event.key === 'Escape' && shown !== undefined) {
      event.stopPropagation()
      hide()
    } else if (element !== null && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      show(element)
    }
  }
  const term = shown === undefined ? undefined : glossary?.term(shown.id)
  return (
    <div
      className={styles.host}
      role="presentation"
      onMouseOver={over}
      onMouseLeave={() => after(hideAfterMs, hide)}
      onFocus={focus}
      onBlur={hide}
      onKeyDownCapture={press}
      onClick={(event) => {
        const element = termAt(event.target)
        if (element?.getAttribute('role') === 'button') show(element)
      }}
      onScrollCapture={(event) => {
        // The card goes along with its word, and away with it; what scrolls elsewhere does not move it.
        if (shown === undefined || !(event.target instanceof Element) || !event.target.contains(shown.element)) return
        const [pane, word] = [event.target.getBoundingClientRect(), shown.element.getBoundingClientRect()]
        if (word.bottom < pane.top || word.top > pane.bottom) hide()
        else setShown(placeOf(shown.element, shown.id))
      }}
    >
      {children}
      {shown === undefined || term === undefined ? null : (
        <div
          id={cardId}
          role="tooltip"
          data-term-card=""
          className={styles.card}
          data-above={shown.isAbove ? '' : undefined}
          style={{ left: shown.left, top: shown.top, width: cardWidth }}
        >
          <TermDefinition term={term} />
        </div>
      )}
    </div>
  )
}
