import type { Json } from '../../../../engine/answers.ts'
import { postalCode, postalCodeDoubt } from '../../../../engine/postal-code.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { FieldGroup } from '../../../ui/field-group.tsx'
import type { FieldTexts } from '../../../ui/field-parts.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { CountryField } from './country-field.tsx'
import type { EditorProps } from './editor.ts'
import { fieldsOf, textOf, tidy, withField } from './values.ts'

/** Street, postal code, city, country. */
export function AddressEditor({ value, onChange, texts }: EditorProps<'address'>) {
  return <AddressFields value={value} onChange={onChange} texts={texts} hasCountry={true} />
}

export function AddressFields({
  value,
  onChange,
  texts,
  hasCountry,
  partyCountry,
}: {
  readonly value: Json | undefined
  readonly onChange: (value: Json) => void
  readonly texts: FieldTexts
  readonly hasCountry: boolean
  /** The country of a party, where the address does not ask for its own. */
  readonly partyCountry?: string | undefined
}) {
  const { t } = useWords()
  const fields = fieldsOf(value)
  const country = hasCountry ? textOf(fields['country']) : (partyCountry ?? textOf(fields['country']))
  const example = postalCodeDoubt(textOf(fields['postalCode']), country)
  const part = (name: 'street' | 'city' | 'region') => (
    <TextField
      size="small"
      label={t(`questions.address.${name}`)}
      optional={name === 'region' ? t('app.optional') : undefined}
      value={textOf(fields[name])}
      onChange={(text) => onChange(withField(fields, name, text))}
    />
  )
  return (
    <FieldGroup {...texts} layout="grid">
      <div>{part('street')}</div>
      <div data-span="2">
        <TextField
          size="small"
          label={t('questions.address.postalCode')}
          description={example === undefined ? undefined : t('questions.address.postalCodeDoubt', { example })}
          value={textOf(fields['postalCode'])}
          onChange={(text) => onChange(withField(fields, 'postalCode', text))}
          onBlur={() =>
            tidy(
              textOf(fields['postalCode']),
              (text) => postalCode(text, country),
              (text) => onChange(withField(fields, 'postalCode', text)),
            )
          }
        />
      </div>
      <div data-span="4">{part('city')}</div>
      <div data-span="3">{part('region')}</div>
      {hasCountry ? (
        <div data-span="3">
          <CountryField value={fields['country']} onChange={(country) => onChange(withField(fields, 'country', country))} />
        </div>
      ) : null}
    </FieldGroup>
  )
}
