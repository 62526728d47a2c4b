import type { Answers } from './answers.ts'
import { type Checklist, checklistInterview } from './checklist.ts'
import { type RunFactId, runFacts, type RunFacts } from './checklist-run.ts'
import { type Guide, guideInterview } from './guide.ts'

/** Where an answer to the guide comes from: a fact of the run, or the answer to one of its questions (by id). */
export type GuideSource = { readonly kind: 'fact'; readonly fact: RunFactId } | { readonly kind: 'answer'; readonly question: string }

/** An answer to a question of the guide that a run already knows. */
export type KnownForGuide = { readonly question: string; readonly option: string; readonly sources: readonly GuideSource[] }

/** What a run knows for the guide. `open` are questions of the guide about which the run contradicts itself; they are left to the person. */
export type GuideFromRun = {
  readonly known: readonly KnownForGuide[]
  readonly open: readonly { readonly question: string; readonly options: readonly KnownForGuide[] }[]
}

const whoByPartner = { company: 'companies', institute: 'company-institute', agency: 'agencies' } as const

/** The guide's own question about who deals with whom, as far as the facts of a run say: whoever is an agency, or deals with one, is asked as such. */
function whoFromFacts({ who, partner_kind: partnerKind }: RunFacts): readonly Found[] {
  if (who === 'agency') return [{ question: 'who', option: 'agencies', source: { kind: 'fact', fact: 'who' } }]
  return partnerKind === undefined ? [] : [{ question: 'who', option: whoByPartner[partnerKind], source: { kind: 'fact', fact: 'partner_kind' } }]
}

type Found = { readonly question: string; readonly option: string; readonly source: GuideSource }

/**
 * What the decision guide need not ask again after a run of a checklist: from its facts, and from the answers whose question says what they tell the guide.
 * Only options the guide has, of questions it asks with the answers so far. Pure.
 */
export function guideFromRun(guide: Guide, checklist: Checklist, answers: Answers): GuideFromRun {
  const found: readonly Found[] = [
    ...whoFromFacts(runFacts(answers)),
    ...checklistInterview(checklist, answers).flatMap(({ question, answer }) =>
      Object.entries((answer && question.guide[answer.value]) ?? {}).map(([id, option]): Found => ({
        question: id,
        option,
        source: { kind: 'answer', question: question.id },
      })),
    ),
  ]
  const byQuestion = guide.content.questions.map(({ id, options }) => ({
    question: id,
    options: options.flatMap((option): readonly KnownForGuide[] => {
      const sources = found.filter((one) => one.question === id && one.option === option.id).map(({ source }) => source)
      return sources.length === 0 ? [] : [{ question: id, option: option.id, sources }]
    }),
  }))
  const known = byQuestion.flatMap(({ options }) => (options.length === 1 ? options : []))
  const asked = new Set(guideInterview(guide, Object.fromEntries(known.map(({ question, option }) => [question, option]))).map(({ question }) => question.id))
  return {
    known: known.filter(({ question }) => asked.has(question)),
    open: byQuestion.filter(({ question, options }) => options.length > 1 && asked.has(question)),
  }
}
