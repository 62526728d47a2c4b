import { type RegisterEntry, registerEntries } from '../../../engine/deviation-register.ts'
import type { Deviation } from '../../../engine/deviation.ts'
import type { Review } from '../../../shared/contract/returned.ts'

/** What of the changes is shown. */
export const reviewFilters = ['all', 'open', 'accepted', 'rejected', 'parked', 'silent', 'oneSided', 'stale'] as const
export type ReviewFilter = (typeof reviewFilters)[number]

/** Whether a change is among those a person asked for. */
export function isShown(deviation: Deviation, filter: ReviewFilter, stale: readonly string[]): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'silent':
      return deviation.isSilent
    case 'oneSided':
      return deviation.isOneSided
    case 'stale':
      return stale.includes(deviation.id)
    case 'open':
    case 'accepted':
    case 'rejected':
    case 'parked':
      return deviation.state === filter
  }
}

/** Changes of one section, which for most readers is one clause. */
export type ClauseGroup = { readonly section: string; readonly place: string; readonly deviations: readonly Deviation[] }

/** The clause a place is in: "§ 7" of "§ 7 (3) a)". Places of the opening have none. */
function clauseOf(place: string): string {
  return place.replace(/ [(（].*$|(?<=第\d+条) .*$|(?<=(Anlage|Annex) \d+) .*$/u, '')
}

/** Puts changes together by clause, in the order they come. */
export function byClause(deviations: readonly Deviation[]): readonly ClauseGroup[] {
  const groups = new Map<string, Deviation[]>()
  for (const deviation of deviations) groups.set(deviation.section, [...(groups.get(deviation.section) ?? []), deviation])
  return [...groups].map(([section, list]) => ({ section, place: clauseOf(list[0]?.place ?? ''), deviations: list }))
}

/** What the register lists of a review. */
export const entriesOf = ({ deviations, stale }: Review): readonly RegisterEntry[] =>
  registerEntries(
    deviations,
    deviations.filter(({ id }) => stale.includes(id)),
  )

/** The words a change started from: those of the earlier deviation it takes the place of, or those of the template. */
export function wordsBefore(deviation: Deviation, all: readonly Deviation[]): string {
  return all.find(({ id }) => id === deviation.replaces)?.newWords ?? deviation.oldWords
}

/** The next change without a decision, looking on from one and then from the start. */
export function nextOpen(deviations: readonly Deviation[], from: string | undefined): Deviation | undefined {
  const at = deviations.findIndex(({ id }) => id === from)
  return [...deviations.slice(at + 1), ...deviations.slice(0, Math.max(0, at))].find(({ state }) => state === 'open')
}

/** The beginning of a change in a list: from a few words before the first one that differs. */
export function excerpt(before: string, after: string): string {
  const words = (after === '' ? before : after).replaceAll('\t', ' | ')
  if (before === '' || after === '') return words.slice(0, 120)
  let same = 0
  while (same < before.length && before[same] === after[same]) same += 1
  const start = words.lastIndexOf(' ', Math.max(0, same - 24)) + 1
  return `${start > 0 ? '… ' : ''}${words.slice(start, start + 120)}`
}
