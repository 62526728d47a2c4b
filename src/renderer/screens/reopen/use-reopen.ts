import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ReturnedFile } from '../../../shared/contract/returned.ts'
import type { Reopened } from '../../../shared/contract/reopening.ts'
import { api } from '../../app/api.ts'
import { core, desktop } from '../../connection.ts'
import { contentOf, maximumDroppedBytes } from './dropped-file.ts'

/** Where one is with a file. `tooLarge` is told apart because a dialog takes what a drop does not. */
export type ReopenState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'read'; readonly file: Reopened; readonly isOpening: boolean; readonly error: unknown }
  | { readonly kind: 'tooLarge'; readonly fileName: string }
  | { readonly kind: 'failed'; readonly fileName: string; readonly error: unknown }

/** Reads an exported file, chosen or dropped, and opens it as a new draft when the person wants that. */
export function useReopen() {
  const [state, setState] = useState<ReopenState>({ kind: 'idle' })
  const navigate = useNavigate()
  const client = useQueryClient()
  // A second file takes the place of the first, whose answer comes too late then.
  const turn = useRef(0)

  const read = async (fileName: string, input: () => Promise<ReturnedFile>) => {
    const own = (turn.current += 1)
    const show = (next: ReopenState) => {
      if (turn.current === own) setState(next)
    }
    show({ kind: 'reading', fileName })
    try {
      show({ kind: 'read', file: await core.reopening.read(await input()), isOpening: false, error: undefined })
    } catch (error) {
      show({ kind: 'failed', fileName, error })
    }
  }

  const choose = async () => {
    const [file] = await desktop.dialogs.chooseImportFiles({ kind: 'document' })
    if (file !== undefined) await read(file.fileName, () => Promise.resolve({ kind: 'chosen', ...file }))
  }

  const drop = async (file: File) => {
    const fileName = file.name.slice(0, 300)
    if (file.size <= maximumDroppedBytes) await read(fileName, async () => ({ kind: 'dropped', fileName, content: await contentOf(file) }))
    else setState({ kind: 'tooLarge', fileName })
  }

  const open = async (file: Reopened, name: string) => {
    setState({ kind: 'read', file, isOpening: true, error: undefined })
    try {
      const draft = await core.reopening.restore({ ticket: file.ticket, name })
      setState({ kind: 'idle' })
      await client.invalidateQueries({ queryKey: api.drafts.key() })
      await navigate({ to: '/drafts/$draftId', params: { draftId: draft.id } })
    } catch (error) {
      setState({ kind: 'read', file, isOpening: false, error })
    }
  }

  return {
    state,
    choose: () => void choose(),
    drop: (file: File) => void drop(file),
    open: (file: Reopened, name: string) => void open(file, name),
    close: () => {
      turn.current += 1
      setState({ kind: 'idle' })
    },
  }
}
