import { type GuideFile, type GuidePackage, guidePackageSchema } from '../guide-content.ts'
import { type AgreementPackage, agreementPackageSchema } from '../template.ts'

/** A text in both languages, told apart. */
export const both = (text: string): { readonly de: string; readonly en: string } => ({ de: `${text} (de)`, en: text })

/** An agreement of one page with these questions and hardly any wording. */
export function agreementWith(id: string, questions: readonly object[]): AgreementPackage {
  return agreementPackageSchema.parse({
    kind: 'agreement',
    id,
    version: '1.0.0',
    title: both(id),
    purpose: both('For tests'),
    form: { kind: 'text', note: both('text form') },
    roles: [{ id: 'company', title: both('Company') }],
    pages: [{ id: 'page', title: both('Page'), short: both('Page'), questions }],
    texts: { de: '# Titel\n\n## Zweck {#a}\n\nZweck.\n', en: '# Title\n\n## Purpose {#a}\n\nPurpose.\n' },
    lawEntries: [],
  })
}

/** A guide of one question that always leads to one agreement, and what it fills in. */
export function guideTo(agreement: string, fill: GuideFile['fill']): GuidePackage {
  return guidePackageSchema.parse({
    version: '1.0.0',
    title: both('Which?'),
    lead: both('Lead'),
    lawEntries: [],
    questions: [{ id: 'where', question: both('Where?'), short: both('Where'), options: ['here', 'there'].map((id) => ({ id, label: both(id) })) }],
    documents: [{ agreement, title: both(agreement) }],
    stages: [{ id: 'first', title: both('First') }],
    rules: [{ id: 'always', stage: 'first', agreement, when: "where != 'x'", reason: both('Because') }],
    models: [],
    avoid: [],
    fill,
  })
}
