import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Settlement } from '../../../../engine/finding-links.ts'
import { api } from '../../../app/api.ts'
import { describeFailure } from '../../../app/failure.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { useToast } from '../../../ui/toast.tsx'
import type { LiveFinding } from './draft-findings.ts'

/** Settles a finding in the draft, or opens it again with null. */
export function useSettle({ draft, finding: { run, question } }: LiveFinding): (settled: Settlement | null) => void {
  const { t } = useWords()
  const toast = useToast()
  const client = useQueryClient()
  const { mutate } = useMutation(
    api.findings.settle.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.findings.key() }),
      onError: (error) => toast(describeFailure(error, t).what),
    }),
  )
  return (settled) => mutate({ run: run.id, question, draft, settled })
}
