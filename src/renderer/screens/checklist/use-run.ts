import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answers } from '../../../engine/answers.ts'
import { type Checklist, compileChecklist } from '../../../engine/checklist.ts'
import { compareRuns, contentHistory, type ContentHistory, type RunComparison } from '../../../engine/checklist-comparison.ts'
import { type ChecklistResult, scoreChecklist } from '../../../engine/checklist-score.ts'
import type { ChecklistPackage } from '../../../engine/template.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import type { RunSummary } from '../../../shared/contract/runs.ts'
import { api } from '../../app/api.ts'
import type { DraftSession } from '../drafting/session/draft-session.ts'
import { useSession } from '../drafting/session/use-session.ts'

/** The run that this one continues, read once. */
export type PreviousRun = { readonly summary: RunSummary; readonly checklist: Checklist; readonly answers: Answers }

/** An open run: what it asks, how it was answered, and what follows. */
export type Run = {
  readonly draft: Draft
  readonly content: ChecklistPackage
  readonly checklist: Checklist
  readonly answers: Answers
  readonly session: DraftSession
  readonly epoch: number
  readonly result: ChecklistResult
  readonly history: ContentHistory
  readonly previous: PreviousRun | undefined
}

/** Opens a run and works out its result again with every answer. */
export function useRun(draft: Draft, content: ChecklistPackage) {
  const { session, state } = useSession(draft)
  const { answers, epoch, save } = state
  const checklist = useMemo(() => compileChecklist(content), [content])
  const result = useMemo(() => scoreChecklist(checklist, answers), [checklist, answers])
  const history = useMemo(() => contentHistory(content, draft.run?.former ?? [], answers), [content, draft.run, answers])
  const hasPrevious = draft.run !== null && draft.run.previous !== null
  // Somebody may go on with the earlier run in between, so it is read again each time this one is opened.
  const query = useQuery({ ...api.runs.previous.queryOptions({ input: { id: draft.id } }), enabled: hasPrevious, gcTime: 0 })
  const found = query.data ?? undefined
  const previous = useMemo((): PreviousRun | undefined => (found === undefined ? undefined : { ...found, checklist: compileChecklist(found.content) }), [found])
  const run: Run = { draft, content, checklist, answers, session, epoch, result, history, previous }
  return { run, save }
}

/** What changed since the run before; undefined without one. */
export function useComparison({ checklist, answers, previous }: Run): RunComparison | undefined {
  return useMemo(() => (previous === undefined ? undefined : compareRuns({ checklist, answers }, previous)), [checklist, answers, previous])
}
