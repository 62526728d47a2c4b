import { useState } from 'react'
import { formsWithGeneralPartner, partyForms, partyKinds, type Json } from '../../../../engine/answers.ts'
import { corporateNumberKind } from '../../../../engine/corporate-number.ts'
import { halfWidth } from '../../../../engine/half-width.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldGroup } from '../../../ui/field-group.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AddressFields } from './address-editor.tsx'
import { CountryField } from './country-field.tsx'
import type { EditorProps } from './editor.ts'
import { formKeys } from './party-forms.ts'
import { PersonFields } from './person-editor.tsx'
import { SignatoriesEditor } from './signatories-editor.tsx'
import { choiceOf, fieldsOf, textOf, tidy, withField } from './values.ts'

/** A party as it is registered and as it signs. */
export function PartyEditor({ value, onChange, texts }: EditorProps<'party'>) {
  const { t } = useWords()
  const fields = fieldsOf(value)
  const [hasContact, setContact] = useState(Object.keys(fieldsOf(fields['contact'])).length > 0)
  const set = (name: string, next: Json | undefined) => onChange(withField(fields, name, next))
  // The country of the party is that of its address; one question is enough for both.
  const setCountry = (country: string) => onChange({ ...fields, country, address: { ...fieldsOf(fields['address']), country } })
  const signing = choiceOf(fields['signing'])
  // Only Japan gives such numbers; a German register number may well have as many digits.
  const numberKind = fields['country'] === 'JP' ? corporateNumberKind(textOf(fields['register'])) : 'other'
  const numberHint = numberKind === 'other' ? undefined : numberKind
  return (
    <FieldGroup {...texts} layout="grid">
      <div>
        <TextField
          size="small"
          label={t('questions.party.name')}
          description={t('questions.party.nameHelp')}
          value={textOf(fields['name'])}
          onChange={(text) => set('name', text)}
        />
      </div>
      <div>
        <TextField
          size="small"
          label={t('questions.party.shortName')}
          description={t('questions.party.shortNameHelp')}
          value={textOf(fields['shortName'])}
          onChange={(text) => set('shortName', text)}
        />
      </div>
      <div data-span="3">
        <CountryField value={fields['country']} onChange={setCountry} />
      </div>
      <div data-span="3">
        <Select
          size="small"
          label={t('questions.party.form')}
          items={partyForms.map((id) => ({ id, label: t(`questions.party.forms.${formKeys[id]}`) }))}
          value={choiceOf(fields['form'])}
          onChange={(id) => set('form', id ?? '')}
          placeholder={t('questions.choose')}
        />
      </div>
      <div data-span="3">
        <Select
          size="small"
          label={t('questions.party.kind')}
          items={partyKinds.map((id) => ({ id, label: t(`questions.party.kinds.${id}`) }))}
          value={choiceOf(fields['kind'])}
          onChange={(id) => set('kind', id ?? '')}
          placeholder={t('questions.choose')}
        />
      </div>
      <div>
        <AddressFields
          value={fields['address']}
          onChange={(address) => set('address', address)}
          texts={{ label: t('questions.party.address'), size: 'small' }}
          hasCountry={false}
          partyCountry={textOf(fields['country'])}
        />
      </div>
      <div data-span="3">
        <TextField
          size="small"
          label={t('questions.party.register')}
          optional={t('app.optional')}
          value={textOf(fields['register'])}
          note={numberHint === undefined ? undefined : t(`questions.party.corporateNumber.${numberHint}`)}
          onChange={(text) => set('register', text)}
          onBlur={() => tidy(textOf(fields['register']), halfWidth, (text) => set('register', text))}
          placeholder={t('questions.party.registerExample')}
        />
      </div>
      <div data-span="3">
        <TextField
          size="small"
          label={t('questions.party.registerCourt')}
          optional={t('app.optional')}
          value={textOf(fields['registerCourt'])}
          onChange={(text) => set('registerCourt', text)}
          placeholder={t('questions.party.registerCourtExample')}
        />
      </div>
      {formsWithGeneralPartner.includes(textOf(fields['form'])) && (
        <div>
          <TextField
            size="small"
            label={t('questions.party.generalPartner')}
            description={t('questions.party.generalPartnerHelp')}
            value={textOf(fields['generalPartner'])}
            onChange={(text) => set('generalPartner', text)}
          />
        </div>
      )}
      <div>
        <RadioCards
          size="small"
          layout="row"
          label={t('questions.party.signing')}
          items={[
            { id: 'single', label: t('questions.party.single') },
            { id: 'joint', label: t('questions.party.joint') },
          ]}
          value={signing}
          onChange={(id) => set('signing', id)}
        />
      </div>
      <div>
        <SignatoriesEditor value={fields['signatories']} onChange={(next) => set('signatories', next)} minimum={signing === 'joint' ? 2 : 1} />
      </div>
      <div>
        {hasContact ? (
          <PersonFields
            value={fields['contact']}
            onChange={(contact) => set('contact', contact)}
            texts={{ label: t('questions.party.contact'), size: 'small', optional: t('app.optional') }}
            parts={['name', 'function', 'email', 'phone']}
            country={textOf(fields['country'])}
          />
        ) : (
          <Button variant="link" onPress={() => setContact(true)}>
            {t('questions.party.addContact')}
          </Button>
        )}
      </div>
    </FieldGroup>
  )
}
