import { type AgreementPackage, agreementPackageSchema } from '../template.ts'

const both = (de: string, en: string): { readonly de: string; readonly en: string } => ({ de, en })

const de = `# Vertrag über {{ subject }}

::parties

## Präambel {#recitals .recitals}

1. {{ company }} will forschen.
1. {{ institute }} auch.

## Begriffe {#definitions}

1. [[def:results]] sind alle Erkenntnisse. Beschäftigte:innen zählen ab 10:30 Uhr.
1. {#second} Siehe [[ref:term]], [[ref:deadline]] und [[ref:second]].

## Vergütung {#payment}

1. {{ company }} zahlt {{ price }}.
{% if has_bonus %}
1. Dazu kommt ein Bonus.
{% endif %}

## Laufzeit {#term}

1. Beginn ist der {{ start }}, Ende der {{ start | addMonths: duration | date }}.
1. {#deadline-list} Fristen:
   1. Meldung innerhalb von {{ days | plural: 'einem Tag', 'Tagen' }},
   1. {#deadline} Antwort:
      1. sofort oder
      1. später.

   Danach gilt {% if price != nil or not is_free %}[[ref:payment]]{% else %}das Gesetz{% endif %}.
1. {% case joint %}{% when 'free' %}Jeder nutzt die Ergebnisse frei.{% when 'own' %}Jeder im eigenen Gebiet.{% else %}{{ joint }}{% endcase %}

## Unterschriften {#signatures .closing}

::signatures

## Arbeitsplan {#work-plan .annex}

::table{list=packages columns="number,title,cost"}

1. Siehe [[ref:work-plan]].
`

const en = `# Agreement on {{ subject }}

::parties

## Recitals {#recitals .recitals}

1. {{ company }} wants to do research.
1. {{ institute }} as well.

## Definitions {#definitions}

1. [[def:results]] means all findings.
1. {#second} See [[ref:term]], [[ref:deadline]] and [[ref:second]].

## Payment {#payment}

1. {{ company }} pays {{ price }}.
{% if has_bonus %}
1. A bonus is added.
{% endif %}

## Term {#term}

1. It begins on {{ start }} and ends on {{ start | addMonths: duration | date }}.
1. {#deadline-list} Periods:
   1. report within {{ days | plural: 'one day', 'days' }},
   1. {#deadline} answer:
      1. at once or
      1. later.

   Thereafter {% if price != nil or not is_free %}[[ref:payment]]{% else %}the law{% endif %} applies.
1. {% case joint %}{% when 'free' %}Each uses the Results freely.{% when 'own' %}Each in its own field.{% else %}{{ joint }}{% endcase %}

## Signatures {#signatures .closing}

::signatures

## Work plan {#work-plan .annex}

::table{list=packages columns="number,title,cost"}

1. See [[ref:work-plan]].
`

