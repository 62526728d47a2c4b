import { expect, test } from 'vitest'
import { type Deviation, deviationSchema } from '../../../engine/deviation.ts'
import { byClause, excerpt, isShown, nextOpen, wordsBefore } from './review-filter.ts'

const change = (parts: Partial<Deviation>): Deviation =>
  deviationSchema.parse({
    id: 'a',
    section: 's',
    row: 's:1',
    part: 'content',
    language: 'de',
    languages: ['de'],
    kind: 'changed',
    oldWords: 'alt',
    newWords: 'neu',
    place: '§ 7 (3) a)',
    state: 'open',
    ...parts,
  })

test('changes are put together by clause, each named as people name it', () => {
  const groups = byClause([
    change({ section: 'opening', place: '' }),
    change({ id: 'b' }),
    change({ id: 'c', place: '§ 7 (4)' }),
    change({ id: 'd', section: 'x', place: 'Anlage 2 1.' }),
    change({ id: 'e', section: 'y', place: 'Section 12 (1)' }),
  ])
  expect(groups.map(({ place, deviations }) => [place, deviations.length])).toEqual([
    ['', 1],
    ['§ 7', 2],
    ['Anlage 2', 1],
    ['Section 12', 1],
  ])
})

test('the filter looks at state, at silence, at one-sidedness and at what is out of date', () => {
  const all = [change({}), change({ id: 'b', state: 'parked', isSilent: true }), change({ id: 'c', state: 'accepted', isOneSided: true })]
  const shown = (filter: Parameters<typeof isShown>[1]) => all.filter((one) => isShown(one, filter, ['c'])).map(({ id }) => id)
  expect([shown('all'), shown('open'), shown('parked'), shown('silent'), shown('oneSided'), shown('stale')]).toEqual([
    ['a', 'b', 'c'],
    ['a'],
    ['b'],
    ['b'],
    ['c'],
    ['c'],
  ])
})

test('the next undecided change comes after the present one, or from the start', () => {
  const all = [change({}), change({ id: 'b', state: 'accepted' }), change({ id: 'c' })]
  expect([nextOpen(all, 'a')?.id, nextOpen(all, 'c')?.id, nextOpen(all.slice(0, 2), 'a')]).toEqual(['c', 'a', undefined])
})

test('a change of words agreed before starts from those', () => {
  const [first, second] = [change({ newWords: 'vereinbart', state: 'accepted' }), change({ id: 'b', replaces: 'a' })]
  expect([wordsBefore(second, [first, second]), wordsBefore(first, [first, second])]).toEqual(['vereinbart', 'alt'])
})

test('a list shows the place where the words begin to differ', () => {
  const before = 'Die Parteien vereinbaren eine Frist von dreißig Tagen nach Zugang der Anzeige.'
  expect(excerpt(before, before.replace('dreißig', 'vierzehn'))).toBe('… vereinbaren eine Frist von vierzehn Tagen nach Zugang der Anzeige.')
  expect([excerpt('', 'Neu.'), excerpt('Weg.', ''), excerpt('a\tb', 'a\tc')]).toEqual(['Neu.', 'Weg.', 'a | c'])
})
