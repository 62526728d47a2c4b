import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Answers } from '../../../engine/answers.ts'
import type { ChecklistPackage } from '../../../engine/template.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import type { DraftId } from '../../../shared/contract/ids.ts'
import { api } from '../../app/api.ts'
import type { DraftSession } from '../drafting/session/draft-session.ts'

/** What leading on from a run needs of it. */
export type LeadRun = {
  readonly draft: Draft
  readonly content: ChecklistPackage
  readonly answers: Answers
  readonly session: Pick<DraftSession, 'flush'>
}

/** Where the questions of a run lead; the same for all that ask. */
export function useLeads(run: LeadRun) {
  return useLeadsQuery(run).data
}

/** The same, for the one place that says when it could not be read. */
export function useLeadsQuery({ draft }: LeadRun) {
  return useQuery(api.findings.leads.queryOptions({ input: { id: draft.id } }))
}

/** The drafts that deal with a finding of the run. */
export function useDealtIn({ draft }: LeadRun, question: string) {
  const query = useQuery(api.findings.ofRun.queryOptions({ input: { id: draft.id } }))
  return query.data?.find((entry) => entry.question === question)?.drafts ?? []
}

/** Opens a draft at what the findings concern in it. */
export function useOpenDraft(): (id: DraftId, question: string | undefined) => Promise<void> {
  const navigate = useNavigate()
  const client = useQueryClient()
  return async (id, question) => {
    await Promise.all([
      client.invalidateQueries({ queryKey: api.drafts.list.key() }),
      client.invalidateQueries({ queryKey: api.findings.key() }),
      navigate({ to: '/drafts/$draftId', params: { draftId: id }, search: question === undefined ? {} : { question } }),
    ])
  }
}
