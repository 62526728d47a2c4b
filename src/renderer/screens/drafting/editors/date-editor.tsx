import { DateField } from '../../../ui/date-field.tsx'
import type { EditorProps } from './editor.ts'
import { choiceOf } from './values.ts'

/** A day. */
export function DateEditor({ value, onChange, texts }: EditorProps<'date'>) {
  return <DateField {...texts} value={choiceOf(value)} onChange={onChange} />
}
