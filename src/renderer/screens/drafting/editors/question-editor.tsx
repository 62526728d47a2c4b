import { assertNever } from '../../../app/assert-never.ts'
import { AddressEditor } from './address-editor.tsx'
import { ChoiceEditor, MultipleChoiceEditor, YesNoEditor } from './choice-editor.tsx'
import { ClauseEditor } from './clause-editor.tsx'
import { DateEditor } from './date-editor.tsx'
import type { EditorProps } from './editor.ts'
import { ListEditor } from './list-editor.tsx'
import { DurationEditor, MoneyEditor, NumberEditor } from './number-editor.tsx'
import { PartyEditor } from './party-editor.tsx'
import { PersonEditor } from './person-editor.tsx'
import { TextEditor } from './text-editor.tsx'

/** The control that fits the type of a question. */
export function QuestionEditor({ question, ...rest }: EditorProps) {
  switch (question.type) {
    case 'text':
    case 'longText':
      return <TextEditor question={question} {...rest} />
    case 'integer':
    case 'decimal':
    case 'percent':
      return <NumberEditor question={question} {...rest} />
    case 'money':
      return <MoneyEditor question={question} {...rest} />
    case 'date':
      return <DateEditor question={question} {...rest} />
    case 'duration':
      return <DurationEditor question={question} {...rest} />
    case 'yesNo':
      return <YesNoEditor question={question} {...rest} />
    case 'choice':
      return <ChoiceEditor question={question} {...rest} />
    case 'multipleChoice':
      return <MultipleChoiceEditor question={question} {...rest} />
    case 'party':
      return <PartyEditor question={question} {...rest} />
    case 'person':
      return <PersonEditor question={question} {...rest} />
    case 'address':
      return <AddressEditor question={question} {...rest} />
    case 'list':
    case 'table':
      return <ListEditor question={question} {...rest} />
    case 'clause':
      return <ClauseEditor question={question} {...rest} />
    default:
      return assertNever(question)
  }
}
