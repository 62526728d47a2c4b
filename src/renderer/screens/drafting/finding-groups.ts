import type { Finding } from '../../../engine/findings.ts'

/** Findings by what they ask of the person. */
export type FindingGroups = {
  readonly missing: readonly Finding[]
  readonly onPurpose: readonly Finding[]
  readonly inconsistent: readonly Finding[]
  readonly risks: readonly Finding[]
  readonly hints: readonly Finding[]
  readonly open: readonly Finding[]
}

/** Sorts findings; `open` is what must be settled before signing. */
export function findingGroups(findings: readonly Finding[]): FindingGroups {
  const of = (...kinds: readonly Finding['kind'][]) => findings.filter(({ kind }) => kinds.includes(kind))
  return {
    missing: of('missing'),
    onPurpose: of('openOnPurpose'),
    inconsistent: of('invalid', 'error'),
    risks: of('risk'),
    hints: of('hint'),
    open: of('missing', 'openOnPurpose', 'invalid', 'error'),
  }
}
