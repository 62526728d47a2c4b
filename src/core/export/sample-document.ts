import type {
  AssembledDocument,
  Block,
  Heading,
  Inline,
  MatrixCell,
  PartyBlock,
  Reference,
  ReferencePart,
  RiskMatrix,
  Row,
  Section,
  SectionKind,
  Signatures,
  Table,
} from '../../engine/document.ts'
import type { Language } from '../../engine/language.ts'
import { documentWords } from '../../engine/words.ts'
import { sampleAnnexes, sampleClauses, sampleRecitals, type SampleClause, type SampleItem, type SampleText } from './sample-text.ts'

/** What a sample document should hold beyond its words. */
export type SampleOptions = {
  readonly languages: readonly Language[]
  /** How often the run of clauses is repeated; 1 gives about twenty pages. */
  readonly repeat?: number
  /** Adds notes for the drafter. */
  readonly hasNotes?: boolean
  /** Adds the footnotes of its clauses on rights. */
  readonly hasFootnotes?: boolean
  /** Adds a part with a chart, as checklist reports have. */
  readonly hasChart?: boolean
  /** Leaves out all clauses but the first few: a short agreement. */
  readonly isShort?: boolean
}

type Clause = SampleClause & { readonly number: number; readonly kind: 'clause' | 'annex' }
type Position = readonly [number, number, number]

const advance = (position: Position, level: 1 | 2 | 3): Position =>
  level === 1 ? [position[0] + 1, 0, 0] : level === 2 ? [position[0], position[1] + 1, 0] : [position[0], position[1], position[2] + 1]

const anchorOf = (id: string, position: Position): string => [id, ...position.filter((number) => number > 0)].join('.')

/** "2.b.ab" in the sample text: paragraph 2, letter b, second of the third level ("ab" is "bb" or "(ii)"). */
const numberOf = (part: string): number => (/^\d+$/.test(part) ? Number(part) : part.charCodeAt(part.length - 1) - 96)

function referenceTo(path: string, language: Language, clauses: readonly Clause[]): Reference {
  const words = documentWords[language]
  const [id = '', ...rest] = path.split('.')
  const clause = clauses.find((candidate) => candidate.id === id)
  const label = clause?.kind === 'annex' ? words.annex(clause.number) : words.clause(clause?.number ?? 0)
  const parts: ReferencePart[] = [{ text: label, target: id }]
  let target = id
  rest.forEach((part, index) => {
    const { joint, number } = words.paragraphReference(index === 0 ? 1 : index === 1 ? 2 : 3, numberOf(part))
    target = `${target}.${numberOf(part)}`
    if (joint !== '') parts.push({ text: joint, target: undefined })
    parts.push({ text: number, target })
  })
  return { kind: 'reference', text: parts.map((part) => part.text).join(''), target, parts }
}

/** What the words of the sample may speak of, and how many footnotes each language has had so far; undefined leaves them out. */
type Context = { readonly clauses: readonly Clause[]; readonly footnotes: Map<Language, number> | undefined }

function inlines(text: string, language: Language, context: Context): readonly Inline[] {
  const { clauses, footnotes } = context
  const result: Inline[] = []
  for (const piece of text.split(/(\^\[[^\]]*\]|\{[^}]*\}|\*\*[^*]+\*\*)/)) {
    const [, kind, rest = ''] = /^\{(\w+):(.*)\}$/.exec(piece) ?? []
    const [question = '', answer = ''] = rest.split('|')
    const [open, close] = documentWords[language].quotes
    if (kind === 'def') result.push({ kind: 'definition', text: `${open}${rest}${close}`, term: rest })
    else if (kind === 'ref') result.push(referenceTo(rest, language, clauses))
    else if (kind === 'ans') result.push({ kind: 'answer', text: answer, question })
    else if (kind === 'gap') result.push({ kind: 'gap', text: rest, question: rest })
    else if (piece.startsWith('^[')) {
      if (footnotes === undefined) continue
      const number = (footnotes.get(language) ?? 0) + 1
      footnotes.set(language, number)
      result.push({ kind: 'footnote', text: String(number), content: inlines(piece.slice(2, -1), language, context) })
    } else if (piece.startsWith('**')) result.push({ kind: 'text', text: piece.slice(2, -2), strong: true })
    else if (piece !== '') result.push({ kind: 'text', text: piece })
  }
  return result
}

