import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { runFacts } from '../../../engine/checklist-run.ts'
import { mergedSuggestions } from '../../../engine/finding-links.ts'
import type { Language } from '../../../engine/language.ts'
import type { ChecklistQuestion } from '../../../engine/template.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxCards } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { languageChoices, languagesKey, languagesOfKey, useLanguageNames } from '../drafts/language-choices.ts'
import { BeginsWith, Conflicts } from './begins-with.tsx'
import { type LeadRun, useLeads, useOpenDraft } from './lead-run.ts'

type BeginProps = {
  readonly run: LeadRun
  readonly questions: readonly ChecklistQuestion[]
  /** The agreements to choose from, best first. */
  readonly agreements: readonly string[]
  readonly choice?: ReactNode
  readonly onClose: () => void
}

const open = 'leave-open'

/** Asks what a document that deals with findings is called, in which languages, and on which side one stands; and says what it begins with. */
export function BeginFromFindings({ run, questions, agreements, choice, onClose }: BeginProps) {
  const { t, local, language } = useWords()
  const names = useLanguageNames()
  const openDraft = useOpenDraft()
  const leads = useLeads(run)
  const [chosenAgreement, setAgreement] = useState<string>()
  const [chosenName, setName] = useState<string>()
  const [chosenRole, setRole] = useState<string>()
  const [chosenLanguages, setLanguages] = useState<readonly Language[]>()
  const [left, setLeft] = useState<readonly string[]>([])
  const [prefer, setPrefer] = useState<Readonly<Record<string, string>>>({})
  const [isTried, setTried] = useState(false)

  const id = chosenAgreement ?? agreements[0]
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
  const { organisation, partner } = runFacts(run.answers)
  const role = chosenRole ?? own.find(({ lead }) => lead.role !== null)?.lead.role ?? open
  const title = agreement === undefined ? '' : local(agreement.title)
  const name = chosenName ?? (partner === undefined ? title : t('findings.dialog.nameWithPartner', { agreement: title, partner })).slice(0, 200)
  const choices = languageChoices(agreement?.languages ?? ['de', 'en'])
  const languages = chosenLanguages ?? choices.at(-1) ?? [language]

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
    if (id === undefined || name.trim() === '' || own.length === 0) return
    // The names come from the facts of the run as they are stored.
    await run.session.flush()
    begin.mutate({
      run: run.draft.id,
      questions: own.map(({ question }) => question.id),
      agreement: id,
      name: name.trim(),
      languages: [...languages],
      prefer,
      ...(role === open ? {} : { role }),
    })
  }
  const failure = begin.isError ? describeFailure(begin.error, t) : undefined
  return (
    <Dialog
      title={questions.length > 1 ? t('findings.dialog.titleSeveral') : t('findings.dialog.title')}
      isOpen={true}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={() => void save()} isPending={begin.isPending}>
            {t('findings.dialog.begin')}
          </Button>
        </>
      }
    >
      {questions.length > 1 ? (
        <CheckboxCards
          label={t('findings.dialog.findings')}
          items={questions.map((question) => ({ id: question.id, label: local(question.missing) }))}
          value={used.map((question) => question.id)}
          onChange={(kept) => setLeft(questions.map((question) => question.id).filter((question) => !kept.includes(question)))}
          error={isTried && used.length === 0 ? t('findings.dialog.findingsNeeded') : undefined}
        />
      ) : (
        questions.map((question) => <p key={question.id}>{local(question.missing)}</p>)
      )}
      {choice}
      {agreements.length < 2 ? null : (
        <Select
          label={t('findings.dialog.document')}
          description={t('findings.dialog.documentHelp')}
          items={agreements.flatMap((known) => {
            const item = leads?.agreements.find((one) => one.id === known)
            return item === undefined ? [] : [{ id: known, label: local(item.title) }]
          })}
          value={id}
          onChange={(next) => {
            setAgreement(next)
            setRole(undefined)
            setLanguages(undefined)
            setPrefer({})
          }}
          placeholder={t('drafts.new.templatePlaceholder')}
        />
      )}
      <BeginsWith own={own} answers={merged.answers} />
      <Conflicts
        run={run}
        own={own}
        conflicts={merged.conflicts}
        prefer={prefer}
        onPrefer={(question, finding) => setPrefer({ ...prefer, [question]: finding })}
      />
      <TextField
        label={t('findings.dialog.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={isTried && name.trim() === '' ? t('drafts.nameNeeded') : undefined}
      />
      {organisation === undefined || agreement === undefined || agreement.roles.length === 0 ? null : (
        <RadioCards
          layout="row"
          label={t('findings.dialog.role')}
          description={
            partner === undefined || agreement.roles.length !== 2
              ? t('findings.dialog.roleHelp', { organisation })
              : t('findings.dialog.roleHelpBoth', { organisation, partner })
          }
          items={[...agreement.roles.map((known) => ({ id: known.id, label: local(known.title) })), { id: open, label: t('findings.dialog.roleOpen') }]}
          value={role}
          onChange={setRole}
        />
      )}
      <RadioCards
        layout="row"
        label={t('drafts.new.languages')}
        description={t('drafts.new.languagesHelp')}
        items={choices.map((known) => ({ id: languagesKey(known), label: names.of(known) }))}
        value={languagesKey(languages)}
        onChange={(key) => setLanguages(languagesOfKey(key))}
      />
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </Dialog>
  )
}
