import type { Json } from '../../../../engine/answers.ts'
import { halfWidth } from '../../../../engine/half-width.ts'
import { internationalPhone } from '../../../../engine/phone.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { FieldGroup } from '../../../ui/field-group.tsx'
import type { FieldTexts } from '../../../ui/field-parts.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { EditorProps } from './editor.ts'
import { fieldsOf, textOf, tidy, withField } from './values.ts'

/** A person and how to reach them. */
export function PersonEditor({ value, onChange, texts }: EditorProps<'person'>) {
  return <PersonFields value={value} onChange={onChange} texts={texts} parts={['name', 'function', 'organisation', 'email', 'phone']} />
}

const nothing = () => undefined

type Part = 'name' | 'function' | 'organisation' | 'email' | 'phone'

export function PersonFields({
  value,
  onChange,
  texts,
  parts,
  country = '',
}: {
  readonly value: Json | undefined
  readonly onChange: (value: Json) => void
  readonly texts: FieldTexts
  readonly parts: readonly Part[]
  /** Where the person is, as far as known: how a telephone number is dialled from abroad depends on it. */
  readonly country?: string
}) {
  const { t } = useWords()
  const fields = fieldsOf(value)
  const abroad = internationalPhone(textOf(fields['phone']), country)
  return (
    <FieldGroup {...texts} layout="grid">
      {parts.map((name) => (
        <div key={name} data-span="3">
          <TextField
            size="small"
            label={t(`questions.person.${name}`)}
            inputMode={name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
            value={textOf(fields[name])}
            note={name === 'phone' && abroad !== undefined && abroad !== textOf(fields[name]) ? t('questions.person.abroad', { phone: abroad }) : undefined}
            onChange={(text) => onChange(withField(fields, name, text))}
            onBlur={
              name === 'email' || name === 'phone' ? () => tidy(textOf(fields[name]), halfWidth, (text) => onChange(withField(fields, name, text))) : nothing
            }
          />
        </div>
      ))}
    </FieldGroup>
  )
}
