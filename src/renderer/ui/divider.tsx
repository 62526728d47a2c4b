import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './divider.module.css'

type DividerProps = {
  readonly label: string
  readonly value: number
  readonly minimum: number
  readonly maximum: number
  /** Which side of the divider the sized pane is on. */
  readonly side: 'start' | 'end'
  readonly onResize: (value: number) => void
  /** Called once the pane stays as it is, to remember the width. */
  readonly onSettle: (value: number) => void
}

const step = 24

/** The line between two panes: dragged with the pointer or moved with the arrow keys. */
export function Divider({ label, value, minimum, maximum, side, onResize, onSettle }: DividerProps) {
  const drag = useRef<{ readonly x: number; readonly value: number; latest: number } | undefined>(undefined)
  const within = (next: number) => Math.round(Math.min(Math.max(next, minimum), Math.max(minimum, maximum)))
  const direction = side === 'start' ? 1 : -1
  const down = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, value, latest: value }
  }
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (drag.current === undefined) return
    drag.current.latest = within(drag.current.value + direction * (event.clientX - drag.current.x))
    onResize(drag.current.latest)
  }
  const up = () => {
    if (drag.current !== undefined) onSettle(drag.current.latest)
    drag.current = undefined
  }
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    const next =
      event.key === 'ArrowRight'
        ? within(value + direction * step)
        : event.key === 'ArrowLeft'
          ? within(value - direction * step)
          : event.key === 'Home'
            ? within(minimum)
            : event.key === 'End'
              ? within(maximum)
              : undefined
    if (next === undefined) return
    event.preventDefault()
    onResize(next)
    onSettle(next)
  }
  return (
    // A focusable separator is the pattern for this; no native element carries it.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={minimum}
      aria-valuemax={Math.max(minimum, Math.round(maximum))}
      tabIndex={0}
      className={styles.divider}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    />
  )
}
