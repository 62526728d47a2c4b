import { type Checklist, compileChecklist } from '../checklist.ts'
import { type ChecklistPackage, checklistPackageSchema } from '../template.ts'

const both = (text: string): { readonly de: string; readonly en: string } => ({ de: `${text} (de)`, en: text })

/** A question for tests; everything is about `id`. */
export function questionOf(id: string, topic: string, risk: string, extra: object = {}): object {
  return {
    id,
    topic,
    risk,
    question: both(`Is ${id} there?`),
    why: both('why'),
    missing: both(`${id} is missing`),
    consequence: both('consequence'),
    action: both(`Get ${id}`),
    who: ['startup', 'agency'],
    phase: 'running',
    ...extra,
  }
}

/** A checklist for tests, made of questions and whatever else differs. */
export function checklistOf(questions: readonly object[], extra: object = {}): ChecklistPackage {
  return checklistPackageSchema.parse({
    kind: 'checklist',
    id: 'test',
    version: '1.0.0',
    title: both('Test'),
    short: both('Test'),
    purpose: both('Test'),
    minutes: 5,
    lawEntries: [],
    topics: [
      { id: 'one', title: both('One') },
      { id: 'two', title: both('Two') },
    ],
    questions,
    ...extra,
  })
}

/** Four questions on two topics; d is asked when c is there. */
export const smallChecklist: Checklist = compileChecklist(
  checklistOf([
    questionOf('a', 'one', 'high'),
    questionOf('b', 'one', 'low'),
    questionOf('c', 'two', 'medium'),
    questionOf('d', 'two', 'high', { when: "c == 'yes'" }),
  ]),
)

/** An answer as a run stores it. */
export function answerOf(value: string): { readonly value: string; readonly note: string; readonly evidence: string } {
  return { value, note: '', evidence: '' }
}
