import { useWords } from '../../../i18n/i18n.ts'
import { CheckboxCards } from '../../../ui/checkbox.tsx'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { Select } from '../../../ui/select.tsx'
import { useDisplay } from '../drafting-context.tsx'
import type { EditorProps } from './editor.ts'
import { choiceOf, itemsOf } from './values.ts'

/** Above this many options a list that opens is easier to read than cards. */
const mostCards = 7
const longestRowLabel = 24
/** How wide a label is in Latin letters: a Japanese character takes the room of two. */
const widthOf = (label: string): number => [...label].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0)

/** One of several: in a row when the words are short, on cards when they are explained, in a list when they are many. */
export function ChoiceEditor({ question, value, onChange, texts }: EditorProps<'choice'>) {
  const { t, langOf } = useWords()
  const display = useDisplay()
  const items = question.options.map((option) => ({
    id: option.id,
    label: display(option.label),
    lang: langOf(option.label),
    help: option.help === undefined ? undefined : display(option.help),
  }))
  const isPlain = items.every((item) => item.help === undefined)
  if (items.length > mostCards || (texts.size === 'small' && items.length > 3))
    return <Select {...texts} items={items} value={choiceOf(value)} onChange={onChange} placeholder={t('questions.choose')} />
  const isRow = isPlain && items.length <= 4 && items.every((item) => widthOf(item.label) <= longestRowLabel)
  return <RadioCards {...texts} layout={isRow ? 'row' : 'cards'} items={items} value={choiceOf(value)} onChange={onChange} />
}

/** Several of a list. */
export function MultipleChoiceEditor({ question, value, onChange, texts }: EditorProps<'multipleChoice'>) {
  const { langOf } = useWords()
  const display = useDisplay()
  const chosen = itemsOf(value).filter((item) => typeof item === 'string')
  return (
    <CheckboxCards
      {...texts}
      items={question.options.map((option) => ({
        id: option.id,
        label: display(option.label),
        lang: langOf(option.label),
        help: option.help === undefined ? undefined : display(option.help),
      }))}
      value={chosen}
      onChange={(next) => onChange(next.length === 0 ? undefined : question.options.map(({ id }) => id).filter((id) => next.includes(id)))}
    />
  )
}

/** Yes or no. */
export function YesNoEditor({ value, onChange, texts }: EditorProps<'yesNo'>) {
  const { t } = useWords()
  return (
    <RadioCards
      {...texts}
      layout="row"
      items={[
        { id: 'yes', label: t('questions.yes') },
        { id: 'no', label: t('questions.no') },
      ]}
      value={value === true ? 'yes' : value === false ? 'no' : undefined}
      onChange={(id) => onChange(id === 'yes')}
    />
  )
}
