import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Draft } from '../../../../shared/contract/core.ts'
import { failureCode } from '../../../app/failure.ts'
import { core, coreStatus } from '../../../connection.ts'
import { createDraftSession, type DraftSession, type SessionState } from './draft-session.ts'

function judge(error: unknown): 'away' | 'refused' | 'trouble' {
  const code = failureCode(error)
  if (code === 'coreRestarted') return 'away'
  return code === 'answerTooLarge' || code === 'draftNotFound' || code === 'draftInTrash' ? 'refused' : 'trouble'
}

/** Opens the session of a draft for as long as its screen is shown; unsaved answers are sent when the page is left or the window closes. */
export function useSession(draft: Draft): { readonly session: DraftSession; readonly state: SessionState } {
  const [session] = useState(() =>
    createDraftSession({
      answers: draft.answers,
      save: (question, value) => core.drafts.saveAnswer(value === undefined ? { id: draft.id, question } : { id: draft.id, question, value }),
      judge,
      now: Date.now,
    }),
  )
  useEffect(() => {
    const flush = () => void session.flush()
    const hide = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    window.addEventListener('pagehide', flush)
    window.addEventListener('beforeunload', flush)
    window.addEventListener('blur', flush)
    document.addEventListener('visibilitychange', hide)
    // When core is back, what waited goes out at once instead of at the next try.
    const stopWatching = coreStatus.subscribe(() => {
      if (coreStatus.get().state === 'running') flush()
    })
    return () => {
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('beforeunload', flush)
      window.removeEventListener('blur', flush)
      document.removeEventListener('visibilitychange', hide)
      stopWatching()
      flush()
    }
  }, [session])
  const state = useSyncExternalStore(session.subscribe, session.get)
  return { session, state }
}
