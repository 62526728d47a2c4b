import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './toast.module.css'

type Toast = { readonly id: number; readonly text: string; readonly action?: { readonly label: string; readonly onAction: () => void } }
type ShowToast = (text: string, action?: Toast['action']) => void

const ToastContext = createContext<ShowToast>(() => undefined)

/** Says something in passing, with at most one thing to do about it. */
export function useToast(): ShowToast {
  return useContext(ToastContext)
}

/** How long a message stays; it waits while the pointer or the focus is on it. */
const shownForMs = 8000

/** Holds the messages and reads them out politely. */
export function ToastProvider({ children, label, closeLabel }: { readonly children: ReactNode; readonly label: string; readonly closeLabel: string }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const nextId = useRef(1)
  const close = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), [])
  const show = useCallback<ShowToast>((text, action) => {
    const id = nextId.current++
    setToasts((shown) => [...shown.slice(-2), action === undefined ? { id, text } : { id, text, action }])
  }, [])
  const value = useMemo(() => show, [show])
  return (
    <ToastContext value={value}>
      {children}
      <section className={styles.region} aria-label={label} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} close={close} closeLabel={closeLabel} />
        ))}
      </section>
    </ToastContext>
  )
}

function ToastCard({ toast, close, closeLabel }: { readonly toast: Toast; readonly close: (id: number) => void; readonly closeLabel: string }) {
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => close(toast.id), shownForMs)
    return () => clearTimeout(timer)
  }, [isHeld, toast.id, close])
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span className={styles.text}>{toast.text}</span>
      {toast.action === undefined ? null : (
        <span className={styles.action}>
          <Button
            variant="plain"
            onPress={() => {
              toast.action?.onAction()
              close(toast.id)
            }}
          >
            {toast.action.label}
          </Button>
        </span>
      )}
      <button type="button" className={styles.close} aria-label={closeLabel} onClick={() => close(toast.id)}>
        <Icon name="close" size={14} />
      </button>
    </div>
  )
}
