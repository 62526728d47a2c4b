import type { Deviation } from '../../engine/deviation.ts'
import type { AssembledDocument } from '../../engine/document.ts'
import { addedBy, inForce } from '../../engine/locate-deviation.ts'
import type { FoundChange } from './find-changes.ts'

type Source = { readonly fileName: string; readonly receivedAt: string; readonly newId: () => string }

const key = ({ section, row, part, language, kind, order, oldWords, newWords, comments }: FoundChange): string =>
  JSON.stringify([section, row, part, language, kind, order, oldWords, newWords, kind === 'commented' ? comments : null])

/**
 * A change of words that were themselves agreed before is a new deviation from the template in the place of the former one. Its old words stay
 * those of the template, so that the register always compares with that.
 */
function onTop(change: FoundChange, earlier: readonly Deviation[]): FoundChange {
  if (change.kind === 'commented') return change
  const added = addedBy(change.row, earlier)
  if (added !== undefined && change.kind !== 'inserted') {
    const { row, part, kind, oldWords, afterWords, order, shape } = added
    return { ...change, row, part, kind, oldWords, afterWords, order, ...(shape === undefined ? {} : { shape }), replaces: added.id }
  }
  // A paragraph added behind one that was added itself belongs behind the same row, after it.
  if (added !== undefined) return { ...change, row: added.row, afterWords: added.afterWords, order: added.order + change.order + 1 }
  const former = earlier.find(
    (one) => one.kind === 'changed' && one.section === change.section && one.row === change.row && one.part === change.part && one.language === change.language,
  )
  if (former === undefined || change.kind === 'inserted') return change
  return { ...change, oldWords: former.oldWords, replaces: former.id }
}

/**
 * Puts the changes of a file with those a draft has already. Decided ones stay; undecided ones of an earlier file make way; a change that is the
 * same as a decided one is decided. In reading order of the document that was sent.
 */
export function mergeChanges(existing: readonly Deviation[], found: readonly FoundChange[], { fileName, receivedAt, newId }: Source): readonly Deviation[] {
  const decided = existing.filter(({ state }) => state !== 'open')
  const known = new Set(decided.map(key))
  const earlier = inForce(decided)
  const fresh = found
    .map((change) => onTop(change, earlier))
    .filter((change) => !known.has(key(change)))
    .map((change): Deviation => ({ ...change, id: newId(), state: 'open', decidedBy: '', decidedAt: null, note: '', fileName, receivedAt }))
  return [...decided, ...fresh]
}

/** Sorts deviations as their places come in a document; what it no longer has comes last. */
export function inDocumentOrder(deviations: readonly Deviation[], document: AssembledDocument): readonly Deviation[] {
  const places = new Map<string, number>()
  let at = 0
  for (const { id, rows } of document.sections) {
    places.set(`${id}\u0000`, at++)
    for (const row of rows) places.set(`${id}\u0000${row.id}`, at++)
  }
  const place = ({ section, row }: Deviation): number => places.get(`${section}\u0000${row}`) ?? places.get(`${section}\u0000`) ?? at
  const after = ({ kind }: Deviation): number => (kind === 'inserted' ? 1 : 0)
  return deviations.toSorted((one, other) => place(one) - place(other) || after(one) - after(other) || one.order - other.order)
}
