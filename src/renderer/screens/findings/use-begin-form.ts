import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { runFacts } from '../../../engine/checklist-run.ts'
import { mergedSuggestions } from '../../../engine/finding-links.ts'
import type { Language } from '../../../engine/language.ts'
import type { ChecklistQuestion } from '../../../engine/template.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../i18n/i18n.ts'
import { usualLanguages } from '../drafts/language-choices.ts'
import { type LeadRun, useLeads, useOpenDraft } from './lead-run.ts'

/** No role: the names of the parties are not filled in. */
export const openRole = 'leave-open'

type Source = {
  readonly run: LeadRun
  readonly questions: readonly ChecklistQuestion[]
  /** The agreements to choose from, best first. */
  readonly agreements: readonly string[]
  readonly onClose: () => void
}

/** What the dialog that begins a document from findings asks, with what it proposes as long as nobody chose. */
export function useBeginForm({ run, questions, agreements, onClose }: Source) {
  const { t, local, language } = useWords()
  const openDraft = useOpenDraft()
  const leads = useLeads(run)
  const [chosen, setChosen] = useState<{ agreement?: string; name?: string; role?: string; languages?: readonly Language[] }>({})
  const [left, setLeft] = useState<readonly string[]>([])
  const [prefer, setPrefer] = useState<Readonly<Record<string, string>>>({})
  const [isTried, setTried] = useState(false)

  const id = chosen.agreement ?? agreements[0]
  const agreement = leads?.agreements.find((known) => known.id === id)
  const used = questions.filter((question) => !left.includes(question.id))
  const own = used.flatMap((question) => {
    const lead = leads?.questions.find((entry) => entry.question === question.id)?.leads.find((one) => one.agreement === id)
    return lead === undefined ? [] : [{ question, lead }]
  })
  const merged = mergedSuggestions(
    own.map(({ question, lead }) => ({ finding: question.id, lead: { ...lead, role: undefined, concerned: [] } })),
    prefer,
  )
  const facts = runFacts(run.answers)
  const title = agreement === undefined ? '' : local(agreement.title)
  const proposedName = facts.partner === undefined ? title : t('findings.dialog.nameWithPartner', { agreement: title, partner: facts.partner })
  const values = {
    id,
    name: chosen.name ?? proposedName.slice(0, 200),
    role: chosen.role ?? own.find(({ lead }) => lead.role !== null)?.lead.role ?? openRole,
    languages: chosen.languages ?? usualLanguages(agreement?.languages ?? ['de', 'en'], language),
  }
  const begin = useMutation(
    api.findings.begin.mutationOptions({
      onSuccess: async ({ draftId }) => {
        onClose()
        await openDraft(draftId, own.flatMap(({ lead }) => lead.suggested)[0]?.question)
      },
    }),
  )
  const save = async () => {
    setTried(true)
    if (id === undefined || values.name.trim() === '' || own.length === 0) return
    // The names come from the facts of the run as they are stored.
    await run.session.flush()
    begin.mutate({
      run: run.draft.id,
      questions: own.map(({ question }) => question.id),
      agreement: id,
      name: values.name.trim(),
      languages: [...values.languages],
      prefer,
      ...(values.role === openRole ? {} : { role: values.role }),
    })
  }
  return {
    ...values,
    leads,
    agreement,
    own,
    used,
    merged,
    facts,
    prefer,
    error: begin.error,
    isPending: begin.isPending,
    isNameMissing: isTried && values.name.trim() === '',
    isFindingMissing: isTried && used.length === 0,
    save: () => void save(),
    setName: (name: string) => setChosen({ ...chosen, name }),
    setRole: (role: string) => setChosen({ ...chosen, role }),
    setLanguages: (languages: readonly Language[]) => setChosen({ ...chosen, languages }),
    /** Another document has other roles, languages and contradictions; a name that was written stays. */
    setAgreement: (next: string | undefined) => {
      setChosen({ ...(next === undefined ? {} : { agreement: next }), ...(chosen.name === undefined ? {} : { name: chosen.name }) })
      setPrefer({})
    },
    setUsed: (kept: readonly string[]) => setLeft(questions.map((question) => question.id).filter((question) => !kept.includes(question))),
    setPrefer: (question: string, finding: string) => setPrefer({ ...prefer, [question]: finding }),
  }
}

export type BeginForm = ReturnType<typeof useBeginForm>
