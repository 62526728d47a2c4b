import { plain, reportSection, said, shared, strong, text, type ReportContext, type ReportRow, dayIn } from './checklist-report-rows.ts'
import type { Inline, Section } from './document.ts'
import { localize } from './language.ts'
import type { ReportWords } from './report-word-types.ts'

/** The first page: what this is, about whom, when and by whom, and that it is no legal advice. */
export function coverPage(context: ReportContext): Section {
  const { checklist, facts } = context
  const { title } = checklist.content
  const client = facts.organisation ?? ''
  const rows: readonly ReportRow[] = [
    said(({ cover }) => cover.kind),
    (language) => ({ kind: 'title', content: text(localize(title, language)) }),
    ...(client === '' ? [] : [{ full: plain(strong(client)) }]),
    { full: { kind: 'table', caption: shared(context, ({ cover }) => cover.kind), columns: factColumns, rows: factRows(context) } },
    said(({ notice }) => notice),
  ]
  return reportSection(context, 'cover', 'cover', rows)
}

const factColumns = [
  { header: [], width: 0.32, align: 'start' },
  { header: [], width: 0.68, align: 'start' },
] as const

function factRows(context: ReportContext): readonly (readonly (readonly Inline[])[])[] {
  const { checklist, facts, result } = context
  const { id, version } = checklist.content
  const { subject, partner, partner_kind: kind, project, who, phase, assessed_on: date, assessor } = facts
  const all = (words: (own: ReportWords) => string): string => shared(context, words)
  const partnerKind = kind === undefined ? '' : all(({ cover }) => cover.partnerKinds[kind])
  const entries: readonly (readonly [(own: ReportWords) => string, string])[] = [
    [({ cover }) => cover.subject, subject === undefined ? '' : all(({ cover }) => cover.subjects[subject])],
    [({ cover }) => cover.project, project ?? ''],
    [({ cover }) => cover.partner, [partner ?? '', partnerKind].filter((part) => part !== '').join(' · ')],
    [({ cover }) => cover.phase, phase === undefined ? '' : all(({ phases }) => phases[phase])],
    [({ cover }) => cover.date, dayIn(context, date)],
    [({ cover }) => cover.assessor, assessor ?? ''],
    [({ cover }) => cover.who, who === undefined ? '' : all(({ cover }) => cover.roles[who])],
    [({ cover }) => cover.checklist, all(({ cover }) => cover.version(id.toUpperCase(), version))],
    [({ summary }) => summary.answered, all(({ summary }) => summary.answeredOf(result.answered, result.asked))],
  ]
  return entries.filter(([, value]) => value !== '').map(([label, value]) => [strong(all(label)), text(value)])
}
