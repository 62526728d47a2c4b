import type { AnswerProblem } from '../../../../engine/answer-problems.ts'
import type { Json } from '../../../../engine/answers.ts'
import type { Question } from '../../../../engine/template.ts'
import type { FieldTexts } from '../../../ui/field-parts.tsx'

/** What every editor of a question or of a field inside a list is given. */
export type EditorProps<Type extends Question['type'] = Question['type']> = {
  readonly question: Extract<Question, { type: Type }>
  /** What is written down now, which may be of a wrong shape; the default while nothing is. */
  readonly value: Json | undefined
  readonly onChange: (value: Json | undefined) => void
  readonly texts: FieldTexts
  readonly problems: readonly AnswerProblem[]
  /** "work_packages.0.title" */
  readonly path: string
}

/** The problems of a part, with paths as seen from it. */
export function problemsAt(problems: readonly AnswerProblem[], part: string): readonly AnswerProblem[] {
  return problems
    .filter(({ path }) => path === part || path.startsWith(`${part}.`))
    .map((problem) => ({ ...problem, path: problem.path === part ? '' : problem.path.slice(part.length + 1) }))
}
