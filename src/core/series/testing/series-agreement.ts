import type { AgreementPackage } from '../../../engine/template.ts'
import { agreementPackageSchema } from '../../../engine/template.ts'

const both = (text: string) => ({ de: `${text} (de)`, en: text })
const option = (id: string, de: string, en: string) => ({ id, label: { de, en } })

/** An agreement with a question of every type, for tests of tables. Only the company and the purpose are required. */
export const seriesAgreement: AgreementPackage = agreementPackageSchema.parse({
  kind: 'agreement',
  id: 'every-type',
  version: '1.0.0',
  title: both('Every type'),
  purpose: both('For tests'),
  form: { kind: 'text', note: both('text form') },
  roles: [
    { id: 'company', title: both('Company') },
    { id: 'partner', title: both('Partner') },
  ],
  pages: [
    {
      id: 'all',
      title: both('All'),
      short: both('All'),
      questions: [
        { id: 'company', type: 'party', label: both('Company') },
        { id: 'partner', type: 'party', label: both('Partner'), required: false },
        { id: 'purpose', type: 'longText', translate: true, label: both('Purpose') },
        { id: 'title', type: 'text', label: both('Title'), required: false },
        { id: 'staff', type: 'integer', label: both('Staff'), required: false },
        { id: 'factor', type: 'decimal', label: both('Factor'), required: false },
        { id: 'share', type: 'percent', label: both('Share'), required: false },
        { id: 'price', type: 'money', label: both('Price'), required: false },
        { id: 'starts', type: 'date', label: both('Start'), required: false },
        { id: 'term', type: 'duration', label: both('Term'), required: false },
        { id: 'secret', type: 'yesNo', label: both('Secret'), required: false },
        {
          id: 'law',
          type: 'choice',
          label: both('Law'),
          required: false,
          options: [option('german-law', 'deutsches Recht', 'German law'), option('japanese-law', 'japanisches Recht', 'Japanese law')],
        },
        {
          id: 'ways',
          type: 'multipleChoice',
          label: both('Ways'),
          required: false,
          options: [option('mail', 'Post', 'by mail'), option('meeting', 'Treffen', 'meeting'), option('call', 'Anruf', 'call')],
        },
        { id: 'contact', type: 'person', label: both('Contact'), required: false },
        { id: 'place', type: 'address', label: both('Place'), required: false },
        {
          id: 'items',
          type: 'list',
          label: both('Items'),
          required: false,
          fields: [
            { id: 'title', type: 'text', translate: true, label: both('Title') },
            { id: 'count', type: 'integer', label: both('Count'), required: false },
          ],
        },
      ],
    },
  ],
  checks: [
    {
      id: 'many-staff',
      when: 'staff > 100',
      severity: 'error',
      message: both('Too many people'),
      reason: both('Room'),
      fix: both('Fewer'),
      questions: ['staff'],
    },
  ],
  texts: {
    de: '# Vertrag\n\n::parties\n\n## Zweck {#purpose-clause}\n\n1. Zweck ist {{ purpose }}.\n2. Es gilt {{ law }}.\n',
    en: '# Agreement\n\n::parties\n\n## Purpose {#purpose-clause}\n\n1. The purpose is {{ purpose }}.\n2. The law is {{ law }}.\n',
  },
  lawEntries: [],
})

/** Cells of a row that leaves nothing required open, under their headers. */
export const goodCells: Readonly<Record<string, string>> = {
  'company.name': 'Isarblick Sensorik GmbH',
  'company.shortName': 'Isarblick',
  'company.form': 'GmbH',
  'company.country': 'DE',
  'company.address.city': 'München',
  'company.signatories.0.name': 'Leonore Haslinger',
  'purpose.de': 'Prüfung von Glas',
  'purpose.en': 'inspection of glass',
}
