import type { Json } from '../../../../engine/answers.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { FieldGroup } from '../../../ui/field-group.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './list-editor.module.css'
import { fieldsOf, itemsOf, textOf, withField } from './values.ts'

/** Who signs for a party: as many lines as it takes, at least those its way of signing needs. */
export function SignatoriesEditor({
  value,
  onChange,
  minimum,
}: {
  readonly value: Json | undefined
  readonly onChange: (value: Json) => void
  readonly minimum: number
}) {
  const { t } = useWords()
  const given = itemsOf(value)
  const items = given.length >= minimum ? given : [...given, ...Array.from({ length: minimum - given.length }, () => ({}))]
  const change = (index: number, name: string, text: string) =>
    onChange(items.map((item, position) => (position === index ? withField(fieldsOf(item), name, text) : item)))
  return (
    <FieldGroup size="small" label={t('questions.party.signatories')} description={t('questions.party.signatoriesHelp')}>
      {items.map((item, index) => (
        // Signatories have no identity of their own; their place in the order is what tells them apart.
        <div key={index} className={styles.line}>
          <TextField size="small" label={t('questions.person.name')} value={textOf(fieldsOf(item)['name'])} onChange={(text) => change(index, 'name', text)} />
          <TextField
            size="small"
            label={t('questions.person.function')}
            value={textOf(fieldsOf(item)['function'])}
            onChange={(text) => change(index, 'function', text)}
          />
          {items.length > minimum ? (
            <IconButton
              icon="close"
              label={t('questions.list.removeNumber', { number: index + 1 })}
              onPress={() => onChange(items.filter((_, position) => position !== index))}
            />
          ) : (
            <span />
          )}
        </div>
      ))}
      <div>
        <Button variant="plain" icon="plus" onPress={() => onChange([...items, {}])}>
          {t('questions.party.addSignatory')}
        </Button>
      </div>
    </FieldGroup>
  )
}
