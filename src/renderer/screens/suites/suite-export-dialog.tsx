import { useRef, useState } from 'react'
import type { FileHandle } from '../../../shared/contract/ids.ts'
import type { SuiteRun } from '../../../shared/contract/suites.ts'
import { describeFailure } from '../../app/failure.ts'
import { core, desktop } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, CheckboxCards } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Progress } from '../../ui/progress.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Notice } from '../../ui/states.tsx'
import styles from './suites.module.css'

type Format = 'pdf' | 'docx'
type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly fraction: number }
  | { readonly kind: 'done'; readonly folderName: string; readonly files: readonly string[]; readonly handle: FileHandle }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Asks how the files should be and where the new folder goes, then writes all documents and sheets. */
export function SuiteExportDialog({ run, onClose }: { readonly run: SuiteRun; readonly onClose: () => void }) {
  const { t } = useWords()
  const openPoints = run.documents.reduce((sum, { draft }) => sum + (draft?.openPoints ?? 0), 0)
  const [formats, setFormats] = useState<readonly Format[]>(['pdf', 'docx'])
  const [isDraft, setDraft] = useState(true)
  const [hasData, setData] = useState(true)
  const [state, setState] = useState<State>({ kind: 'asking' })
  const abort = useRef<AbortController>(undefined)
  const start = async () => {
    const controller = new AbortController()
    abort.current = controller
    try {
      const folder = await desktop.dialogs.chooseExportFolder()
      if (folder.kind === 'cancelled') return
      setState({ kind: 'running', fraction: 0 })
      const choice = { id: run.id, folder: folder.handle, formats: [...formats], isDraft, hasWatermark: isDraft, hasData }
      for await (const event of await core.suites.export(choice, { signal: controller.signal }))
        setState(event.kind === 'progress' ? { kind: 'running', fraction: event.fraction } : { ...event, handle: folder.handle })
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'asking' } : { kind: 'failed', error })
    }
  }
  const failure = state.kind === 'failed' ? describeFailure(state.error, t) : undefined
  const cancel = () => {
    abort.current?.abort()
    setState({ kind: 'asking' })
  }
  return (
    <Dialog
      title={t('suites.export.title')}
      isOpen={true}
      onClose={state.kind === 'running' ? cancel : onClose}
      actions={
        state.kind === 'running' ? (
          <Button onPress={cancel}>{t('export.cancel')}</Button>
        ) : state.kind === 'done' ? (
          <>
            <Button icon="folder" onPress={() => void desktop.shell.openFile({ handle: state.handle })}>
              {t('series.result.openFolder')}
            </Button>
            <Button variant="primary" autoFocus={true} onPress={onClose}>
              {t('app.done')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>{t('app.cancel')}</Button>
            <Button variant="primary" isDisabled={formats.length === 0} onPress={() => void start()}>
              {t('suites.export.choose')}
            </Button>
          </>
        )
      }
    >
      {state.kind === 'running' ? (
        <>
          <p role="status">{t('suites.export.writing')}</p>
          <Progress label={t('suites.export.writing')} value={state.fraction} width="full" />
        </>
      ) : null}
      {state.kind === 'done' ? (
        <Notice tone="low" title={t('suites.export.done', { count: state.files.length })}>
          <span role="status">{t('suites.export.doneText', { folder: state.folderName })}</span>
        </Notice>
      ) : null}
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
      {state.kind === 'asking' || state.kind === 'failed' ? (
        <>
          <p className={styles.text}>{t('suites.export.text')}</p>
          <CheckboxCards
            label={t('export.format')}
            items={[
              { id: 'pdf', label: t('export.pdf') },
              { id: 'docx', label: t('export.docx') },
            ]}
            value={formats}
            onChange={(chosen) => setFormats((['pdf', 'docx'] as const).filter((format) => chosen.includes(format)))}
          />
          <RadioCards
            layout="row"
            label={t('export.state')}
            description={isDraft ? t('export.draftHelp') : t('export.finalHelp')}
            items={[
              { id: 'draft', label: t('export.draft') },
              { id: 'final', label: t('export.final') },
            ]}
            value={isDraft ? 'draft' : 'final'}
            onChange={(chosen) => setDraft(chosen === 'draft')}
          />
          {!isDraft && openPoints > 0 ? (
            <Notice tone="medium" title={t('export.openPoints', { count: openPoints })}>
              {t('export.openPointsText')}
            </Notice>
          ) : null}
          <Checkbox label={t('export.data')} help={t('export.dataHelp')} isSelected={hasData} onChange={setData} />
        </>
      ) : null}
    </Dialog>
  )
}
