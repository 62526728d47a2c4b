import { rm } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { lint, type LintFinding } from './lint.ts'
import { type Files, goodFilesWithExpected, replaced, writeTemplates } from './testing/good-templates.ts'

const good = await goodFilesWithExpected()
const folders: string[] = []

async function lintFiles(files: Files): Promise<readonly LintFinding[]> {
  const folder = await writeTemplates(files)
  folders.push(folder)
  return (await lint(folder)).findings
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

const yaml = 'agreements/small/agreement.yaml'
const de = 'agreements/small/text.de.md'
const en = 'agreements/small/text.en.md'
const japanese = 'agreements/small/text.ja.md'
const sample = 'agreements/small/sample.answers.yaml'
const checklist = 'checklists/secrets/checklist.yaml'

function without(files: Files, name: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([file]) => file !== name))
}

/** A good template with one footnote in both languages, before the expected texts are looked at. */
const footnoted = replaced(
  replaced(good, de, 'Bezahlt wird im Voraus.', 'Bezahlt wird im Voraus.[^advance]\n\n[^advance]: Üblich bei [[ref:rights]].'),
  en,
  'Payment is made in advance.',
  'Payment is made in advance.[^advance]\n\n[^advance]: Usual with [[ref:rights]].',
)

/** One defect each: the change, the rule that must speak, and the file and line it must name (the line holds the given words). */
const defects: readonly {
  readonly name: string
  readonly rule: string
  readonly files: Files
  readonly file: string
  readonly at?: string
  readonly says?: string
}[] = [
  {
    name: 'a blank without a question',
    rule: 'unknown-question',
    files: replaced(good, de, 'aus {{ purpose }}', 'aus {{ purpse }}'),
    file: de,
    at: 'purpse',
    says: 'did you mean "purpose"?',
  },
  {
    name: 'a part an answer does not have',
    rule: 'unknown-part',
    files: replaced(good, de, 'zahlt {{ price }}', 'zahlt {{ price.amunt }}'),
    file: de,
    at: 'amunt',
    says: 'did you mean "amount"?',
  },
  {
    name: 'an unused question',
    rule: 'unused-question',
    files: replaced(
      good,
      yaml,
      '      - { id: begin,',
      '      - { id: colour, type: text, label: { de: Farbe, en: Colour }, required: false }\n      - { id: begin,',
    ),
    file: yaml,
    at: 'colour',
  },
  { name: 'an unused field', rule: 'unused-field', files: replaced(replaced(good, de, ',title"', '"'), en, ',title"', '"'), file: yaml, at: 'id: title' },
  { name: 'a table with other columns in one language', rule: 'languages-differ', files: replaced(good, en, ',title"', '"'), file: en, at: '::table' },
  {
    name: 'an answer printed in one language only',
    rule: 'printed-in-one-language',
    files: replaced(good, en, '{{ begin }}', 'the first day'),
    file: de,
    at: '{{ begin }}',
  },
  {
    name: 'a dangling reference',
    rule: 'dangling-reference',
    files: replaced(good, de, '[[ref:rights]]', '[[ref:rigths]]'),
    file: de,
    at: 'rigths',
    says: 'did you mean "rights"?',
  },
  {
    name: 'a reference to a clause that may be absent',
    rule: 'reference-to-nothing',
    files: replaced(replaced(good, de, '[[ref:rights]]', '[[ref:payment]]'), en, '[[ref:rights]]', '[[ref:payment]]'),
    file: de,
  },
  { name: 'a token that cannot be read', rule: 'bad-token', files: replaced(good, de, '[[ref:rights]]', '[[rights]]'), file: de, at: '[[rights]]' },
  {
    name: 'two paragraphs with one id',
    rule: 'duplicate-id',
    files: replaced(good, de, '1. Der Vertrag', '1. {#rights} Der Vertrag'),
    file: de,
    at: '1. {#rights}',
  },
  {
    name: 'a check twice',
    rule: 'duplicate-id',
    files: replaced(
      good,
      yaml,
      'checks:\n',
      'checks:\n  - { id: end-before-begin, when: "end == begin", severity: hint, message: { de: x, en: x }, reason: { de: x, en: x }, fix: { de: x, en: x } }\n',
    ),
    file: yaml,
  },
  {
    name: 'an undeclared term',
    rule: 'unknown-term',
    files: replaced(good, de, '[[def:results]]', '[[def:result]]'),
    file: de,
    at: '[[def:result]]',
    says: 'did you mean "results"?',
  },
  {
    name: 'a declared term that is not defined',
    rule: 'term-not-defined',
    files: replaced(good, de, '[[def:results]]', 'Ergebnisse'),
    file: yaml,
    at: 'id: results',
  },
  {
    name: 'a defined term that is not used',
    rule: 'term-not-used',
    files: replaced(replaced(good, en, 'The Results belong to both', 'It belongs to both'), en, 'The Results belong', 'It belongs'),
    file: yaml,
    at: 'id: results',
  },
  {
    name: 'a term whose definition is not in the document',
    rule: 'term-not-shown',
    files: replaced(
      replaced(good, yaml, '- { id: payment, when: has_price }', '- { id: payment, when: has_price }\n  - { id: definitions, when: has_price }'),
      de,
      '1. Der Vertrag läuft',
      '1. Ohne Ergebnisse: Der Vertrag läuft',
    ),
    file: de,
  },
  {
    name: 'a clause missing in one language',
    rule: 'languages-differ',
    files: replaced(good, en, '## Term {#term}', '## Term {#duration}'),
    file: de,
    at: '{#term}',
  },
  {
    name: 'clauses in another order',
    rule: 'languages-differ',
    files: replaced(replaced(replaced(good, en, '{#term}', '{#xx}'), en, '{#payment}', '{#term}'), en, '{#xx}', '{#payment}'),
    file: en,
  },
  {
    name: 'another number of paragraphs',
    rule: 'languages-differ',
    files: replaced(good, en, '1. The agreement runs', '1. This is added.\n2. The agreement runs'),
    file: en,
  },
  {
    name: 'a paragraph under another condition',
    rule: 'languages-differ',
    files: replaced(good, en, '{% if has_price %}', "{% if ownership == 'joint' %}"),
    file: en,
  },
  {
    name: 'words under a condition in one language only',
    rule: 'conditions-differ',
    files: replaced(good, de, 'läuft vom', 'läuft{% if has_price %}, bezahlt,{% endif %} vom'),
    file: de,
    at: 'has_price',
  },
  {
    name: 'an unknown law',
    rule: 'unknown-law',
    files: replaced(good, yaml, 'laws: [patg-15]', 'laws: [patg-51]'),
    file: yaml,
    at: 'patg-51',
    says: 'did you mean "patg-15"?',
  },
  {
    name: 'an unused law',
    rule: 'unused-law',
    files: {
      ...good,
      'law.yaml': `${good['law.yaml'] ?? ''}${(good['law.yaml'] ?? '').slice(0, (good['law.yaml'] ?? '').indexOf('- id: patg')).replaceAll('126b', '999')}`,
    },
    file: 'law.yaml',
    at: 'bgb-999',
  },
  { name: 'a statute that is not listed', rule: 'law-not-listed', files: replaced(good, de, '§ 15 PatG', '§ 16 PatG'), file: de, at: '§ 16 PatG' },
  {
    name: 'an alternative without explanation',
    rule: 'no-explanation',
    files: replaced(good, yaml, '{ de: Beide., en: Both. }', '{ de: "", en: Both. }'),
    file: yaml,
  },
  {
    name: 'an alternative without costs',
    rule: 'no-costs',
    files: replaced(good, yaml, 'costs: { company: { de: Wenig., en: Little. }, ', 'costs: { '),
    file: yaml,
  },
  {
    name: 'a fallback that does not exist',
    rule: 'unknown-fallback',
    files: replaced(good, yaml, 'fallback: joint', 'fallback: jont'),
    file: yaml,
    at: 'jont',
    says: 'did you mean "joint"?',
  },
  {
    name: 'a position that does not exist',
    rule: 'unknown-position',
    files: replaced(good, yaml, 'favours: company', 'favours: compny'),
    file: yaml,
    at: 'compny',
  },
  { name: 'a weight that does not fit', rule: 'bad-weight', files: replaced(good, yaml, 'weight: 2', 'weight: 0'), file: yaml },
  {
    name: 'a role that does not exist',
    rule: 'unknown-role',
    files: replaced(good, yaml, 'side: right, role: institute', 'side: right, role: institut'),
    file: yaml,
    at: 'role: institut }',
  },
  {
    name: 'a role without a party',
    rule: 'role-without-party',
    files: replaced(good, yaml, '{ id: institute, type: party,', '{ id: institute, type: person,'),
    file: yaml,
  },
  {
    name: 'a role that is a list without one party in each item',
    rule: 'role-without-party',
    files: replaced(
      good,
      yaml,
      '  - { id: institute, title: { de: Institut, en: Institute } }',
      '  - { id: institute, title: { de: Institut, en: Institute } }\n  - { id: packages, title: { de: Paket, en: Package } }',
    ),
    file: yaml,
    at: 'id: packages, title',
  },
  { name: 'a default that is no answer', rule: 'bad-default', files: replaced(good, yaml, 'default: joint', 'default: both'), file: yaml, at: 'default: both' },
  {
    name: 'a condition that can never be true',
    rule: 'condition-never-true',
    files: replaced(good, yaml, '"end < begin"', '"end < begin and has_price and not has_price"'),
    file: yaml,
    at: 'not has_price',
  },
  {
    name: 'a condition that is always true',
    rule: 'condition-always-true',
    files: replaced(good, de, '{% if has_price %}', '{% if has_price or has_price != true %}'),
    file: de,
    at: 'has_price !=',
  },
  {
    name: 'an option that does not exist',
    rule: 'unknown-option',
    files: replaced(good, de, "{% when 'joint' %}", "{% when 'joined' %}"),
    file: de,
    at: 'joined',
    says: 'did you mean "joint"?',
  },
  {
    name: 'a condition about a later question',
    rule: 'later-question',
    files: replaced(
      good,
      yaml,
      'help: { de: Ja oder nein., en: Yes or no. }, default: true }',
      'help: { de: Ja oder nein., en: Yes or no. }, default: true, when: "ownership == \'joint\'" }',
    ),
    file: yaml,
    at: "ownership == 'joint'",
  },
  {
    name: 'a condition with a slip',
    rule: 'condition-syntax',
    files: replaced(good, yaml, '"end < begin"', '"end < begin and and has_price"'),
    file: yaml,
    at: 'and and',
  },
  {
    name: 'mixed "and" and "or"',
    rule: 'condition-syntax',
    files: replaced(good, yaml, '"end < begin"', '"end < begin and has_price or ownership == \'joint\'"'),
    file: yaml,
  },
  { name: 'an unknown filter', rule: 'template-syntax', files: replaced(good, de, '{{ price }}', '{{ price | monney }}'), file: de, at: 'monney' },
  { name: 'broken Liquid', rule: 'template-syntax', files: replaced(good, de, '{% endif %}', ''), file: de },
  { name: 'a number typed by hand', rule: 'typed-number', files: replaced(good, de, '[[ref:rights]] gilt', '§ 1 Abs. 2 gilt'), file: de, at: '§ 1 Abs. 2' },
  {
    name: 'a number typed by hand in English',
    rule: 'typed-number',
    files: replaced(good, en, '[[ref:rights]] continues', 'Section 1(2) continues'),
    file: en,
    at: 'Section 1(2)',
  },
  { name: 'HTML', rule: 'html', files: replaced(good, de, 'zahlt', '<b>zahlt</b>'), file: de, at: '<b>' },
  {
    name: 'an unknown directive',
    rule: 'unknown-directive',
    files: replaced(good, de, '::signatures', '::signature'),
    file: de,
    at: '::signature',
    says: 'did you mean "signatures"?',
  },
  { name: 'a missing sample', rule: 'sample-missing', files: without(good, sample), file: sample },
  { name: 'an incomplete sample', rule: 'sample-incomplete', files: replaced(good, sample, 'begin: 2027-03-01\n', ''), file: sample },
  { name: 'an invalid sample', rule: 'sample-invalid', files: replaced(good, sample, 'begin: 2027-03-01', 'begin: soon'), file: sample, at: 'begin: soon' },
  {
    name: 'an unknown question in the sample',
    rule: 'sample-unknown-question',
    files: replaced(good, sample, 'begin:', 'beginn:'),
    file: sample,
    at: 'beginn:',
  },
  {
    name: 'a sample that contradicts itself',
    rule: 'sample-contradicts-itself',
    files: replaced(good, sample, 'end: 2028', 'end: 2026'),
    file: sample,
    at: 'end: 2026',
  },
  {
    name: 'a text that differs from the expected one',
    rule: 'expected-differs',
    files: replaced(good, de, 'Bezahlt wird im Voraus', 'Bezahlt wird später'),
    file: 'agreements/small/expected.de.md',
    at: 'im Voraus',
  },
  {
    name: 'doubled spaces',
    rule: 'doubled-space',
    files: replaced(good, de, 'zahlt {{ price }} an', 'zahlt {% if has_price %} {{ price }}{% endif %}\u00A0 an'),
    file: de,
    at: 'zahlt',
  },
  {
    name: 'a period that differs between the languages',
    rule: 'figures-differ',
    files: replaced(replaced(good, de, 'wird im Voraus.', 'wird 30 Tage im Voraus.'), en, 'in advance.', '14 days in advance.'),
    file: en,
    at: '## Term',
  },
  {
    name: 'an answer printed in one language only',
    rule: 'answers-differ',
    files: replaced(replaced(good, de, 'bis zum {{ end }}.', 'bis zum {{ end }} oder {{ begin }}.'), en, 'from {{ begin }} to', 'until'),
    file: en,
    at: '## Term',
  },
  {
    name: 'a word twice in a row',
    rule: 'doubled-word',
    files: replaced(good, de, 'vom {{ begin }} bis', 'vom {{ begin }} und{% if has_price %} und{% endif %} bis'),
    file: de,
    at: 'und',
  },
  {
    name: 'a space before a comma',
    rule: 'space-before-mark',
    files: replaced(good, de, 'gilt weiter, ', 'gilt weiter{% if has_price %} {% endif %}, '),
    file: de,
    at: 'gilt weiter',
  },
  {
    name: 'an empty paragraph',
    rule: 'empty-paragraph',
    files: replaced(replaced(good, de, '3. Bezahlt wird im Voraus.', '3. {{ "" }}'), en, '3. Payment is made in advance.', '3. {{ "" }}'),
    file: de,
  },
  {
    name: 'a shared clause nobody uses',
    rule: 'unused-clause',
    files: {
      ...good,
      'clauses/lost/clause.yaml': 'id: lost\nversion: 1.0.0\ntitle: { de: x, en: x }\n',
      'clauses/lost/text.de.md': '## A {#a}\n',
      'clauses/lost/text.en.md': '## A {#a}\n',
    },
    file: 'clauses/lost/clause.yaml',
  },
  {
    name: 'an unknown topic',
    rule: 'unknown-topic',
    files: replaced(good, checklist, 'topic: identify', 'topic: identfy'),
    file: checklist,
    at: 'identfy',
    says: 'did you mean "identify"?',
  },
  {
    name: 'an unknown agreement',
    rule: 'unknown-agreement',
    files: replaced(good, checklist, 'agreements: [small]', 'agreements: [smal]'),
    file: checklist,
    at: 'smal',
    says: 'did you mean "small"?',
  },
  {
    name: 'the mark of a footnote without a note',
    rule: 'footnote-without-note',
    files: replaced(footnoted, de, 'Voraus.[^advance]', 'Voraus.[^advnce]'),
    file: de,
    at: '[^advnce]',
    says: 'did you mean "advance"?',
  },
  {
    name: 'a note without a mark',
    rule: 'note-without-mark',
    files: replaced(footnoted, de, 'Voraus.[^advance]', 'Voraus.'),
    file: de,
    at: '[^advance]:',
  },
  {
    name: 'a footnote whose note is in another clause',
    rule: 'footnote-without-note',
    files: replaced(footnoted, de, 'sind alle Erkenntnisse', 'sind alle[^advance] Erkenntnisse'),
    file: de,
    at: 'alle[^advance]',
  },
  {
    name: 'two notes with the same id',
    rule: 'footnote-twice',
    files: replaced(footnoted, de, '[^advance]: Üblich', '[^advance]: Selten.\n\n[^advance]: Üblich'),
    file: de,
    at: '[^advance]: Üblich',
  },
  {
    name: 'two marks of the same note',
    rule: 'footnote-twice',
    files: replaced(footnoted, de, 'bis zum {{ end }}.', 'bis zum {{ end }}.[^advance]'),
    file: de,
  },
  {
    name: 'a note that says nothing',
    rule: 'footnote-empty',
    files: replaced(footnoted, de, ' Üblich bei [[ref:rights]].', ''),
    file: de,
    at: '[^advance]:',
  },
  {
    name: 'a footnote in a footnote',
    rule: 'footnote-misplaced',
    files: replaced(footnoted, de, ': Üblich bei', ': Üblich[^advance] bei'),
    file: de,
    at: 'Üblich[^advance]',
  },
  {
    name: 'a footnote in a heading',
    rule: 'footnote-misplaced',
    files: replaced(footnoted, de, '## Laufzeit', '## Laufzeit[^advance]'),
    file: de,
    at: 'Laufzeit[',
  },
  {
    name: 'a footnote in one language only',
    rule: 'languages-differ',
    files: replaced(good, de, 'Bezahlt wird im Voraus.', 'Bezahlt wird im Voraus.[^advance]\n\n[^advance]: Üblich.'),
    file: de,
    at: '[^advance]:',
  },
  {
    name: 'a footnote at another paragraph than in the other language',
    rule: 'languages-differ',
    files: replaced(replaced(footnoted, de, 'Voraus.[^advance]', 'Voraus.'), de, 'bis zum {{ end }}.', 'bis zum {{ end }}.[^advance]'),
    file: en,
  },
  {
    name: 'a footnote whose note falls away with some answers',
    rule: 'footnote-without-note',
    files: replaced(footnoted, de, 'bis zum {{ end }}.', 'bis zum {{ end }}.{% unless has_price %}[^advance]{% endunless %}'),
    file: de,
  },
  {
    name: 'a text that ends at a comma',
    rule: 'text-cut-off',
    files: replaced(good, checklist, 'action: { de: Tun, en: Do }', 'action: { de: Tun, aber bald, en: Do }'),
    file: checklist,
    at: 'aber bald',
    says: 'put the whole text in quotation marks',
  },
  {
    name: 'Japanese for the screen in the style of contracts',
    rule: 'japanese-style',
    files: replaced(good, checklist, 'action: { de: Tun, en: Do }', 'action: { de: Tun, en: Do, ja: 台帳を作成する。 }'),
    file: checklist,
    at: '台帳',
  },
  {
    name: 'Japanese that says you',
    rule: 'japanese-address',
    files: replaced(good, checklist, 'action: { de: Tun, en: Do }', 'action: { de: Tun, en: Do, ja: あなたの台帳を作成してください。 }'),
    file: checklist,
    at: 'あなた',
  },
  {
    name: 'Japanese with letters in full width',
    rule: 'japanese-width',
    files: replaced(good, checklist, 'action: { de: Tun, en: Do }', 'action: { de: Tun, en: Do, ja: ＮＤＡを結んでください。 }'),
    file: checklist,
    at: 'ＮＤＡ',
  },
  {
    name: 'Japanese with a Latin full stop',
    rule: 'japanese-marks',
    files: replaced(good, checklist, 'action: { de: Tun, en: Do }', 'action: { de: Tun, en: Do, ja: 台帳を作成してください. 以上です。 }'),
    file: checklist,
    at: '台帳',
  },
  {
    name: 'Japanese with spaces around Latin letters',
    rule: 'japanese-space',
    files: replaced(good, checklist, 'action: { de: Tun, en: Do }', 'action: { de: Tun, en: Do, ja: 台帳を PDF で保存してください。 }'),
    file: checklist,
    at: 'PDF',
  },
  {
    name: 'a clause in Japanese in the style of screens',
    rule: 'japanese-style',
    files: { ...good, [japanese]: '## 目的 {#purpose}\n\n本契約は協力について定めます。\n' },
    file: japanese,
    at: '本契約は協力について定めます。',
  },
  {
    name: 'a clause in Japanese that refers to the clause before',
    rule: 'relative-reference',
    files: { ...good, [japanese]: '## 目的 {#purpose}\n\n前条の規定にかかわらず、費用は各自が負担する。\n' },
    file: japanese,
    at: '前条の規定にかかわらず、費用は各自が負担する。',
  },
  {
    name: 'a clause in Japanese with a Latin comma',
    rule: 'japanese-marks',
    files: { ...good, [japanese]: '## 目的 {#purpose}\n\n1. {% if a %}費用は,各自が負担する。{% endif %}\n' },
    file: japanese,
    at: '費用は',
  },
  {
    name: 'the number of a clause typed by hand in Japanese',
    rule: 'typed-number',
    files: {
      ...good,
      [japanese]: '## 目的 {#purpose}\n\nドイツ特許法（PatG）第9条から第10条まで及びPatG第12条第1項、民法第522条を除く。\n\n費用は第2条による。\n',
    },
    file: japanese,
    at: '費用は第2条による。',
  },
  {
    name: 'a question that waits for a later one',
    rule: 'later-question',
    files: replaced(
      replaced(good, checklist, '    phase: before-talks\n', '    phase: before-talks\n    when: "locked == \'yes\'"\n'),
      checklist,
      '    when: "listed == \'yes\'"\n',
      '',
    ),
    file: checklist,
    at: "locked == 'yes'",
  },
  {
    name: 'a question that waits for itself',
    rule: 'later-question',
    files: replaced(good, checklist, "listed == 'yes'", "locked == 'yes'"),
    file: checklist,
    at: "locked == 'yes'",
    says: 'use another condition',
  },
  {
    name: 'a question of a checklist with the name of a fact',
    rule: 'reserved-id',
    files: replaced(good, checklist, '- id: locked', '- id: partner'),
    file: checklist,
    at: 'partner',
  },
  {
    name: 'a red flag that is always raised',
    rule: 'condition-always-true',
    files: replaced(good, checklist, "listed == 'unknown'", "listed == 'unknown' or listed != 'unknown'"),
    file: checklist,
    at: "listed != 'unknown'",
  },
  {
    name: 'a red flag about an unknown question',
    rule: 'unknown-question',
    files: replaced(good, checklist, "listed == 'unknown'", "listd == 'unknown'"),
    file: checklist,
    at: 'listd',
    says: 'did you mean "listed"?',
  },
  {
    name: 'a red flag that names a question it does not look at',
    rule: 'unused-question',
    files: replaced(good, checklist, 'questions: [listed]', 'questions: [listed, locked]'),
    file: checklist,
    at: 'locked',
  },
  {
    name: 'a suggested answer the agreement does not take',
    rule: 'invalid-answer',
    files: replaced(good, checklist, 'ownership: company-owns', 'ownership: nobody-owns'),
    file: checklist,
    at: 'nobody-owns',
  },
  {
    name: 'a suggested answer to no question',
    rule: 'unknown-question',
    files: replaced(good, checklist, 'ownership: company-owns', 'owner: company-owns'),
    file: checklist,
    at: 'owner',
  },
  {
    name: 'a role nobody has',
    rule: 'unknown-role',
    files: replaced(good, checklist, 'role: company', 'role: compny'),
    file: checklist,
    at: 'compny',
    says: 'did you mean "company"?',
  },
  {
    name: 'a topic of clauses there is not',
    rule: 'unknown-topic',
    files: replaced(good, checklist, 'clauseTopics: [M03]', 'clauseTopics: [M99]'),
    file: checklist,
    at: 'M99',
  },
  {
    name: 'a fact in the sample of a checklist that cannot be used',
    rule: 'sample-invalid',
    files: replaced(good, 'checklists/secrets/sample.answers.yaml', 'who: startup', 'who: nobody'),
    file: 'checklists/secrets/sample.answers.yaml',
    at: 'nobody',
  },
  {
    name: 'an answer in the sample of a checklist to no question',
    rule: 'sample-unknown-question',
    files: replaced(good, 'checklists/secrets/sample.answers.yaml', 'listed: {', 'listd: {'),
    file: 'checklists/secrets/sample.answers.yaml',
    at: 'listd',
    says: 'did you mean "listed"?',
  },
  {
    name: 'an answer no checklist has',
    rule: 'unknown-option',
    files: replaced(good, checklist, "listed == 'yes'", "listed == 'ja'"),
    file: checklist,
    at: "'ja'",
  },
]

