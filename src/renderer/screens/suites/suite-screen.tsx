import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SuiteId } from '../../../shared/contract/ids.ts'
import type { SuiteRun } from '../../../shared/contract/suites.ts'
import { api } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { ScreenError } from '../../app/screen-error.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Loading, Notice } from '../../ui/states.tsx'
import { DissolveDialog } from './dissolve-dialog.tsx'
import { SuiteExportDialog } from './suite-export-dialog.tsx'
import styles from './suites.module.css'

type Asked = 'export' | 'dissolve' | undefined

/** A set of documents: where each stands, what they share, where they differ, and the way to files. */
export function SuiteScreen({ suiteId }: { readonly suiteId: SuiteId }) {
  const { t, local } = useWords()
  const [asked, setAsked] = useState<Asked>()
  const query = useQuery({ ...api.suites.get.queryOptions({ input: { id: suiteId } }), refetchOnMount: 'always' })
  if (query.isError) {
    return (
      <>
        <PageHead title={t('suites.listTitle')} />
        <ScreenError error={query.error} onRetry={() => void query.refetch()} />
      </>
    )
  }
  if (query.data === undefined) return <Loading label={t('suites.loading')} />
  const run = query.data
  const begun = run.documents.filter(({ draft }) => draft !== null).length
  return (
    <>
      <PageHead
        title={run.name}
        lead={local(run.title) === run.name ? local(run.purpose) : t('suites.lead', { title: local(run.title), purpose: local(run.purpose) })}
        action={
          <Button variant="primary" isDisabled={begun === 0} onPress={() => setAsked('export')}>
            {t('suites.export.action')}
          </Button>
        }
      />
      <section aria-labelledby="suite-documents">
        <h2 id="suite-documents" className={styles.heading}>
          {t('suites.documents')}
        </h2>
        <ol className={styles.documents}>
          {run.documents.map((document, index) => (
            <DocumentRow key={document.agreement} run={run} document={document} number={index + 1} isNext={isNext(run, index)} />
          ))}
        </ol>
      </section>
      <Sharing run={run} begun={begun} />
      <p className={styles.dissolve}>
        <Button variant="link" onPress={() => setAsked('dissolve')}>
          {t('suites.dissolve.action')}
        </Button>
      </p>
      {asked === 'export' ? <SuiteExportDialog run={run} onClose={() => setAsked(undefined)} /> : null}
      {asked === 'dissolve' ? <DissolveDialog run={run} onClose={() => setAsked(undefined)} /> : null}
    </>
  )
}

/** The first needed document that is not begun is the one to go on with; when all are, none stands out. */
function isNext({ documents }: SuiteRun, index: number): boolean {
  return documents.findIndex(({ isNeeded, draft }) => isNeeded && draft === null) === index
}

function DocumentRow({
  run,
  document,
  number,
  isNext: isHighlighted,
}: {
  readonly run: SuiteRun
  readonly document: SuiteRun['documents'][number]
  readonly number: number
  readonly isNext: boolean
}) {
  const { t, local } = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const open = useMutation(
    api.suites.open.mutationOptions({
      onSuccess: async ({ draftId }) => {
        await Promise.all([
          client.invalidateQueries({ queryKey: api.drafts.list.key() }),
          client.invalidateQueries({ queryKey: api.suites.key() }),
          navigate({ to: '/drafts/$draftId', params: { draftId } }),
        ])
      },
    }),
  )
  const { draft } = document
  const title = local(document.title)
  return (
    <li className={styles.document} data-suite-document={document.agreement}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.words}>
        <h3>{title}</h3>
        {document.role === null ? null : <p className={styles.small}>{local(document.role)}</p>}
        {draft === null ? null : (
          <p className={styles.state}>
            <Progress
              label={t('drafts.progress', { answered: draft.answered, asked: draft.asked })}
              value={draft.asked === 0 ? 0 : draft.answered / draft.asked}
            />
            <span className={styles.small}>{t('drafts.progress', { answered: draft.answered, asked: draft.asked })}</span>
            {draft.risks > 0 ? <Chip tone="high">{t('drafts.state.risks', { count: draft.risks })}</Chip> : null}
            {draft.openPoints > 0 ? <Chip tone="medium">{t('drafts.state.openPoints', { count: draft.openPoints })}</Chip> : null}
          </p>
        )}
        {document.isNeeded ? null : <p className={styles.small}>{t('suites.notNeeded')}</p>}
        {open.isError ? <ScreenError error={open.error} onRetry={() => open.mutate({ id: run.id, agreement: document.agreement })} /> : null}
      </div>
      <Button
        variant={isHighlighted ? 'primary' : 'quiet'}
        aria-label={draft === null ? t('suites.beginDocument', { document: title }) : t('suites.continueDocument', { document: title })}
        isPending={open.isPending}
        onPress={() => open.mutate({ id: run.id, agreement: document.agreement })}
      >
        {draft === null ? t('suites.beginShort') : t('suites.continueShort')}
      </Button>
    </li>
  )
}

/** What the documents share, and which answers were changed in one of them. */
function Sharing({ run, begun }: { readonly run: SuiteRun; readonly begun: number }) {
  const { t, local } = useWords()
  return (
    <section aria-labelledby="suite-sharing" className={styles.sharing}>
      <h2 id="suite-sharing" className={styles.heading}>
        {t('suites.sharing')}
      </h2>
      <p className={styles.text}>{begun < 2 ? t('suites.sharingBefore') : t('suites.sharingText', { count: run.shared })}</p>
      {run.differences.length === 0 ? null : (
        <Notice tone="medium" title={t('suites.differences', { count: run.differences.length })}>
          <ul className={styles.differences}>
            {run.differences.map(({ label, places }) => (
              <li key={places.map(({ question }) => question).join()}>
                <span>{local(label)}</span>
                <span className={styles.places}>
                  {places.map(({ draft, title, page }) => (
                    <LinkTo key={draft} href={paths.draftPage(draft, page)}>
                      {local(title)}
                    </LinkTo>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  )
}
