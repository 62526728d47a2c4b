import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Action,
  actionSchema,
  actionsOf,
  addDays,
  freeActionId,
  movedAction,
  planCounts,
  proposedActions,
  withAction,
  withoutAction,
} from './action-plan.ts'
import { scoreChecklist } from './checklist-score.ts'
import { answerOf, smallChecklist } from './testing/small-checklist.ts'

const plan: readonly Action[] = ['a', 'own-1', 'c'].map((id) => actionSchema.parse({ id }))
const ids = (actions: readonly Action[]): readonly string[] => actions.map(({ id }) => id)

describe('an action plan', () => {
  test('is proposed from the findings, worst first, each due by its level', () => {
    const result = scoreChecklist(smallChecklist, { a: answerOf('no'), b: answerOf('no'), c: answerOf('partly') })
    expect(proposedActions(result, [], '2026-11-18').map(({ question, due, priority }) => [question, due, priority])).toEqual([
      ['a', '2026-12-18', 'high'],
      ['c', '2027-01-17', 'medium'],
      ['b', '2027-01-17', 'medium'],
    ])
  })
  test('does not propose again what was accepted or dismissed', () => {
    const result = scoreChecklist(smallChecklist, { a: answerOf('no'), b: answerOf('unknown') })
    const kept = [actionSchema.parse({ id: 'a', question: 'a', state: 'dismissed' })]
    expect(ids(proposedActions(result, kept, '2026-11-18'))).toEqual(['b'])
    expect(ids(proposedActions(result, withoutAction(kept, 'a'), '2026-11-18'))).toEqual(['a', 'b'])
  })
  test('keeps every step in some order when one is moved', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.integer({ min: -3, max: 9 }), (from, to) => {
        const id = plan[from]?.id ?? 'nobody'
        const moved = movedAction(plan, id, to)
        expect([...ids(moved)].sort()).toEqual([...ids(plan)].sort())
        if (id !== 'nobody') expect(moved.findIndex((action) => action.id === id)).toBe(Math.max(0, Math.min(to, plan.length - 1)))
      }),
    )
  })
  test('changes one step and leaves the others as they are', () => {
    const changed = withAction(plan, 'c', { owner: 'M. Tachibana', state: 'done' })
    expect(changed[2]).toMatchObject({ id: 'c', owner: 'M. Tachibana', state: 'done' })
    expect(changed.slice(0, 2)).toEqual(plan.slice(0, 2))
  })
  test('reads what is stored and passes over what is no step', () => {
    expect(ids(actionsOf({ actions: [{ id: 'a' }, { id: '' }, 'text', { id: 'b', due: '2026-02-30' }] }))).toEqual(['a'])
    expect(actionsOf({ actions: 'none' })).toEqual([])
  })
  test('counts what is open and what is late on a day', () => {
    const dated = withAction(withAction(plan, 'a', { due: '2026-11-01' }), 'c', { state: 'done', due: '2026-01-01' })
    expect(planCounts(dated, '2026-11-02')).toEqual({ open: 2, done: 1, late: 1 })
    expect(planCounts(dated, '2026-11-01').late).toBe(0)
  })
  test('finds a free name for a step of one’s own', () => {
    expect(freeActionId(plan)).toBe('own-2')
  })
  test('counts days over the end of months and leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(addDays('2026-02-30', 2)).toBe('')
    expect(addDays('', 2)).toBe('')
  })
})
