import type { partyForms } from '../../../../engine/answers.ts'

/** Legal forms hold dots and blanks, which names of texts cannot. */
export const formKeys = {
  GmbH: 'gmbh',
  UG: 'ug',
  AG: 'ag',
  SE: 'se',
  KG: 'kg',
  'GmbH & Co. KG': 'gmbhCoKg',
  KGaA: 'kgaa',
  'e.V.': 'ev',
  gGmbH: 'ggmbh',
  Stiftung: 'stiftung',
  KdöR: 'kdoer',
  KK: 'kk',
  GK: 'gk',
  shadan: 'shadan',
  zaidan: 'zaidan',
  'university-jp': 'universityJp',
  other: 'other',
} as const satisfies Record<(typeof partyForms)[number], string>
