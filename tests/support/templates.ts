import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './core.ts'

const agreement = `id: small-nda
version: 1.0.0
title: { de: Kleine NDA, en: Small NDA }
purpose: { de: Für Tests, en: For tests }
form: { kind: text, note: { de: Textform, en: text form } }
roles:
  - { id: company, title: { de: Unternehmen, en: Company } }
pages:
  - id: parties
    title: { de: Wer unterschreibt?, en: Who signs? }
    short: { de: Parteien, en: Parties }
    questions:
      - { id: company, type: party, label: { de: Unternehmen, en: Company } }
      - { id: purpose, type: longText, label: { de: Zweck, en: Purpose } }
      - { id: starts, type: date, label: { de: Beginn, en: Start } }
      - { id: ends, type: date, label: { de: Ende, en: End } }
      - id: law
        type: choice
        label: { de: Recht, en: Law }
        options:
          - { id: german-law, label: { de: deutsches Recht, en: German law } }
          - { id: other-law, label: { de: anderes Recht, en: other law } }
        default: german-law
      - id: staff
        type: list
        required: false
        label: { de: Personal, en: Staff }
        fields:
          - { id: name, type: text, label: { de: Name, en: Name } }
          - { id: hours, type: integer, label: { de: Stunden, en: Hours } }
checks:
  - id: end-before-start
    when: "ends < starts"
    severity: error
    message: { de: Das Ende liegt vor dem Beginn., en: It ends before it starts. }
    reason: { de: Widerspruch, en: Contradiction }
    fix: { de: Ändern, en: Change it }
    questions: [ends, starts]
  - id: other-law-risk
    when: "law == 'other-law'"
    severity: risk
    message: { de: Fremdes Recht., en: Foreign law. }
    reason: { de: Unbekannt, en: Unknown }
    fix: { de: Prüfen, en: Have it checked }
    questions: [law]
`
const text = (title: string, purpose: string, law: string) => `# ${title}

::parties

## ${purpose} {#purpose-clause}

1. {{ purpose }}
2. {{ starts }} - {{ ends }}
3. ${law}: {{ law }}.

## Unterschriften {#signatures .closing}

::signatures
`
const checklist = `id: cl01
version: 1.0.0
title: { de: Geheimnisse, en: Secrets }
short: { de: Geheimnisse, en: Secrets }
purpose: { de: Für Tests, en: For tests }
minutes: 5
topics:
  - { id: secrets, title: { de: Geheimnisse, en: Secrets } }
questions:
  - id: secrets_listed
    topic: secrets
    question: { de: Gibt es eine Liste?, en: Is there a list? }
    why: { de: Darum, en: Because }
    risk: high
    missing: { de: Keine Liste, en: No list }
    consequence: { de: Verlust, en: Loss }
    action: { de: Liste anlegen, en: Make a list }
    who: [startup]
    phase: before-talks
  - id: staff_bound
    topic: secrets
    question: { de: Ist das Personal verpflichtet?, en: Is staff bound? }
    why: { de: Darum, en: Because }
    risk: medium
    missing: { de: Nicht verpflichtet, en: Not bound }
    consequence: { de: Verlust, en: Loss }
    action: { de: Verpflichten, en: Bind them }
    who: [startup]
    phase: before-talks
`

/** Answers to the small agreement that leave nothing open. */
export const completeAnswers = `company:
  name: Akatsuki Photonics KK
  form: KK
  kind: startup
  country: JP
  shortName: Akatsuki
  address: { street: 1-2-3, postalCode: 430-0926, city: Hamamatsu, country: JP }
  signing: single
  signatories: [{ name: Yuki Shirasawa, function: CEO }]
purpose: Entwicklung eines Lasers
starts: 2027-03-01
ends: 2028-02-29
`

/** Writes a templates folder with a small agreement and a small checklist into a temporary folder. */
export function templatesFolder(): string {
  const folder = temporaryFolder()
  const put = (file: string, content: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  put('law.yaml', '[]\n')
  put('agreements/small-nda/agreement.yaml', agreement)
  put('agreements/small-nda/text.de.md', text('Vertrag', 'Zweck', 'Es gilt'))
  put('agreements/small-nda/text.en.md', text('Agreement', 'Purpose', 'It is governed by').replace('Unterschriften', 'Signatures'))
  put('checklists/cl01/checklist.yaml', checklist)
  return folder
}
