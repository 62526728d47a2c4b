import styles from './icon.module.css'
import { cx } from './cx.ts'

const paths = {
  home: 'M4 11l8-7 8 7M6 9.5V20h4.5v-5h3v5H18V9.5',
  guide: 'M12 3.5V6M12 13v7.5M8.5 20.5h7M5 6h11l3.5 3.5L16 13H5z',
  checklist: 'M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M11.5 6.5H20M11.5 12.5H20M11.5 18.5H20',
  agreement: 'M6 3.5h8.5L18 7v13.5H6zM14 3.5V7.5h4M9 12h6M9 15.5h6',
  library: 'M5 4h4v16H5zM9 4h4v16H9zM13.5 5l3.7-1 3.8 15-3.7 1z',
  glossary: 'M5 4.5h11.5a2 2 0 0 1 2 2V20H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h11.5M8.5 12l2.75-5 2.75 5M9.6 10.2h3.3',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5',
  settings: 'M5 7h8M17 7h2M5 17h2M11 17h8M15 4.8v4.4M9 14.8v4.4',
  info: 'M12 11v5.5M12 7.6v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  up: 'M12 19V6M6.5 11L12 5.5 17.5 11',
  down: 'M12 5v13M6.5 13l5.5 5.5 5.5-5.5',
  chevronDown: 'M6.5 9.5L12 15l5.5-5.5',
  chevronRight: 'M9.5 6.5L15 12l-5.5 5.5',
  back: 'M14.5 6.5L9 12l5.5 5.5',
  plus: 'M12 5.5v13M5.5 12h13',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l4 4',
  undo: 'M8.5 5.5L4.5 9.5l4 4M4.5 9.5H14a5 5 0 0 1 0 10h-3.5',
  redo: 'M15.5 5.5l4 4-4 4M19.5 9.5H10a5 5 0 0 0 0 10h3.5',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V7M15.5 3.5V7',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  panelLeft: 'M3.5 5h17v14h-17zM9.5 5v14',
  panelRight: 'M3.5 5h17v14h-17zM14.5 5v14',
  warning: 'M12 4L21 19.5H3zM12 10v4.5M12 16.9v.1',
  folder: 'M3.5 6.5h6l2 2.5h9v10h-17z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  copy: 'M9 8.5h10.5V20H9zM5 15.5H4.5V4H15v.5',
  swap: 'M4.5 9h14M15 5.5L18.5 9 15 12.5M19.5 15.5h-14M9 12L5.5 15.5 9 19',
  restore: 'M5 5v5h5M5.5 9.5A7.5 7.5 0 1 1 4.7 14',
} as const

export type IconName = keyof typeof paths

/** A line drawing that accompanies a word; it is hidden from assistive technology because the word says it. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  const isDots = name === 'more' || name === 'grip'
  return (
    <svg className={cx(styles.icon, isDots && styles.dots)} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

/** The mark of Musubi: a tied knot. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 15c0-5 7-9 11-6s1 8-3 8-7-5-3-8 11 1 11 6" />
      <path d="M4 20c2-1 3-3 3-5M20 20c-2-1-3-3-3-5" />
    </svg>
  )
}
