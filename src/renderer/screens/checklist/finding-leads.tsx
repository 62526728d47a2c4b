import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ChecklistFinding } from '../../../engine/checklist-score.ts'
import type { ChecklistQuestion } from '../../../engine/template.ts'
import type { FindingDraft, FindingLeads as Leads } from '../../../shared/contract/findings.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { paths } from '../../app/paths.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BeginFromFindings } from '../findings/begin-from-findings.tsx'
import { DealDialog } from '../findings/deal-dialog.tsx'
import styles from '../findings/findings.module.css'
import { type LeadRun, useDealtIn, useLeads, useLeadsQuery } from '../findings/lead-run.ts'

type FindingLeadsProps = { readonly run: LeadRun; readonly question: ChecklistQuestion }

/** At a finding: where it is dealt with already, and the way to deal with it. Nothing where it leads to no document. */
export function FindingLeads({ run, question }: FindingLeadsProps) {
  const { t, local } = useWords()
  const [isOpen, setOpen] = useState(false)
  const leads = useLeads(run)
  const drafts = useDealtIn(run, question.id)
  const leadsSomewhere = leads?.questions.some((entry) => entry.question === question.id) ?? false
  const isShown = leadsSomewhere || drafts.length > 0
  const place = useArrival(question.id, isShown)
  if (!isShown) return null
  const finding = local(question.missing)
  return (
    <div ref={place} className={styles.leads}>
      {drafts.length === 0 ? null : (
        <ul className={styles.places}>
          {drafts.map((draft) => (
            <DealtIn key={draft.draft} run={run} question={question} draft={draft} />
          ))}
        </ul>
      )}
      {leadsSomewhere ? (
        <div>
          <Button
            {...(drafts.length === 0 ? {} : { variant: 'link' as const })}
            aria-label={t(drafts.length === 0 ? 'findings.dealNamed' : 'findings.elsewhereNamed', { finding })}
            onPress={() => setOpen(true)}
          >
            {t(drafts.length === 0 ? 'findings.deal' : 'findings.elsewhere')}
          </Button>
        </div>
      ) : null}
      {isOpen ? <DealDialog run={run} question={question} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

/** Brings whoever comes from a draft to the finding that stands behind it. */
function useArrival(question: string, isShown: boolean) {
  const place = useRef<HTMLDivElement>(null)
  const isWanted = useSearch({ strict: false, select: (search) => search.question === question })
  useEffect(() => {
    const finding = isShown && isWanted ? place.current?.closest<HTMLElement>('[data-finding]') : undefined
    finding?.scrollIntoView({ block: 'start' })
    finding?.focus({ preventScroll: true })
  }, [isShown, isWanted])
  return place
}

/** A draft that deals with the finding: how far, the way there, and taking the link back. */
function DealtIn({ run, question, draft }: FindingLeadsProps & { readonly draft: FindingDraft }) {
  const { t } = useWords()
  const toast = useToast()
  const client = useQueryClient()
  const key = { run: run.draft.id, question: question.id, draft: draft.draft }
  const refresh = () => client.invalidateQueries({ queryKey: api.findings.key() })
  const onError = (error: unknown) => toast(describeFailure(error, t).what)
  const settle = useMutation(api.findings.settle.mutationOptions({ onSuccess: refresh, onError }))
  // Taking back also brings back what a person had decided.
  const link = useMutation(
    api.findings.link.mutationOptions({ onSuccess: () => (draft.settled === null ? refresh() : settle.mutate({ ...key, settled: draft.settled })), onError }),
  )
  const unlink = useMutation(
    api.findings.unlink.mutationOptions({
      onSuccess: async ({ name }) => {
        toast(t('findings.unlinked', { draft: name }), { label: t('app.undo'), onAction: () => link.mutate(key) })
        await refresh()
      },
      onError,
    }),
  )
  const state = draft.settled === 'otherwise' ? 'otherwise' : draft.state
  return (
    <li className={styles.place}>
      {draft.state === 'dealt' ? <Icon name="check" size={14} /> : null}
      <LinkTo href={draft.place === null ? paths.draft(draft.draft) : paths.draftQuestion(draft.draft, draft.place.question)}>
        {t(`findings.inDraft.${state}`, { draft: draft.name, taken: draft.taken, suggested: draft.suggested })}
      </LinkTo>
      <Button variant="link" aria-label={t('findings.unlinkNamed', { draft: draft.name })} onPress={() => unlink.mutate(key)}>
        {t('findings.unlink')}
      </Button>
    </li>
  )
}

/** At the result: documents that several findings lead to, to be begun from all of them at once, and the guide for whoever does not know which. */
export function FindingsTogether({ run, findings }: { readonly run: LeadRun; readonly findings: readonly ChecklistFinding[] }) {
  const { t, local } = useWords()
  const [agreement, setAgreement] = useState<string>()
  const query = useLeadsQuery(run)
  const leads = query.data
  const documents = leads === undefined ? [] : sharedDocuments(leads, findings)
  const chosen = documents.find(({ id }) => id === agreement)
  return (
    <section className={styles.together} aria-labelledby="findings-together">
      <h2 id="findings-together">{t(documents.length === 0 ? 'findings.guide.toGuide' : 'findings.together.title')}</h2>
      {documents.length === 0 ? null : <p className={styles.small}>{t('findings.together.text')}</p>}
      {documents.length === 0 ? null : (
        <ul className={styles.documents}>
          {documents.map(({ id, title, questions }) => (
            <li key={id}>
              <span>{local(title)}</span>
              <span className={styles.small}>{t('findings.together.count', { count: questions.length })}</span>
              <Button
                variant="link"
                aria-label={t('findings.together.beginNamed', { agreement: local(title), count: questions.length })}
                onPress={() => setAgreement(id)}
              >
                {t('findings.together.begin')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {query.isError ? (
        <Notice tone="medium" title={describeFailure(query.error, t).what} action={<Button onPress={() => void query.refetch()}>{t('app.tryAgain')}</Button>} />
      ) : null}
      <p className={styles.small}>
        {t('findings.guide.toGuideText')} <LinkTo href={paths.guideFrom(run.draft.id)}>{t('findings.guide.toGuide')}</LinkTo>
      </p>
      {chosen === undefined ? null : (
        <BeginFromFindings run={run} questions={chosen.questions} agreements={[chosen.id]} onClose={() => setAgreement(undefined)} />
      )}
    </section>
  )
}

type SharedDocument = Leads['agreements'][number] & { readonly questions: readonly ChecklistQuestion[] }

/** The agreements the checklist names for two findings or more, those for most findings first. */
function sharedDocuments({ agreements, questions }: Leads, findings: readonly ChecklistFinding[]): readonly SharedDocument[] {
  return agreements
    .map((agreement) => ({
      ...agreement,
      questions: findings
        .map(({ question }) => question)
        .filter(({ id }) => questions.some((entry) => entry.question === id && entry.leads.some((lead) => lead.agreement === agreement.id && lead.isNamed))),
    }))
    .filter((document) => document.questions.length > 1)
    .toSorted((one, other) => other.questions.length - one.questions.length)
}
