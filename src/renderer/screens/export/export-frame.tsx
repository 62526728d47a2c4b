import type { ReactNode } from 'react'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ExportDone, ExportFailed, ExportRunning, showFile } from './export-progress.tsx'
import type { ExportState } from './use-export.ts'

type ExportFrameProps = {
  readonly title: string
  readonly state: ExportState
  /** What is chosen before writing begins. */
  readonly children: ReactNode
  readonly onStart: () => void
  readonly onCancel: () => void
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** The dialog around an export: its choices, how far it is, where the file is, and the buttons that fit. */
export function ExportFrame({ title, state, children, onStart, onCancel, onAgain, onClose }: ExportFrameProps) {
  return (
    <Dialog
      title={title}
      isOpen={true}
      onClose={state.kind === 'running' ? onCancel : onClose}
      actions={<ExportActions state={state} onStart={onStart} onCancel={onCancel} onClose={onClose} />}
    >
      {state.kind === 'running' ? <ExportRunning state={state} /> : null}
      {state.kind === 'done' ? <ExportDone state={state} onAgain={onAgain} /> : null}
      {state.kind === 'failed' ? <ExportFailed error={state.error} /> : null}
      {state.kind === 'asking' || state.kind === 'failed' ? children : null}
    </Dialog>
  )
}

function ExportActions({ state, onStart, onCancel, onClose }: Pick<ExportFrameProps, 'state' | 'onStart' | 'onCancel' | 'onClose'>) {
  const { t } = useWords()
  switch (state.kind) {
    case 'running':
      return <Button onPress={onCancel}>{t('export.cancel')}</Button>
    case 'done':
      return (
        <>
          <Button icon="folder" onPress={() => void showFile(state)}>
            {t('export.showInFolder')}
          </Button>
          <Button variant="primary" autoFocus={true} onPress={onClose}>
            {t('app.done')}
          </Button>
        </>
      )
    case 'asking':
    case 'failed':
      return (
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={onStart}>
            {state.kind === 'failed' ? t('export.chooseAnother') : t('export.choose')}
          </Button>
        </>
      )
  }
}