/** A small agreement with one of everything, for tests of the engine and of those who draw its documents. */
export const smallAgreement: AgreementPackage = agreementPackageSchema.parse({
  kind: 'agreement',
  id: 'small',
  version: '1.0.0',
  title: both('Kleiner Vertrag', 'Small agreement'),
  purpose: both('Zum Prüfen', 'For tests'),
  form: { kind: 'none', note: both('keine', 'none') },
  roles: [
    { id: 'company', title: both('Unternehmen', 'Company') },
    { id: 'institute', title: both('Institut', 'Institute') },
  ],
  positions: [{ id: 'company', title: both('Unternehmen', 'company'), side: 'left', role: 'company' }],
  terms: [{ id: 'results', de: { term: 'Ergebnisse', forms: ['Ergebnissen'] }, en: { term: 'Results' } }],
  clauses: [{ id: 'payment', when: 'price != nil or not is_free' }],
  pages: [
    {
      id: 'parties',
      title: both('Wer?', 'Who?'),
      short: both('Parteien', 'Parties'),
      questions: [
        { id: 'company', type: 'party', label: both('Unternehmen', 'Company') },
        { id: 'institute', type: 'party', label: both('Institut', 'Institute') },
        { id: 'subject', type: 'text', translate: true, label: both('Gegenstand', 'Subject') },
      ],
    },
    {
      id: 'terms',
      title: both('Was?', 'What?'),
      short: both('Inhalt', 'Content'),
      questions: [
        { id: 'is_free', type: 'yesNo', label: both('Ohne Geld?', 'No money?'), default: false },
        { id: 'price', type: 'money', label: both('Preis', 'Price'), when: 'not is_free', min: 1 },
        { id: 'has_bonus', type: 'yesNo', label: both('Bonus?', 'Bonus?'), when: 'price.amount > 100', required: false },
        { id: 'start', type: 'date', label: both('Beginn von {{ company }}', 'Start of {{ company }}') },
        { id: 'duration', type: 'duration', label: both('Dauer', 'Duration'), units: ['months'], default: { value: 12, unit: 'months' } },
        { id: 'days', type: 'integer', label: both('Tage', 'Days'), min: 1, max: 60, default: 30 },
        {
          id: 'joint',
          type: 'clause',
          label: both('Gemeinsame Ergebnisse', 'Joint results'),
          alternatives: [
            { id: 'free', label: both('Frei', 'Free'), favours: 'company', weight: 2, explanation: both('Jeder darf alles.', 'Everyone may do anything.') },
            {
              id: 'own',
              label: both('Eigenes Gebiet', 'Own field'),
              favours: 'balanced',
              weight: 0,
              explanation: both('Jeder im Gebiet.', 'Each in its field.'),
            },
          ],
        },
        {
          id: 'packages',
          type: 'table',
          label: both('Arbeitspakete', 'Work packages'),
          fields: [
            { id: 'title', type: 'text', label: both('Titel', 'Title') },
            { id: 'is_paid', type: 'yesNo', label: both('Bezahlt', 'Paid'), default: true },
            { id: 'cost', type: 'money', label: both('Kosten', 'Cost'), required: false, when: 'item.is_paid' },
          ],
        },
      ],
    },
  ],
  checks: [
    {
      id: 'cheap',
      when: 'price.amount < 1000',
      severity: 'risk',
      message: both('{{ company }} zahlt nur {{ price }}.', '{{ company }} pays only {{ price }}.'),
      reason: both('Beihilfe', 'State aid'),
      fix: both('Preis prüfen', 'Check the price'),
      questions: ['price'],
    },
  ],
  texts: { de, en },
  lawEntries: [],
})

/** Complete answers for it. */
export const smallAnswers = {
  company: {
    name: 'Akatsuki Photonics KK',
    form: 'KK',
    kind: 'startup',
    country: 'JP',
    shortName: 'Akatsuki',
    address: { street: '2-17 Sunayama-cho', postalCode: '430-0926', city: 'Naka-ku, Hamamatsu', region: '', country: 'JP' },
    register: '9-0804-0101-2345',
    registerCourt: '',
    signing: 'single',
    signatories: [{ name: 'Dr. Yuki Shirasawa', function: 'Representative Director' }],
  },
  institute: {
    name: 'Institut für Optische Messsysteme Jena e.V.',
    form: 'e.V.',
    kind: 'institute',
    country: 'DE',
    shortName: 'IOMS',
    address: { street: 'Albert-Einstein-Straße 99', postalCode: '07745', city: 'Jena', region: '', country: 'DE' },
    register: 'VR 999901',
    registerCourt: 'Amtsgericht Jena',
    signing: 'joint',
    signatories: [
      { name: 'Prof. Dr. Henrike Lohmeyer', function: 'Vorstand' },
      { name: 'Dipl.-Kfm. Bernd Trautwein', function: 'Vorstand' },
    ],
  },
  subject: { de: 'Sensoren', en: 'sensors' },
  price: { amount: 50_000, currency: 'EUR' },
  has_bonus: true,
  start: '2027-03-31',
  duration: { value: 11, unit: 'months' },
  days: 5,
  joint: 'own',
  packages: [
    { title: 'Gitter', cost: { amount: 4_800_000, currency: 'JPY' } },
    { title: 'Feldtest', is_paid: false, cost: { amount: 1, currency: 'EUR' } },
  ],
}
