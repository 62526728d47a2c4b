import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Language } from '../../../engine/language.ts'
import { api } from '../../app/api.ts'
import type { BeginSuiteRequest } from '../../app/begin-suite.ts'
import { describeFailure } from '../../app/failure.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Loading, Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { languageChoices, languagesKey, languagesOfKey, useLanguageNames, usualLanguages } from '../drafts/language-choices.ts'

/** Asks for a name and languages, and opens the set. */
export function BeginSuiteDialog({ request, onClose }: { readonly request: BeginSuiteRequest; readonly onClose: () => void }) {
  const { t, local, language } = useWords()
  const names = useLanguageNames()
  const navigate = useNavigate()
  const client = useQueryClient()
  const templates = useQuery(api.suites.templates.queryOptions())
  const template = templates.data?.find(({ id }) => id === request.suiteId)
  const [name, setName] = useState<string>()
  const [languages, setLanguages] = useState<readonly Language[]>()
  const available = template?.languages ?? ['de', 'en']
  const choices = languageChoices(available)
  const shownLanguages = languages ?? usualLanguages(available, language)
  const shownName = name ?? (template === undefined ? '' : local(template.title))
  const begin = useMutation(
    api.suites.begin.mutationOptions({
      onSuccess: async (run) => {
        client.setQueryData(api.suites.get.queryKey({ input: { id: run.id } }), run)
        onClose()
        await Promise.all([client.invalidateQueries({ queryKey: api.suites.list.key() }), navigate({ to: '/suites/$suiteId', params: { suiteId: run.id } })])
      },
    }),
  )
  const start = () => {
    if (shownName.trim() === '') return
    begin.mutate({ suiteId: request.suiteId, name: shownName.trim(), languages: [...shownLanguages], guide: request.guide })
  }
  const failure = begin.isError ? describeFailure(begin.error, t) : undefined
  return (
    <Dialog
      title={t('suites.begin.title')}
      isOpen={true}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={start} isPending={begin.isPending}>
            {t('suites.begin.action')}
          </Button>
        </>
      }
    >
      {templates.isPending ? <Loading label={t('drafts.library.loading')} /> : null}
      {template === undefined ? null : <p>{local(template.purpose)}</p>}
      <TextField
        label={t('suites.begin.name')}
        description={t('drafts.new.nameHelp')}
        value={shownName}
        onChange={setName}
        maxLength={200}
        error={shownName.trim() === '' && name !== undefined ? t('suites.begin.nameNeeded') : undefined}
      />
      <RadioCards
        layout="row"
        label={t('suites.begin.languages')}
        items={choices.map((choice) => ({ id: languagesKey(choice), label: names.of(choice) }))}
        value={languagesKey(shownLanguages)}
        onChange={(key) => setLanguages(languagesOfKey(key))}
      />
      {request.guide === undefined ? null : <Notice tone="info">{t('guide.carriedOver')}</Notice>}
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
    </Dialog>
  )
}
