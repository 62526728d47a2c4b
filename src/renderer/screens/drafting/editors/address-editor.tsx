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
  const { t, language } = useWords()
  const fields = fieldsOf(value)
  const country = hasCountry ? textOf(fields['country']) : (partyCountry ?? textOf(fields['country']))
  const set = (name: string, text: string) => onChange(withField(fields, name, text))
  const part = (name: 'street' | 'city' | 'region', span?: number) => (
    <div key={name} data-span={span}>
      <TextField
        size="small"
        label={t(`questions.address.${name}`)}
        optional={name === 'region' ? t('app.optional') : undefined}
        value={textOf(fields[name])}
        onChange={(text) => set(name, text)}
      />
    </div>
  )
  const code = <PostalCode key="code" value={textOf(fields['postalCode'])} country={country} onChange={(text) => set('postalCode', text)} />
  // A Japanese reader begins with what is largest, everybody else with what is smallest.
  const parts = language === 'ja' ? [code, part('region', 4), part('city'), part('street')] : [part('street'), code, part('city', 4), part('region', 3)]
  return (
    <FieldGroup {...texts} layout="grid">
      {parts}
      {hasCountry ? (
        <div data-span="3">
          <CountryField value={fields['country']} onChange={(chosen) => set('country', chosen)} />
        </div>
      ) : null}
    </FieldGroup>
  )
}

type PostalCodeProps = { readonly value: string; readonly country: string; readonly onChange: (value: string) => void }

/** A postal code, written as in its country once the field is left; a code that cannot be one there is doubted, not refused. */
function PostalCode({ value, country, onChange }: PostalCodeProps) {
  const { t } = useWords()
  const example = postalCodeDoubt(value, country)
  return (
    <div data-span="2">
      <TextField
        size="small"
        label={t('questions.address.postalCode')}
        note={example === undefined ? undefined : t('questions.address.postalCodeDoubt', { example })}
        value={value}
        onChange={onChange}
        onBlur={() => tidy(value, (text) => postalCode(text, country), onChange)}
      />
    </div>
  )
}
