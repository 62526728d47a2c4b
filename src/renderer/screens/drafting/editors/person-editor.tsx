import type { Json } from '../../../../engine/answers.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { FieldGroup } from '../../../ui/field-group.tsx'
import type { FieldTexts } from '../../../ui/field-parts.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { EditorProps } from './editor.ts'
import { fieldsOf, textOf, withField } from './values.ts'

/** A person and how to reach them. */
export function PersonEditor({ value, onChange, texts }: EditorProps<'person'>) {
  return <PersonFields value={value} onChange={onChange} texts={texts} parts={['name', 'function', 'organisation', 'email', 'phone']} />
}

type Part = 'name' | 'function' | 'organisation' | 'email' | 'phone'

export function PersonFields({
  value,
  onChange,
  texts,
  parts,
}: {
  readonly value: Json | undefined
  readonly onChange: (value: Json) => void
  readonly texts: FieldTexts
  readonly parts: readonly Part[]
}) {
  const { t } = useWords()
  const fields = fieldsOf(value)
  return (
    <FieldGroup {...texts} layout="grid">
      {parts.map((name) => (
        <div key={name} data-span="3">
          <TextField
            size="small"
            label={t(`questions.person.${name}`)}
            inputMode={name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
            value={textOf(fields[name])}
            onChange={(text) => onChange(withField(fields, name, text))}
          />
        </div>
      ))}
    </FieldGroup>
  )
}
