import type { ReactNode } from 'react'
import type { ChecklistQuestion } from '../../../engine/template.ts'
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
import type { LeadRun } from './lead-run.ts'
import { type BeginForm, openRole, useBeginForm } from './use-begin-form.ts'

type BeginProps = {
  readonly run: LeadRun
  readonly questions: readonly ChecklistQuestion[]
  /** The agreements to choose from, best first. */
  readonly agreements: readonly string[]
  readonly choice?: ReactNode
  readonly onClose: () => void
}

/** Asks what a document that deals with findings is called, in which languages, and on which side one stands; and says what it begins with. */
export function BeginFromFindings({ run, questions, agreements, choice, onClose }: BeginProps) {
  const { t, local } = useWords()
  const form = useBeginForm({ run, questions, agreements, onClose })
  const failure = form.error === null ? undefined : describeFailure(form.error, t)
  return (
    <Dialog
      title={questions.length > 1 ? t('findings.dialog.titleSeveral') : t('findings.dialog.title')}
      isOpen={true}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={form.save} isPending={form.isPending}>
            {t('findings.dialog.begin')}
          </Button>
        </>
      }
    >
      {questions.length > 1 ? (
        <CheckboxCards
          label={t('findings.dialog.findings')}
          items={questions.map((question) => ({ id: question.id, label: local(question.missing) }))}
          value={form.used.map((question) => question.id)}
          onChange={form.setUsed}
          error={form.isFindingMissing ? t('findings.dialog.findingsNeeded') : undefined}
        />
      ) : (
        questions.map((question) => <p key={question.id}>{local(question.missing)}</p>)
      )}
      {choice}
      {agreements.length < 2 ? null : <DocumentField form={form} agreements={agreements} />}
      <BeginsWith own={form.own} answers={form.merged.answers} />
      <Conflicts run={run} own={form.own} conflicts={form.merged.conflicts} prefer={form.prefer} onPrefer={form.setPrefer} />
      <TextField
        label={t('findings.dialog.name')}
        value={form.name}
        onChange={form.setName}
        maxLength={200}
        error={form.isNameMissing ? t('drafts.nameNeeded') : undefined}
      />
      <RoleField form={form} />
      <LanguagesField form={form} />
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </Dialog>
  )
}

function DocumentField({ form, agreements }: { readonly form: BeginForm; readonly agreements: readonly string[] }) {
  const { t, local } = useWords()
  return (
    <Select
      label={t('findings.dialog.document')}
      description={t('findings.dialog.documentHelp')}
      items={agreements.flatMap((known) => {
        const item = form.leads?.agreements.find((one) => one.id === known)
        return item === undefined ? [] : [{ id: known, label: local(item.title) }]
      })}
      value={form.id}
      onChange={form.setAgreement}
      placeholder={t('drafts.new.templatePlaceholder')}
    />
  )
}

/** On which side the organisation of the run stands; without one there is no name to fill in. */
function RoleField({ form: { agreement, facts, role, setRole } }: { readonly form: BeginForm }) {
  const { t, local } = useWords()
  const { organisation, partner } = facts
  if (organisation === undefined || agreement === undefined || agreement.roles.length === 0) return null
  const isBoth = partner !== undefined && agreement.roles.length === 2
  return (
    <RadioCards
      layout="row"
      label={t('findings.dialog.role')}
      description={isBoth ? t('findings.dialog.roleHelpBoth', { organisation, partner }) : t('findings.dialog.roleHelp', { organisation })}
      items={[...agreement.roles.map(({ id, title }) => ({ id, label: local(title) })), { id: openRole, label: t('findings.dialog.roleOpen') }]}
      value={role}
      onChange={setRole}
    />
  )
}

function LanguagesField({ form: { agreement, languages, setLanguages } }: { readonly form: BeginForm }) {
  const { t } = useWords()
  const names = useLanguageNames()
  return (
    <RadioCards
      layout="row"
      label={t('drafts.new.languages')}
      description={t('drafts.new.languagesHelp')}
      items={languageChoices(agreement?.languages ?? ['de', 'en']).map((known) => ({ id: languagesKey(known), label: names.of(known) }))}
      value={languagesKey(languages)}
      onChange={(key) => setLanguages(languagesOfKey(key))}
    />
  )
}
