import { useWords } from '../../../i18n/i18n.ts'
import { useDisplay } from '../drafting-context.tsx'
import { problemText } from '../problem-text.ts'
import type { EditorProps } from './editor.ts'
import { QuestionEditor } from './question-editor.tsx'

/** A field inside a list: a small question, with its help under the label. */
export function FieldEditor({ question, value, onChange, problems, path }: Omit<EditorProps, 'texts'>) {
  const { t, language, langOf } = useWords()
  const display = useDisplay()
  const problem = problems.find((found) => found.code !== 'required' && (found.path === '' || question.type !== 'list'))
  return (
    <QuestionEditor
      question={question}
      value={value ?? question.default}
      onChange={onChange}
      problems={problems}
      path={path}
      texts={{
        label: display(question.label),
        lang: langOf(question.label),
        size: 'small',
        optional: question.required ? undefined : t('app.optional'),
        description: question.help === undefined ? undefined : display(question.help),
        error: problem === undefined ? undefined : problemText(problem, question, t, language),
      }}
    />
  )
}
