import { stanceSchema, type AgreementFile, type Question, type Stance } from '../../engine/template.ts'
import type { ContentProblem } from './problem.ts'
import type { AgreementSource, ClauseSource } from './read-sources.ts'

type Positions = AgreementFile['positions']

const isStance = (name: string): name is Stance => stanceSchema.safeParse(name).success

/** The stances the alternatives of a question speak of. */
function stancesIn(question: Question): readonly Stance[] {
  if (question.type !== 'clause') return []
  return question.alternatives.flatMap(({ favours, costs }) => [favours, ...Object.keys(costs)].filter(isStance))
}

/** A question of a shared clause with the positions of the agreement in the place of "owner" and "user". */
export function inPositions(question: Question, positions: Positions): Question {
  if (question.type !== 'clause') return question
  const placed = (name: string): string => positions.find(({ stance }) => stance === name)?.id ?? name
  return {
    ...question,
    alternatives: question.alternatives.map((alternative) => ({
      ...alternative,
      favours: placed(alternative.favours),
      costs: Object.fromEntries(Object.entries(alternative.costs).map(([side, cost]) => [placed(side), cost])),
    })),
  }
}

/** What a shared clause needs from an agreement that puts it in and does not find: positions for its stances, and terms. */
export function missingForClause({ settings, id }: ClauseSource, agreement: AgreementSource, definedTerms: ReadonlySet<string>): readonly ContentProblem[] {
  const { positions } = agreement.settings.value
  const file = agreement.settings.file
  const used = new Set(settings.value.questions.flatMap(stancesIn))
  const stances = [...used].flatMap((stance): readonly ContentProblem[] => {
    const count = positions.filter((position) => position.stance === stance).length
    if (count === 1) return []
    return [
      {
        file,
        line: agreement.settings.lineAt(['positions']),
        cause: `the shared clause "${id}" speaks of the ${stance}, and ${count === 0 ? 'no position' : 'more than one position'} has that stance`,
        fix: `write "stance: ${stance}" at the one position that is the ${stance} here (docs/authoring.md, part 4)`,
      },
    ]
  })
  const terms = settings.value.needs.flatMap((term): readonly ContentProblem[] =>
    definedTerms.has(term)
      ? []
      : [
          {
            file,
            line: agreement.settings.lineAt(['terms']),
            cause: `the shared clause "${id}" needs the defined term "${term}"`,
            fix: 'declare it under "terms" and define it in the text, or put in the shared clause that does',
          },
        ],
  )
  return [...stances, ...terms]
}