const text = (words: string): readonly Inline[] => [{ kind: 'text', text: words }]
const strongText = (words: string): readonly Inline[] => [{ kind: 'text', text: words, strong: true }]

function labelOf(kind: SectionKind, language: Language, level: 1 | 2 | 3, number: number): string {
  if (kind === 'recitals') return `(${String.fromCharCode(64 + number)})`
  if (kind === 'annex') return level === 1 ? (language === 'ja' ? `${number}` : `${number}.`) : documentWords[language].paragraph(level === 2 ? 2 : 3, number)
  return documentWords[language].paragraph(level, number)
}

function itemRows(id: string, kind: SectionKind, items: readonly SampleItem[], languages: readonly Language[], context: Context): readonly Row[] {
  let position: Position = [0, 0, 0]
  return items.map((item, index) => {
    if (item.marker === 'number' && item.level !== 0) position = advance(position, item.level)
    const isNumbered = item.marker === 'number' && item.level !== 0
    const cells = languages.map((language): Block => ({
      kind: 'paragraph',
      level: item.level,
      marker: item.marker,
      label: isNumbered ? labelOf(kind, language, item.level, position[item.level - 1] ?? 0) : '',
      anchor: isNumbered ? anchorOf(id, position) : undefined,
      content: inlines(item.text[language], language, context),
    }))
    return { id: `${id}-${index}`, isFullWidth: false, cells }
  })
}

const row = (id: string, languages: readonly Language[], block: (language: Language) => Block): Row => ({ id, isFullWidth: false, cells: languages.map(block) })
const full = (id: string, block: Block): Row => ({ id, isFullWidth: true, cells: [block] })
const merged = (words: SampleText, languages: readonly Language[]): string => languages.map((language) => words[language]).join(' / ')

function heading(id: string, label: string, words: string): Heading {
  return { kind: 'heading', level: 1, label, anchor: id, content: text(words) }
}

function parties(language: Language): readonly PartyBlock[] {
  const words = documentWords[language]
  const block = (label: string, name: string, lines: readonly string[], short: string): PartyBlock => {
    const [before, after] = words.hereinafter(short)
    return {
      kind: 'party',
      label,
      name: [{ kind: 'answer', text: name, question: label }],
      lines: lines.map(text),
      shortName: [
        { kind: 'text', text: before },
        { kind: 'definition', text: after.slice(0, -2), term: short },
        { kind: 'text', text: after.slice(-2) },
      ],
    }
  }
  return [
    block(
      '(1)',
      'Fraunhofer-Institut für Lasertechnik',
      ['Steinbachstraße 15, 52074 Aachen', words.registered('VR 4461', 'Amtsgericht München'), `${words.representedBy}Prof. Dr. Anna Weber`],
      language === 'en' ? 'Institute' : 'Institut',
    ),
    block(
      '(2)',
      'Akatsuki Robotics GmbH',
      ['Speicherstraße 9, 20457 Hamburg', words.registered('HRB 123456', 'Amtsgericht Hamburg'), `${words.representedBy}佐藤花子 (Hanako Satō)`],
      language === 'en' ? 'Company' : 'Unternehmen',
    ),
  ]
}

function instalments(languages: readonly Language[]): Table {
  const head = (de: string, en: string, ja: string): readonly Inline[] => text(merged({ de, en, ja }, languages))
  return {
    kind: 'table',
    caption: merged({ de: 'Raten', en: 'Instalments', ja: '分割払' }, languages),
    columns: [
      { header: head('Rate', 'Instalment', '回'), width: 0.2, align: 'start' },
      { header: head('Fällig', 'Due', '期日'), width: 0.5, align: 'start' },
      { header: head('Betrag', 'Amount', '金額'), width: 0.3, align: 'end' },
    ],
    rows: [
      [text('1'), text('1.10.2026'), [{ kind: 'answer', text: '61.500,00 €', question: 'instalments.0.amount' }]],
      [text('2'), text('1.4.2027'), text('61.500,00 €')],
      [
        text('3'),
        [{ kind: 'gap', text: merged({ de: 'Abnahme', en: 'Acceptance', ja: '検収' }, languages), question: 'acceptance' }],
        strongText('61.500,00 €'),
      ],
    ],
  }
}

