import { useRef, useState } from 'react'
import type { Language } from '../../../engine/language.ts'
import type { z } from 'zod'
import type { exportEventSchema } from '../../../shared/contract/export-events.ts'
import type { FileHandle } from '../../../shared/contract/ids.ts'
import { failureCode } from '../../app/failure.ts'
import { desktop } from '../../connection.ts'
import { fileNameFor } from './file-name.ts'

export type ExportChoice = {
  readonly languages: readonly Language[]
  readonly format: 'pdf' | 'docx'
  readonly isDraft: boolean
  readonly hasWatermark: boolean
  readonly hasNotes: boolean
  /** With answers and template inside, so that the file can be reopened. */
  readonly hasData: boolean
  readonly profile: 'archive' | 'fillable'
}

export type ExportState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly step: 'assembling' | 'writing' | 'saving'; readonly fraction: number }
  | { readonly kind: 'done'; readonly fileName: string; readonly bytes: number; readonly handle: FileHandle }
  | { readonly kind: 'failed'; readonly error: unknown }

type ExportEvents = AsyncIterable<z.infer<typeof exportEventSchema>>
type AnyChoice = Pick<ExportChoice, 'languages' | 'format'>

/** Runs an export from the question where to put it to the finished file; `run` makes core write it. */
export function useExport<Choice extends AnyChoice>(
  name: string,
  run: (choice: Choice, handle: FileHandle, signal: AbortSignal) => Promise<ExportEvents>,
  beforeExport: () => Promise<void>,
) {
  const [state, setState] = useState<ExportState>({ kind: 'asking' })
  const abort = useRef<AbortController>(undefined)
  const start = async (choice: Choice) => {
    const controller = new AbortController()
    abort.current = controller
    try {
      const target = await desktop.dialogs.chooseExportTarget({
        suggestedName: fileNameFor(name, choice.languages, choice.format),
        format: choice.format,
      })
      if (target.kind === 'cancelled') return
      setState({ kind: 'running', step: 'assembling', fraction: 0 })
      // What was typed a moment ago belongs into the file.
      await beforeExport()
      const events = await run(choice, target.handle, controller.signal)
      for await (const event of events) {
        if (event.kind === 'progress') setState({ kind: 'running', step: event.step, fraction: event.fraction })
        else setState({ kind: 'done', fileName: event.fileName, bytes: event.bytes, handle: target.handle })
      }
    } catch (error) {
      // Cancelling is the person's own wish: nothing to report, the stream's end has removed what was begun.
      if (controller.signal.aborted) setState({ kind: 'asking' })
      else setState({ kind: 'failed', error })
    }
  }
  return {
    state,
    start: (choice: Choice) => void start(choice),
    cancel: () => {
      abort.current?.abort()
      setState({ kind: 'asking' })
    },
    again: () => setState({ kind: 'asking' }),
    failureCode: state.kind === 'failed' ? failureCode(state.error) : undefined,
  }
}
