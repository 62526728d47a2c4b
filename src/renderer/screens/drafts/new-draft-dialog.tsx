import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Language } from '../../../engine/language.ts'
import { api } from '../../app/api.ts'
import { describeFailure } from '../../app/failure.ts'
import type { NewDraftRequest } from '../../app/new-draft.tsx'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Select } from '../../ui/select.tsx'
import { Loading, Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { languageChoices, languagesKey, languagesOfKey, useLanguageNames, usualLanguages } from './language-choices.ts'

/** Asks for template, name and languages, and opens the draft. */
export function NewDraftDialog({ request, onClose }: { readonly request: NewDraftRequest; readonly onClose: () => void }) {
  const { t, local, language } = useWords()
  const names = useLanguageNames()
  const content = useQuery(api.content.list.queryOptions())
  const navigate = useNavigate()
  const client = useQueryClient()
  const items = (content.data?.items ?? []).filter((item) => request.kind === undefined || item.kind === request.kind)
  const [templateId, setTemplateId] = useState(request.templateId)
  const [name, setName] = useState<string>()
  const [languages, setLanguages] = useState<readonly Language[]>()
  const [isTried, setTried] = useState(false)
  const chosenId = templateId ?? (items.length === 1 ? items[0]?.id : undefined)
  const chosen = items.find((item) => item.id === chosenId)
  const available = chosen?.languages ?? ['de', 'en']
  const choices = languageChoices(available)
  const shownLanguages = languages ?? (chosen?.kind === 'checklist' ? [language] : usualLanguages(available, language))
  const shownName = name ?? (chosen === undefined ? '' : local(chosen.title))
  const create = useMutation(
    api.drafts.create.mutationOptions({
      onSuccess: async (draft) => {
        client.setQueryData(api.drafts.get.queryKey({ input: { id: draft.id } }), draft)
        onClose()
        await Promise.all([client.invalidateQueries({ queryKey: api.drafts.list.key() }), navigate({ to: '/drafts/$draftId', params: { draftId: draft.id } })])
      },
    }),
  )
  const begin = () => {
    setTried(true)
    if (chosenId === undefined || shownName.trim() === '') return
    create.mutate({ templateId: chosenId, name: shownName.trim(), languages: [...shownLanguages], guide: request.guide })
  }
  const isChecklist = chosen?.kind === 'checklist'
  const failure = create.isError ? describeFailure(create.error, t) : undefined
  return (
    <Dialog
      title={isChecklist ? t('drafts.new.titleChecklist') : t('drafts.new.title')}
      isOpen={true}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={begin} isPending={create.isPending}>
            {isChecklist ? t('drafts.new.createChecklist') : t('drafts.new.create')}
          </Button>
        </>
      }
    >
      {content.isPending ? <Loading label={t('drafts.library.loading')} /> : null}
      <Select
        label={t('drafts.new.template')}
        items={items.map((item) => ({ id: item.id, label: local(item.title) }))}
        value={chosenId}
        onChange={setTemplateId}
        placeholder={t('drafts.new.templatePlaceholder')}
        description={chosen === undefined ? undefined : local(chosen.purpose)}
        error={isTried && chosenId === undefined ? t('drafts.new.templatePlaceholder') : undefined}
      />
      <TextField
        label={t('drafts.new.name')}
        description={t('drafts.new.nameHelp')}
        value={shownName}
        onChange={setName}
        maxLength={200}
        error={isTried && shownName.trim() === '' ? t('drafts.nameNeeded') : undefined}
      />
      <RadioCards
        layout="row"
        label={t('drafts.new.languages')}
        description={t('drafts.new.languagesHelp')}
        items={choices.map((choice) => ({ id: languagesKey(choice), label: names.of(choice) }))}
        value={languagesKey(shownLanguages)}
        onChange={(key) => setLanguages(languagesOfKey(key))}
      />
      {request.guide === undefined || isChecklist ? null : <Notice tone="info">{t('guide.carriedOver')}</Notice>}
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </Dialog>
  )
}
