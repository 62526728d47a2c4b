import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SeriesInput } from '../../../shared/contract/series.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { ScreenError } from '../../app/screen-error.tsx'
import { core, desktop } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Loading } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { usualLanguages } from '../drafts/language-choices.ts'
import { AgreementStep } from './agreement-step.tsx'
import { DocumentsStep } from './documents-step.tsx'
import { ResultView } from './result-view.tsx'
import { forgetRun, startRun, useRun } from './run-store.ts'
import { RunView } from './run-view.tsx'
import { choiceFor, rememberChoice, type SeriesChoice } from './series-choice.ts'
import styles from './series.module.css'
import { TableStep } from './table-step.tsx'
import { useCheck } from './use-check.ts'
import { WriteStep } from './write-step.tsx'

/** Many agreements from one table, in four steps. A series that runs, or has just ended, takes the place of the steps. */
export function SeriesScreen({ templateId }: { readonly templateId: string | undefined }) {
  const { t } = useWords()
  const run = useRun()
  return (
    <>
      <PageHead title={t('series.title')} lead={t('series.lead')} />
      {run.kind === 'running' ? <RunView run={run} /> : null}
      {run.kind === 'done' ? <ResultView result={run.result} folder={run.folder} /> : null}
      {/* The steps stay in place under a run, so that what was chosen is still there after it. */}
      <div hidden={run.kind === 'running' || run.kind === 'done'}>
        <Steps templateId={templateId} />
      </div>
    </>
  )
}

function Steps({ templateId }: { readonly templateId: string | undefined }) {
  const { t, local, language } = useWords()
  const toast = useToast()
  const run = useRun()
  const content = useQuery(api.content.list.queryOptions())
  const [choice, setChoice] = useState<SeriesChoice>(() => choiceFor(templateId))
  const [attempt, setAttempt] = useState(0)
  const items = (content.data?.items ?? []).filter(({ kind }) => kind === 'agreement')
  const chosen = items.find(({ id }) => id === choice.templateId)
  const languages = [...(choice.languages ?? usualLanguages(chosen?.languages ?? [], language))]
  const { table, folder, commonDraft, hasGaps, isDraft } = choice
  const input: SeriesInput | undefined =
    chosen === undefined || table === undefined ? undefined : { templateId: chosen.id, table: table.handle, languages, commonDraft, hasGaps, isDraft }
  const check = useCheck(input, attempt)
  const goodRows = check.kind === 'checked' ? check.table.goodRows : 0
  const change = (next: SeriesChoice) => {
    // What kept the last try from beginning may be gone with what was chosen then.
    forgetRun()
    rememberChoice(next)
    setChoice(next)
  }
  const failing = (work: () => Promise<unknown>) => () => {
    work().catch((error: unknown) => toast(describeFailure(error, t).what))
  }
  const saveEmpty = failing(async () => {
    if (chosen === undefined) return
    const target = await desktop.dialogs.chooseExportTarget({ suggestedName: local(chosen.title), format: 'csv' })
    if (target.kind === 'cancelled') return
    const { fileName } = await core.series.emptyTable({ templateId: chosen.id, handle: target.handle, languages, listLanguage: language })
    toast(t('series.table.saved', { fileName }))
  })
  const chooseTable = failing(async () => {
    const [file] = await desktop.dialogs.chooseImportFiles({ kind: 'table' })
    if (file !== undefined) change({ ...choice, table: file })
  })
  const saveList = failing(async () => {
    if (input === undefined) return
    const target = await desktop.dialogs.chooseExportTarget({ suggestedName: 'errors', format: 'csv' })
    if (target.kind === 'cancelled') return
    const { fileName } = await core.series.errorList({ ...input, handle: target.handle, listLanguage: language })
    toast(t('series.table.listSaved', { fileName }))
  })
  const chooseFolder = failing(async () => {
    const target = await desktop.dialogs.chooseExportFolder()
    if (target.kind === 'chosen') change({ ...choice, folder: { handle: target.handle, fileName: target.fileName } })
  })
  const write = (existing: 'refuse' | 'overwrite' | 'skip') => {
    if (input === undefined || table === undefined || folder === undefined) return
    const { formats, hasWatermark, hasData } = choice
    void startRun({ ...input, table, folder, formats: [...formats], hasWatermark: isDraft && hasWatermark, hasData, existing, listLanguage: language })
  }
  if (content.isPending) return <Loading label={t('drafts.library.loading')} />
  if (content.isError) return <ScreenError error={content.error} onRetry={() => void content.refetch()} />
  return (
    <div className={styles.steps}>
      <AgreementStep items={items} chosen={chosen} languages={languages} choice={choice} onChange={change} />
      <TableStep
        table={table}
        state={check}
        canBegin={chosen !== undefined}
        onSaveEmpty={saveEmpty}
        onChoose={chooseTable}
        onCheckAgain={() => setAttempt((count) => count + 1)}
        onSaveList={saveList}
      />
      <DocumentsStep choice={choice} onChange={change} onChooseFolder={chooseFolder} />
      <WriteStep rows={goodRows} isReady={goodRows > 0 && folder !== undefined && choice.formats.length > 0} run={run} onWrite={write} />
    </div>
  )
}
