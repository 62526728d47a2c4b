import { checklistAnswers } from '../../../engine/answers.ts'
import { conditionFacts, conditionFactValues } from '../../../engine/checklist-run.ts'
import type { ChecklistFile, Question } from '../../../engine/template.ts'
import { suggestion } from '../nearest.ts'
import type { PlaceAt } from './checklists.ts'
import { outcomes } from './conditions.ts'
import { type Expression, readExpression } from './expression.ts'
import type { Report } from './finding.ts'

type Subject = { readonly when: string; readonly owner: string; readonly at: ReturnType<PlaceAt>; readonly fixNever: string; readonly fixAlways: string }

/**
 * Conditions can be read, speak of facts and of questions asked earlier (a red flag: of any), compare with possible answers, and can come out both ways.
 * Questions whose conditions wait for each other are refused with the whole circle named.
 */
export function lintBranching(value: ChecklistFile, place: PlaceAt, report: Report): void {
  const circles = circlesIn(value)
  const inCircle = new Set(circles.flat())
  for (const circle of circles) {
    const [first = ''] = circle
    report.error(
      'condition-cycle',
      place(
        'questions',
        value.questions.findIndex(({ id }) => id === first),
        'when',
      ),
      `the conditions go round in a circle: ${[...circle, first].join(' → ')}`,
      'a condition may only speak of questions that are asked before; take one of them out of the circle',
    )
  }
  const all = value.questions.map(({ id }) => id)
  const known = new Map<string, Question>(conditionFacts.map((id) => [id, choice(id, conditionFactValues[id])]))
  value.questions.forEach(({ id, when }, index) => {
    if (when !== undefined) {
      const at = place('questions', index, 'when')
      const subject = {
        when,
        owner: `the condition of question "${id}"`,
        at,
        fixNever: 'correct it, or delete the question',
        fixAlways: 'correct it, or delete the condition',
      }
      lintCondition(subject, known, report, (name) => {
        if (!all.includes(name)) return false
        const isSelf = name === id
        if (!inCircle.has(id))
          report.error(
            'later-question',
            at,
            `${subject.owner} uses "${name}", which is asked ${isSelf ? 'by itself' : 'later'}`,
            isSelf ? 'use another condition' : `move "${name}" before it, or use another condition`,
          )
        return true
      })
    }
    known.set(id, choice(id, checklistAnswers))
  })
  value.flags.forEach(({ id, when, questions }, index) => {
    const subject = {
      when,
      owner: `the condition of the red flag "${id}"`,
      at: place('flags', index, 'when'),
      fixNever: 'correct it, or delete the flag',
      fixAlways: 'correct it: a flag that is always raised says nothing',
    }
    const expression = lintCondition(subject, known, report, () => false)
    const used = new Set(expression.paths.map(({ path }) => path[0] ?? ''))
    questions.forEach((question, position) => {
      const at = place('flags', index, 'questions', position)
      if (!all.includes(question)) report.error('unknown-question', at, `there is no question "${question}"`, suggestion(question, all, 'correct the name'))
      else if (!used.has(question))
        report.warning('unused-question', at, `the red flag "${id}" names "${question}", which its condition does not look at`, 'delete it')
    })
  })
}

/** To a condition an answer is a choice among a few. */
function choice(id: string, values: readonly string[]): Question {
  const label = { de: id, en: id }
  return { type: 'choice', id, label, laws: [], required: true, options: values.map((value) => ({ id: value, label })) }
}

/** Checks one condition against what is known where it stands; `explain` may say more about a name that is not, and returns whether it did. */
function lintCondition(
  { when, owner, at, fixNever, fixAlways }: Subject,
  known: ReadonlyMap<string, Question>,
  report: Report,
  explain: (name: string) => boolean,
): Expression {
  const expression = readExpression(when)
  if (expression.fault) report.error('condition-syntax', at, `${owner} cannot be read: ${expression.fault.cause}`, expression.fault.fix)
  for (const { path } of expression.paths) {
    const [name = ''] = path
    if (!known.has(name) && !explain(name))
      report.error('unknown-question', at, `${owner}: there is no question "${name}"`, suggestion(name, known.keys(), 'correct the name'))
  }
  for (const { path, literal } of expression.comparisons) {
    const question = known.get(path[0] ?? '')
    if (question?.type !== 'choice' || literal === undefined) continue
    const options = question.options.map(({ id }) => id)
    if (!options.includes(String(literal)))
      report.error(
        'unknown-option',
        at,
        `"${path.join('.')}" is never ${JSON.stringify(literal)}`,
        suggestion(String(literal), options, `it can be: ${options.join(', ')}`),
      )
  }
  const outcome = expression.fault ? 'unknown' : outcomes(when, expression, known, undefined)
  if (outcome === 'never') report.error('condition-never-true', at, `${owner} can never be true`, fixNever)
  if (outcome === 'always') report.error('condition-always-true', at, `${owner} is always true`, fixAlways)
  return expression
}

/** The circles in which conditions of questions wait for each other; each begins with the question that stands first in the file. A question that waits for itself is none. */
function circlesIn({ questions }: ChecklistFile): readonly (readonly string[])[] {
  const ids = questions.map(({ id }) => id)
  const waitsFor = new Map(
    questions.map(({ id, when }) => [
      id,
      when === undefined ? [] : readExpression(when).paths.flatMap(({ path: [name = ''] }) => (ids.includes(name) && name !== id ? [name] : [])),
    ]),
  )
  const circles = new Map<string, readonly string[]>()
  const done = new Set<string>()
  const visit = (id: string, trail: readonly string[]): void => {
    const start = trail.indexOf(id)
    if (start !== -1) {
      const circle = fromFirst(trail.slice(start), ids)
      circles.set(circle.join(' '), circle)
    }
    if (start !== -1 || done.has(id)) return
    for (const next of waitsFor.get(id) ?? []) visit(next, [...trail, id])
    done.add(id)
  }
  for (const id of ids) visit(id, [])
  return [...circles.values()]
}

/** A circle, turned so that it begins with its first question of the file. */
function fromFirst(circle: readonly string[], ids: readonly string[]): readonly string[] {
  const start = circle.reduce((first, id, index) => (ids.indexOf(id) < ids.indexOf(circle[first] ?? '') ? index : first), 0)
  return [...circle.slice(start), ...circle.slice(0, start)]
}
