import { useEffect } from 'react'
import { platform } from '../../app/platform.ts'
import type { DraftSession } from './session/draft-session.ts'

/** Undo and redo of answers by keys, also from within a field: the fields show what the session holds, so the browser's own undo would not. */
export function useUndoKeys(session: DraftSession, goTo: (question: string) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(platform === 'mac' ? event.metaKey : event.ctrlKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      const question = isRedo ? session.redo() : session.undo()
      if (question !== undefined) goTo(question)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [session, goTo])
}
