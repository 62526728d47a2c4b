import type { AppliedDeviations } from './apply-deviations.ts'
import type { Deviation } from './deviation.ts'
import { type DeviationWords, deviationWords } from './deviation-words.ts'
import type { Finding } from './findings.ts'
import type { Localized } from './language.ts'

const inAll = (text: (words: DeviationWords) => string): Localized => ({
  de: text(deviationWords.de),
  en: text(deviationWords.en),
  ja: text(deviationWords.ja),
})
const base = { questions: [], laws: [] }

/** What deviations leave to be settled: parked ones, accepted ones whose words are gone, references to what was struck out. */
export function deviationFindings(
  deviations: readonly Deviation[],
  { stale, lostReferences }: Pick<AppliedDeviations, 'stale' | 'lostReferences'>,
): readonly Finding[] {
  const parked = deviations.filter(({ state }) => state === 'parked')
  return [
    ...stale
      .filter(({ state }) => state === 'accepted')
      .map((deviation): Finding => ({
        ...base,
        id: `deviation:stale:${deviation.id}`,
        kind: 'error',
        message: inAll((words) => words.staleFinding(deviation.place)),
        reason: inAll((words) => words.staleReason),
      })),
    ...lostReferences.map((lost, index): Finding => ({
      ...base,
      id: `deviation:lost:${lost.row}:${index}`,
      kind: 'error',
      message: inAll((words) => words.lostFinding(lost.text)),
      reason: inAll((words) => words.lostReason),
    })),
    ...parked.map((deviation): Finding => ({
      ...base,
      id: `deviation:parked:${deviation.id}`,
      kind: 'openOnPurpose',
      message: inAll((words) => words.parkedFinding(deviation.place)),
      ...(deviation.note === '' ? {} : { reason: { de: deviation.note, en: deviation.note } }),
    })),
  ]
}