const signatures = (languages: readonly Language[]): Signatures => ({
  kind: 'signatures',
  parties: [
    {
      name: text('Fraunhofer-Institut für Lasertechnik'),
      placeAndDate: languages.map((language) => documentWords[language].placeAndDate).join(' / '),
      signatories: [
        { name: text('Prof. Dr. Anna Weber'), function: text('Institutsleiterin') },
        { name: text('Dr. Jonas Brandt'), function: text('Kaufmännische Leitung') },
      ],
    },
    {
      name: text('Akatsuki Robotics GmbH'),
      placeAndDate: languages.map((language) => documentWords[language].placeAndDate).join(' / '),
      signatories: [{ name: text('佐藤花子 (Hanako Satō)'), function: [{ kind: 'gap', text: 'Funktion', question: 'function' }] }],
    },
  ],
})

const sampleMatrix: RiskMatrix = {
  kind: 'matrix',
  corner: 'Wahrscheinlichkeit / Auswirkung',
  columns: ['gering', 'mittel', 'hoch'],
  rows: [
    { label: 'hoch', cells: [matrixCell('medium', []), matrixCell('high', ['3']), matrixCell('high', ['1', '12'])] },
    { label: 'mittel', cells: [matrixCell('low', ['2']), matrixCell('medium', []), matrixCell('high', [])] },
    { label: 'gering', cells: [matrixCell('low', []), matrixCell('low', []), matrixCell('medium', [])] },
  ],
}

const subheading = (words: string): Heading => ({ kind: 'heading', level: 2, label: '', anchor: undefined, content: text(words) })

function matrixCell(level: MatrixCell['level'], items: readonly string[]): MatrixCell {
  return { level, text: { high: 'hoch', medium: 'mittel', low: 'gering' }[level], items }
}

function chartSection(languages: readonly Language[]): Section {
  const items = [
    { label: 'Schutzrechte', value: 82, text: '82 %', tone: 'good' },
    { label: 'Geheimhaltung', value: 55, text: '55 %', tone: 'medium' },
    { label: 'Arbeitnehmererfindungen', value: 20, text: '20 %', tone: 'high' },
  ] as const
  const axes = [
    ...items.map(({ label, value, text }) => ({ label, value: value / 100, text, before: 0.5 })),
    { label: '秘密管理とアクセス権限', value: 1, text: '100 %', before: undefined },
  ]
  const legend = { now: '25.11.2026', before: '3.3.2026' }
  return {
    id: 'report',
    kind: 'part',
    rows: [
      row('report-heading', languages, (language) => heading('report', '', language === 'de' ? 'Ergebnis' : 'Result')),
      row('report-bars', languages, () => subheading('Reifegrad je Thema')),
      full('report-chart', { kind: 'chart', caption: 'Reifegrad je Thema', chart: { kind: 'bars', items } }),
      row('report-net', languages, () => subheading('Reifegrad im Netz')),
      full('report-radar', { kind: 'chart', caption: 'Reifegrad im Netz', chart: { kind: 'radar', axes, legend } }),
      row('report-risk', languages, () => subheading('Wahrscheinlichkeit und Auswirkung')),
      full('report-matrix', { kind: 'chart', caption: 'Wahrscheinlichkeit und Auswirkung', chart: sampleMatrix }),
    ],
  }
}

