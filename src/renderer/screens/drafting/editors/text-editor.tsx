import type { Language } from '../../../../engine/language.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { FieldGroup } from '../../../ui/field-group.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useLanguageNames } from '../../drafts/language-choices.ts'
import { useDrafting } from '../drafting-context.tsx'
import { problemText } from '../problem-text.ts'
import { problemsAt, type EditorProps } from './editor.ts'
import { fieldsOf, textOf, withField } from './values.ts'

/** One line or several; a text that is translated has a field per language of the document. */
export function TextEditor(props: EditorProps<'text' | 'longText'>) {
  const { question, value, onChange, texts } = props
  const { languages } = useDrafting()
  if (question.translate) return <TranslatedEditor {...props} languages={languages} />
  return (
    <TextField
      {...texts}
      value={textOf(value)}
      onChange={onChange}
      // An emptied field counts as not answered, but only once it is left, so that a default does not jump in while one retypes.
      onBlur={() => (value === '' ? onChange(undefined) : undefined)}
      isMultiline={question.type === 'longText'}
    />
  )
}

function TranslatedEditor({
  question,
  value,
  onChange,
  texts,
  problems,
  languages,
}: EditorProps<'text' | 'longText'> & { readonly languages: readonly Language[] }) {
  const { t, language: shown } = useWords()
  const names = useLanguageNames()
  // A plain text counts for every language, so it is where each of them starts from.
  const parts = typeof value === 'string' && value !== '' ? Object.fromEntries(languages.map((language) => [language, value])) : fieldsOf(value)
  const change = (language: Language, text: string) => {
    const next = withField(parts, language, text === '' ? undefined : text)
    onChange(Object.keys(next).length === 0 ? undefined : next)
  }
  const [only] = languages
  const errorOf = (language: Language) => {
    const problem = problemsAt(problems, language).find(({ code }) => code !== 'required')
    return problem === undefined ? undefined : problemText(problem, question, t, shown)
  }
  if (languages.length === 1 && only !== undefined) {
    return (
      <TextField
        {...texts}
        error={errorOf(only) ?? texts.error}
        language={only}
        value={textOf(parts[only])}
        onChange={(text) => change(only, text)}
        isMultiline={question.type === 'longText'}
      />
    )
  }
  return (
    <FieldGroup {...texts}>
      {languages.map((language) => (
        <TextField
          key={language}
          size="small"
          label={names.own(language)}
          language={language}
          value={textOf(parts[language])}
          onChange={(text) => change(language, text)}
          isMultiline={question.type === 'longText'}
          error={errorOf(language)}
        />
      ))}
    </FieldGroup>
  )
}
