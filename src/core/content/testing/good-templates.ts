import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { compileAgreement } from '../../../engine/agreement.ts'
import { answersSchema } from '../../../engine/answers.ts'
import { createAssembler } from '../../../engine/assemble.ts'
import { documentText } from '../../../engine/plain-text.ts'
import { loadContent } from '../load.ts'
import { readYaml } from '../yaml-file.ts'

/** Files of a templates folder by name. */
export type Files = Readonly<Record<string, string>>

const agreement = `id: small
version: 1.0.0
title: { de: Kleiner Vertrag, en: Small agreement }
purpose: { de: Zum Prüfen, en: For tests }
form: { kind: text, note: { de: Textform genügt., en: Text form is enough. } }
laws: [bgb-126b]
roles:
  - { id: company, title: { de: Unternehmen, en: Company } }
  - { id: institute, title: { de: Institut, en: Institute } }
positions:
  - { id: company, title: { de: Unternehmen, en: company }, side: left, role: company }
  - { id: institute, title: { de: Institut, en: institute }, side: right, role: institute }
terms:
  - id: results
    de: { term: Ergebnisse, forms: [Ergebnissen] }
    en: { term: Results, forms: [Result] }
clauses:
  - { id: payment, when: has_price }
pages:
  - id: parties
    title: { de: Wer?, en: Who? }
    short: { de: Parteien, en: Parties }
    questions:
      - { id: company, type: party, label: { de: Unternehmen, en: Company }, help: { de: Wer?, en: Who? } }
      - { id: institute, type: party, label: { de: Institut, en: Institute }, help: { de: Wer?, en: Who? } }
      - { id: purpose, type: text, translate: true, label: { de: Zweck, en: Purpose }, help: { de: Wozu?, en: What for? } }
  - id: terms
    title: { de: Was?, en: What? }
    short: { de: Inhalt, en: Content }
    questions:
      - { id: has_price, type: yesNo, label: { de: Mit Geld?, en: With money? }, help: { de: Ja oder nein., en: Yes or no. }, default: true }
      - { id: price, type: money, label: { de: Preis, en: Price }, help: { de: Ohne Steuer., en: Without tax. }, when: has_price, min: 1 }
      - { id: begin, type: date, label: { de: Beginn, en: Begin }, help: { de: Tag., en: Day. } }
      - { id: end, type: date, label: { de: Ende, en: End }, help: { de: Tag., en: Day. } }
      - id: ownership
        type: clause
        label: { de: Wem gehört es?, en: Who owns it? }
        help: { de: Wählen Sie., en: Choose. }
        laws: [patg-15]
        alternatives:
          - id: joint
            label: { de: Gemeinsam, en: Jointly }
            favours: balanced
            weight: 0
            explanation: { de: Beide., en: Both. }
            costs: { company: { de: Wenig., en: Little. }, institute: { de: Wenig., en: Little. } }
          - id: company-owns
            label: { de: Unternehmen, en: Company }
            favours: company
            weight: 2
            explanation: { de: Eine Seite., en: One side. }
            costs: { company: { de: Nichts., en: Nothing. }, institute: { de: Viel., en: Much. } }
            fallback: joint
        default: joint
      - id: packages
        type: table
        label: { de: Pakete, en: Packages }
        help: { de: Eines je Zeile., en: One a line. }
        fields:
          - { id: title, type: text, translate: true, label: { de: Titel, en: Title } }
      - clause: final
checks:
  - id: end-before-begin
    when: "end < begin"
    severity: error
    message: { de: "{{ end }} liegt vor dem Beginn.", en: "{{ end }} is before the begin." }
    reason: { de: Geht nicht., en: Impossible. }
    fix: { de: Ändern., en: Change it. }
    questions: [end, begin]
`

const german = `# Kleiner Vertrag

::parties

## Begriffe {#definitions}

1. [[def:results]] sind alle Erkenntnisse aus {{ purpose }}.
2. {#rights} {% case ownership %}{% when 'joint' %}Die Ergebnisse gehören beiden.{% when 'company-owns' %}Die Ergebnisse gehören {{ company }}.{% else %}{{ ownership }}{% endcase %}

## Vergütung {#payment}

{{ company }} zahlt {{ price }} an {{ institute }}.

## Laufzeit {#term}

1. Der Vertrag läuft vom {{ begin }} bis zum {{ end }}.
2. [[ref:rights]] gilt weiter, § 15 PatG bleibt unberührt.
{% if has_price %}
3. Bezahlt wird im Voraus.
{% endif %}

[[clause:final]]

## Unterschriften {#signatures .closing}

::signatures

## Arbeitsplan {#plan .annex}

::table{list=packages columns="number,title"}
`

const english = `# Small agreement

::parties

## Definitions {#definitions}

1. [[def:results]] means all findings from {{ purpose }}.
2. {#rights} {% case ownership %}{% when 'joint' %}The Results belong to both.{% when 'company-owns' %}The Results belong to {{ company }}.{% else %}{{ ownership }}{% endcase %}

## Payment {#payment}

{{ company }} pays {{ price }} to {{ institute }}.

## Term {#term}

1. The agreement runs from {{ begin }} to {{ end }}.
2. [[ref:rights]] continues to apply, Section 15 PatG remains unaffected.
{% if has_price %}
3. Payment is made in advance.
{% endif %}

[[clause:final]]

## Signatures {#signatures .closing}

::signatures

## Work plan {#plan .annex}

::table{list=packages columns="number,title"}
`