/** Builds a realistic research and development agreement for tests and benchmarks of the writers; the words have no legal standing. */
export function sampleDocument(options: SampleOptions): AssembledDocument {
  const { languages } = options
  const repeated = Array.from({ length: options.repeat ?? 1 }, (_, round) =>
    sampleClauses.map((clause) => ({ ...clause, id: round === 0 ? clause.id : `${clause.id}-${round}` })),
  ).flat()
  const chosen = options.isShort === true ? repeated.filter((clause) => !clause.id.startsWith('clause-')) : repeated
  const clauses: readonly Clause[] = [
    ...chosen.map((clause, index): Clause => ({ ...clause, number: index + 1, kind: 'clause' })),
    ...sampleAnnexes.map((annex, index): Clause => ({ ...annex, number: index + 1, kind: 'annex' })),
  ]
  const context: Context = { clauses, footnotes: options.hasFootnotes === true ? new Map() : undefined }
  const title: SampleText = { de: 'Vertrag über Forschung und Entwicklung', en: 'Research and development agreement', ja: '共同研究開発契約書' }
  const opening: Section = {
    id: 'opening',
    kind: 'opening',
    rows: [
      row('title', languages, (language) => ({ kind: 'title', content: text(title[language]) })),
      row('between', languages, (language) => ({
        kind: 'paragraph',
        level: 0,
        marker: 'none',
        label: '',
        anchor: undefined,
        content: text({ de: 'zwischen', en: 'between', ja: '当事者' }[language]),
      })),
      row('party-1', languages, (language) => parties(language)[0] ?? { kind: 'pageBreak' }),
      row('and', languages, (language) => ({
        kind: 'paragraph',
        level: 0,
        marker: 'none',
        label: '',
        anchor: undefined,
        content: text(documentWords[language].and),
      })),
      row('party-2', languages, (language) => parties(language)[1] ?? { kind: 'pageBreak' }),
      ...(options.hasNotes === true
        ? [
            row(
              'note',
              languages,
              (language) =>
                ({
                  kind: 'note',
                  content: text(
                    language === 'de'
                      ? 'Vor Unterschrift die Vertretungsmacht beider Seiten prüfen.'
                      : 'Check the power of representation of both sides before signing.',
                  ),
                }) satisfies Block,
            ),
          ]
        : []),
    ],
  }
  const recitals: Section = {
    id: 'recitals',
    kind: 'recitals',
    rows: [
      row('recitals-heading', languages, (language) => heading('recitals', '', { de: 'Präambel', en: 'Recitals', ja: '前文' }[language])),
      ...itemRows('recitals', 'recitals', sampleRecitals, languages, context),
    ],
  }
  const bodies = clauses.map((clause): Section => ({
    id: clause.id,
    kind: clause.kind,
    rows: [
      row(`${clause.id}-heading`, languages, (language) =>
        heading(
          clause.id,
          clause.kind === 'annex' ? documentWords[language].annex(clause.number) : documentWords[language].clause(clause.number),
          clause.title[language],
        ),
      ),
      ...itemRows(clause.id, clause.kind, clause.items, languages, context),
      ...(clause.id.startsWith('remuneration') || clause.id === 'annex-work-plan' ? [full(`${clause.id}-table`, instalments(languages))] : []),
    ],
  }))
  const closing: Section = {
    id: 'closing',
    kind: 'closing',
    rows: [
      row('closing-text', languages, (language) => ({
        kind: 'paragraph',
        level: 0,
        marker: 'none',
        label: '',
        anchor: undefined,
        content: text(
          {
            de: 'Dieser Vertrag wird in zwei Ausfertigungen unterzeichnet.',
            en: 'This agreement is signed in two counterparts.',
            ja: '本契約は2通作成し、署名する。',
          }[language],
        ),
      })),
      full('signatures', signatures(languages)),
    ],
  }
  return {
    titles: languages.map((language) => title[language]),
    languages,
    prevailing: languages.length > 1 ? languages[0] : undefined,
    sections: [
      opening,
      recitals,
      ...bodies.filter((section) => section.kind === 'clause'),
      closing,
      ...bodies.filter((section) => section.kind === 'annex'),
      ...(options.hasChart === true ? [chartSection(languages)] : []),
    ],
    version: 'research-development 1.0.0 · 3f9a2c',
  }
}
