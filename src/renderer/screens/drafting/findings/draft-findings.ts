import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import type { Agreement } from '../../../../engine/agreement.ts'
import { findingState, type FindingState, type SuggestionState, suggestionStates } from '../../../../engine/finding-links.ts'
import type { Interview, PageState } from '../../../../engine/interview.ts'
import type { DraftFinding } from '../../../../shared/contract/findings.ts'
import type { DraftId } from '../../../../shared/contract/ids.ts'
import { api } from '../../../app/api.ts'

/** A finding behind the draft, and how the draft deals with it as it stands on screen. */
export type LiveFinding = {
  readonly draft: DraftId
  readonly finding: DraftFinding
  readonly state: FindingState
  readonly suggestions: readonly SuggestionState[]
}

const noFindings: readonly DraftFinding[] = []
const none: readonly LiveFinding[] = []
const DraftFindingsContext = createContext<readonly LiveFinding[] | undefined>(none)
export const DraftFindingsProvider = DraftFindingsContext.Provider

/** The findings of checks behind the open draft; none for most drafts. */
export function useDraftFindings(): readonly LiveFinding[] {
  return useContext(DraftFindingsContext) ?? none
}

/** Reads the findings once and follows the answers from then on; undefined until they are there. */
export function useMakeDraftFindings(draft: DraftId, agreement: Agreement, interview: Interview): readonly LiveFinding[] | undefined {
  const query = useQuery(api.findings.ofDraft.queryOptions({ input: { id: draft } }))
  // Work on the draft goes on without them.
  const found = query.isError ? noFindings : query.data
  return useMemo(() => {
    if (found === undefined) return undefined
    if (found.length === 0) return none
    return found.map((finding) => {
      const suggestions = suggestionStates(agreement, interview, finding.suggested)
      return { draft, finding, suggestions, state: findingState(suggestions, finding.settled) }
    })
  }, [found, agreement, interview, draft])
}

/** Whether the run says by now that there is nothing to deal with any more. */
export function isMended({ answer }: DraftFinding): boolean {
  return answer === 'yes' || answer === 'notApplicable'
}

/** The findings that a page could deal with and that are still open. */
export function openFindingsOf(page: PageState, findings: readonly LiveFinding[]): readonly LiveFinding[] {
  const asked = new Set(page.questions.flatMap(({ isAsked, question }) => (isAsked ? [question.id] : [])))
  return findings.filter(({ state, finding, suggestions }) => {
    if (state === 'dealt' || isMended(finding)) return false
    if (suggestions.length === 0) return finding.concerned.some((id) => asked.has(id))
    return suggestions.some(({ question, status }) => status !== 'taken' && asked.has(question))
  })
}