describe('the linter', () => {
  it('has nothing to say about a good template', async () => {
    expect(await lintFiles(good)).toEqual([])
  })

  it('misses no "and" in Japanese that only joins items in German', async () => {
    const inJapanese = { [japanese]: good[de] ?? '', 'clauses/final/text.ja.md': good['clauses/final/text.de.md'] ?? '' }
    const missed = async (words: string): Promise<readonly string[]> => {
      const german = replaced(good, de, 'läuft vom', `läuft{% if has_price %}${words}{% endif %} vom`)
      const findings = await lintFiles({ ...german, ...inJapanese })
      return findings.flatMap(({ rule, cause }) => (rule === 'conditions-differ' && cause.includes('text.ja.md') ? [cause] : []))
    }
    expect(await missed(' und')).toEqual([])
    expect(await missed(', bezahlt,')).toHaveLength(1)
  })

  it('has nothing to say about a role that is a list of parties but that the expected texts are older', async () => {
    const files = replaced(
      replaced(
        good,
        yaml,
        '  - { id: institute, title: { de: Institut, en: Institute } }',
        '  - { id: institute, title: { de: Institut, en: Institute } }\n  - { id: members, title: { de: Mitglied, en: Member } }',
      ),
      yaml,
      '      - { id: purpose, type: text,',
      `      - id: members
        type: list
        required: false
        label: { de: Weitere Parteien, en: Further parties }
        help: { de: Wer noch?, en: Who else? }
        fields:
          - { id: party, type: party, label: { de: Partei, en: Party } }
      - { id: purpose, type: text,`,
    )
    const findings = await lintFiles(replaced(files, sample, 'purpose:', 'members: [{ party: { name: Gamma GmbH, shortName: Gamma } }]\npurpose:'))
    expect(findings.filter(({ rule }) => rule !== 'expected-differs' && rule !== 'sample-incomplete')).toEqual([])
  })

  it('has nothing to say about a footnote but that the expected texts are older', async () => {
    expect((await lintFiles(footnoted)).filter(({ rule }) => rule !== 'expected-differs')).toEqual([])
  })

  it.each(defects)('finds $name', async ({ rule, files, file, at, says }) => {
    const findings = (await lintFiles(files)).filter((finding) => finding.rule === rule)
    const found = findings.find((finding) => file === '' || finding.file === file)
    expect(found, `findings of this rule: ${JSON.stringify(findings)}`).toBeDefined()
    if (at !== undefined) expect(files[found?.file ?? '']?.split('\n')[(found?.line ?? 0) - 1]).toContain(at)
    if (says !== undefined) expect(found?.fix).toBe(says)
    expect(found?.fix).not.toBe('')
  })

  it('names the whole circle in which conditions of a checklist wait for each other', async () => {
    const third = good[checklist]?.split('\n  - id: locked')[1]?.split('flags:')[0]?.replace("listed == 'yes'", "locked == 'no'") ?? ''
    const files = replaced(
      replaced(good, checklist, '    phase: before-talks\n', '    phase: before-talks\n    when: "stored == \'yes\'"\n'),
      checklist,
      'flags:',
      `  - id: stored${third}flags:`,
    )
    const findings = (await lintFiles(files)).filter(({ file }) => file === checklist)
    expect(findings.map(({ rule, cause }) => [rule, cause])).toEqual([
      ['condition-cycle', 'the conditions go round in a circle: listed → stored → locked → listed'],
    ])
  })

  it('renders every two choices together on request, and finds what only two of them bring about', async () => {
    const trap = "{% if ownership == 'company-owns' %}{% unless has_price %} for{% endunless %}{% endif %}"
    const folder = await writeTemplates(replaced(good, en, 'The Results belong to {{ company }}.', `The Results are for${trap} {{ company }}.`))
    folders.push(folder)
    const single = await lint(folder)
    expect(single.findings.map(({ rule }) => rule)).not.toContain('doubled-word')
    expect(single.pairs.size).toBe(0)
    const { findings, pairs } = await lint(folder, { isPaired: true })
    expect(findings.map(({ rule }) => rule)).toContain('doubled-word')
    expect(pairs.get('small')).toEqual({ questions: 2, alternatives: 4, pairs: 4, excluded: 0, documents: 4 })
  })

  it('says which choices exclude each other', async () => {
    const files = replaced(
      good,
      yaml,
      'label: { de: Wem gehört es?, en: Who owns it? }',
      'label: { de: Wem gehört es?, en: Who owns it? }\n        when: has_price',
    )
    const folder = await writeTemplates(files)
    folders.push(folder)
    expect((await lint(folder, { isPaired: true })).pairs.get('small')).toMatchObject({ pairs: 2, excluded: 2 })
  })
})
