import type { Deviation } from '../../engine/deviation.ts'

/**
 * The deviations that may travel in a file: those that were accepted, because they are in the document, and of them what it takes to find their
 * place and to say the same words again. Who decided, notes, comments and what is still undecided stay with their owner.
 */
export function travellingDeviations(deviations: readonly Deviation[]): readonly Deviation[] {
  return deviations
    .filter(({ state }) => state === 'accepted')
    .map((deviation) => ({
      ...deviation,
      decidedBy: '',
      decidedAt: null,
      note: '',
      author: '',
      changedAt: null,
      isSilent: false,
      comments: [],
      fileName: '',
      receivedAt: '',
    }))
}
