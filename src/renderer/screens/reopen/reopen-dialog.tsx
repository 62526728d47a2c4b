import { useState } from 'react'
import type { Reopened, SealState } from '../../../shared/contract/reopening.ts'
import { describeFailure } from '../../app/failure.ts'
import { longDateTime } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loading, Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguageNames } from '../drafts/language-choices.ts'
import { draftNameOf } from './dropped-file.ts'
import styles from './reopen.module.css'
import { ReviewOffer } from './review-offer.tsx'
import type { ReopenState } from './use-reopen.ts'

type ReopenDialogProps = {
  readonly state: Exclude<ReopenState, { kind: 'idle' }>
  readonly onChoose: () => void
  readonly onOpen: (file: Reopened, name: string) => void
  readonly onClose: () => void
}

/** Says what an exported file is and whether it was altered, then opens it as a new draft. */
export function ReopenDialog({ state, onChoose, onOpen, onClose }: ReopenDialogProps) {
  const { t } = useWords()
  if (state.kind === 'read') return <ReadFile key={state.file.ticket} state={state} onOpen={onOpen} onClose={onClose} />
  const isReading = state.kind === 'reading'
  const actions = isReading ? (
    <Button onPress={onClose}>{t('app.cancel')}</Button>
  ) : (
    <>
      <Button onPress={onClose}>{t('app.close')}</Button>
      <Button variant="primary" autoFocus={true} onPress={onChoose}>
        {t('reopen.chooseAnother')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('reopen.title')} isOpen={true} onClose={onClose} actions={actions}>
      <p className={styles.file}>{state.fileName}</p>
      {isReading ? <Loading label={t('reopen.reading')} /> : <Refusal state={state} />}
    </Dialog>
  )
}

function Refusal({ state }: { readonly state: Extract<ReopenState, { kind: 'failed' | 'tooLarge' }> }) {
  const { t } = useWords()
  const failure = state.kind === 'failed' ? describeFailure(state.error, t) : { what: t('reopen.tooLarge'), next: t('reopen.tooLargeText') }
  return (
    <Notice tone="high" title={failure.what}>
      {failure.next}
    </Notice>
  )
}

function ReadFile({ state, onOpen, onClose }: Pick<ReopenDialogProps, 'onOpen' | 'onClose'> & { readonly state: Extract<ReopenState, { kind: 'read' }> }) {
  const { t } = useWords()
  const { file, isOpening, error } = state
  const [name, setName] = useState(draftNameOf(file.fileName))
  const isEmpty = name.trim() === ''
  const failure = error === undefined ? undefined : describeFailure(error, t)
  const open = () => {
    if (!isEmpty && !isOpening) onOpen(file, name.trim())
  }
  return (
    <Dialog
      title={t('reopen.title')}
      isOpen={true}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={open} isPending={isOpening}>
            {t('reopen.open')}
          </Button>
        </>
      }
    >
      <p className={styles.file}>{file.fileName}</p>
      <div className={styles.notices}>
        <Notice tone={sealTones[file.seal]} title={t(`reopen.seal.${file.seal}.what`)}>
          {t(`reopen.seal.${file.seal}.next`)}
        </Notice>
        <TemplateNotice file={file} />
      </div>
      <Facts file={file} />
      <ReviewOffer file={file} onLeave={onClose} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          open()
        }}
      >
        <TextField
          label={t('reopen.name')}
          description={t('reopen.nameHelp')}
          value={name}
          onChange={setName}
          maxLength={200}
          error={isEmpty ? t('drafts.nameNeeded') : undefined}
        />
      </form>
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </Dialog>
  )
}

const sealTones: Readonly<Record<SealState, 'low' | 'info' | 'medium'>> = {
  untouched: 'low',
  appended: 'info',
  sameWords: 'low',
  altered: 'medium',
  rewritten: 'medium',
}

function TemplateNotice({ file }: { readonly file: Reopened }) {
  const { t } = useWords()
  if (file.templateState === 'same') return null
  const versions = { version: file.templateVersion, installed: file.installedVersion ?? '' }
  return (
    <Notice tone={file.templateState === 'otherVersion' ? 'info' : 'medium'} title={t(`reopen.template.${file.templateState}.what`, versions)}>
      {t(`reopen.template.${file.templateState}.next`, versions)}
    </Notice>
  )
}

function Facts({ file }: { readonly file: Reopened }) {
  const { t, language, local } = useWords()
  const names = useLanguageNames()
  const isReport = file.kind === 'checklist'
  const facts: readonly (readonly [string, string])[] = [
    [t('reopen.facts.document'), t('reopen.facts.documentValue', { title: local(file.templateTitle), version: file.templateVersion })],
    ...(file.partner === '' ? [] : [[isReport ? t('reopen.facts.organisation') : t('reopen.facts.parties'), file.partner] as const]),
    ...(isReport
      ? []
      : [[t('reopen.facts.state'), file.draftNumber === null ? t('reopen.facts.final') : t('reopen.facts.draft', { number: file.draftNumber })] as const]),
    [t('reopen.facts.languages'), names.of(file.languages)],
    [t('reopen.facts.answers'), t('reopen.facts.answersValue', { count: file.answered })],
    [t('reopen.facts.exported'), longDateTime(file.exportedAt, language)],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