const party = (name: string, form: string, kind: string, country: string): string =>
  `{ name: ${name}, form: ${form}, kind: ${kind}, country: ${country}, shortName: ${name}, signing: single, register: HRB 1, registerCourt: Amtsgericht Jena,
  address: { street: Weg 1, postalCode: "07745", city: Jena, country: ${country} }, signatories: [{ name: A. Muster, function: Vorstand }], contact: { name: B. Muster, email: b@example.org } }`

const law = (id: string, section: string): string => `- id: ${id}
  cite: { de: § ${section}, en: Section ${section} }
  title: { de: Vorschrift, en: Provision }
  checked: 2026-08-19
  source: gesetze-im-internet
  status: confirmed
`

/** A small templates folder without a fault: an agreement with one of everything, a shared clause, a checklist, laws. */
export const goodFiles: Files = {
  'law.yaml': law('bgb-126b', '126b BGB') + law('patg-15', '15 PatG'),
  'agreements/small/agreement.yaml': agreement,
  'agreements/small/text.de.md': german,
  'agreements/small/text.en.md': english,
  'agreements/small/notes.md': '# Notes\n\nSee § 15 PatG.\n',
  'agreements/small/sample.answers.yaml': `company: ${party('Alpha', 'GmbH', 'startup', 'DE')}
institute: ${party('Beta', 'e.V.', 'institute', 'DE')}
purpose: { de: der Forschung, en: the research }
has_price: true
price: { amount: 4200000, currency: EUR }
begin: 2027-03-01
end: 2028-03-01
ownership: joint
packages: [{ title: { de: Messen, en: Measuring } }]
prevailing_language: de
`,
  'clauses/final/clause.yaml': `id: final
version: 1.0.0
title: { de: Schluss, en: Final provisions }
questions:
  - id: prevailing_language
    type: choice
    label: { de: Welche Sprache geht vor?, en: Which language prevails? }
    help: { de: Eine., en: One. }
    options: [{ id: de, label: { de: Deutsch, en: German } }, { id: en, label: { de: Englisch, en: English } }]
`,
  'clauses/final/text.de.md': '## Schluss {#final}\n\nMaßgeblich ist die Fassung in {{ prevailing_language }}.\n',
  'clauses/final/text.en.md': '## Final provisions {#final}\n\nThe version in {{ prevailing_language }} prevails.\n',
  'checklists/secrets/checklist.yaml': `id: secrets
version: 1.0.0
title: { de: Geheimnisse, en: Secrets }
short: { de: Geheimnisse, en: Secrets }
purpose: { de: Prüfen, en: Check }
minutes: 5
topics: [{ id: identify, title: { de: Erkennen, en: Identify } }]
questions:
  - id: listed
    topic: identify
    question: { de: Gelistet?, en: Listed? }
    why: { de: Darum., en: Because. }
    risk: high
    missing: { de: Fehlt, en: Missing }
    consequence: { de: Schaden, en: Damage }
    action: { de: Tun, en: Do }
    who: [startup]
    phase: before-talks
    clauseTopics: [M03]
    agreements: [small]
    suggests:
      - { agreement: small, role: company, answers: { ownership: company-owns } }
  - id: locked
    topic: identify
    question: { de: Verschlossen?, en: Locked? }
    why: { de: Darum., en: Because. }
    risk: low
    missing: { de: Fehlt, en: Missing }
    consequence: { de: Schaden, en: Damage }
    action: { de: Tun, en: Do }
    who: [startup, agency]
    phase: running
    when: "listed == 'yes'"
flags:
  - id: nothing-known
    when: "listed == 'unknown'"
    title: { de: Nichts bekannt, en: Nothing known }
    reason: { de: Darum., en: Because. }
    questions: [listed]
`,
  'checklists/secrets/sample.answers.yaml': `organisation: Alpha GmbH
who: startup
listed: { value: partly, note: Begonnen., evidence: Ordner 7 }
actions: [{ id: listed, question: listed, due: 2027-01-15 }]
`,
}

/** Writes files into a new folder below the system's temporary one and returns it. */
export async function writeTemplates(files: Files): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'musubi-templates-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  return folder
}

/** The good files together with the expected texts of the sample, which the engine renders. */
export async function goodFilesWithExpected(): Promise<Files> {
  const { packages, problems } = await loadContent(await writeTemplates(goodFiles))
  const loaded = packages.find(({ content }) => content.id === 'small')
  if (loaded?.content.kind !== 'agreement') throw new Error(`The good template does not load: ${JSON.stringify(problems)}`)
  const answers = answersSchema.parse(readYaml('sample', goodFiles['agreements/small/sample.answers.yaml'] ?? '').yaml?.data)
  const assemble = createAssembler(compileAgreement(loaded.content))
  return {
    ...goodFiles,
    'agreements/small/expected.de.md': documentText(assemble(answers, ['de'])),
    'agreements/small/expected.en.md': documentText(assemble(answers, ['en'])),
  }
}

/** Files with one piece of one file replaced; throws when the piece is not there, so that a test cannot rot. */
export function replaced(files: Files, name: string, from: string, to: string): Files {
  const text = files[name]
  if (text?.includes(from) !== true) throw new Error(`${name} does not contain: ${from}`)
  return { ...files, [name]: text.replace(from, () => to) }
}
