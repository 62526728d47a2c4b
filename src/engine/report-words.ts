import type { ChecklistAnswer } from './answers.ts'
import type { ChecklistFinding } from './checklist-score.ts'
import type { Language } from './language.ts'

type ReportWords = {
  readonly organisation: string
  readonly date: string
  readonly assessor: string
  readonly byTopic: string
  readonly howScored: string
  readonly findings: string
  readonly action: string
  readonly actionPlan: string
  readonly risk: string
  readonly owner: string
  readonly due: string
  readonly allAnswers: string
  readonly question: string
  readonly answer: string
  readonly note: string
  readonly notAnswered: string
  readonly nothingAnswered: string
  readonly noGaps: string
  readonly smallGaps: (count: number) => string
  readonly graveGaps: (count: number) => string
  readonly unfinished: (answered: number, asked: number) => string
  readonly notice: string
  readonly levels: Readonly<Record<ChecklistFinding['level'], string>>
  readonly values: Readonly<Record<ChecklistAnswer['value'], string>>
}

/** The words every checklist report shares. */
export const reportWords: Readonly<Record<Language, ReportWords>> = {
  de: {
    organisation: 'Organisation',
    date: 'Datum',
    assessor: 'Bearbeitet von',
    byTopic: 'Ergebnis nach Themen',
    howScored:
      'Jede Antwort zählt nach der Schwere des Risikos (hoch 3, mittel 2, gering 1): „ja“ ganz, „teilweise“ halb, „nein“ und „unbekannt“ gar nicht. „Nicht zutreffend“ bleibt außer Betracht.',
    findings: 'Das sollten Sie sich zuerst ansehen',
    action: 'Maßnahme',
    actionPlan: 'Maßnahmenplan',
    risk: 'Risiko',
    owner: 'Verantwortlich',
    due: 'Bis wann',
    allAnswers: 'Alle Antworten',
    question: 'Frage',
    answer: 'Antwort',
    note: 'Notiz',
    notAnswered: 'keine Angabe',
    nothingAnswered: 'Es wurde noch keine Frage beantwortet.',
    noGaps: 'Keine Lücke gefunden.',
    smallGaps: (count) => (count === 1 ? 'Gute Grundlage, eine kleinere Lücke.' : `Gute Grundlage, ${count} kleinere Lücken.`),
    graveGaps: (count) => (count === 1 ? 'Eine Lücke kann Sie den Schutz kosten.' : `${count} Lücken können Sie den Schutz kosten.`),
    unfinished: (answered, asked) => `Beantwortet sind ${answered} von ${asked} Fragen.`,
    notice: 'Dieser Bericht informiert; er ist keine Rechtsberatung und ersetzt sie nicht.',
    levels: { high: 'hoch', medium: 'mittel', low: 'gering' },
    values: { yes: 'ja', partly: 'teilweise', no: 'nein', notApplicable: 'nicht zutreffend', unknown: 'unbekannt' },
  },
  en: {
    organisation: 'Organisation',
    date: 'Date',
    assessor: 'Completed by',
    byTopic: 'Result by topic',
    howScored:
      'Each answer counts by how grave the risk is (high 3, medium 2, low 1): “yes” in full, “partly” half, “no” and “unknown” not at all. “Not applicable” is left out.',
    findings: 'What to look at first',
    action: 'Action',
    actionPlan: 'Action plan',
    risk: 'Risk',
    owner: 'Responsible',
    due: 'Due',
    allAnswers: 'All answers',
    question: 'Question',
    answer: 'Answer',
    note: 'Note',
    notAnswered: 'not answered',
    nothingAnswered: 'No question has been answered yet.',
    noGaps: 'No gap found.',
    smallGaps: (count) => (count === 1 ? 'Good basis, one smaller gap.' : `Good basis, ${count} smaller gaps.`),
    graveGaps: (count) => (count === 1 ? 'One gap could cost you protection.' : `${count} gaps could cost you protection.`),
    unfinished: (answered, asked) => `${answered} of ${asked} questions are answered.`,
    notice: 'This report informs; it is not legal advice and does not replace it.',
    levels: { high: 'high', medium: 'medium', low: 'low' },
    values: { yes: 'yes', partly: 'partly', no: 'no', notApplicable: 'not applicable', unknown: 'unknown' },
  },
  ja: {
    organisation: '組織',
    date: '日付',
    assessor: '記入者',
    byTopic: 'テーマ別の結果',
    howScored:
      '各回答はリスクの程度（高3・中2・低1）に応じて数えます。「はい」は全部、「一部」は半分、「いいえ」と「不明」は数えません。「該当なし」は除きます。',
    findings: '最初に確認すること',
    action: '対応策',
    actionPlan: '行動計画',
    risk: 'リスク',
    owner: '担当者',
    due: '期日',
    allAnswers: 'すべての回答',
    question: '質問',
    answer: '回答',
    note: 'メモ',
    notAnswered: '未回答',
    nothingAnswered: 'まだ回答がありません。',
    noGaps: '不足は見つかりませんでした。',
    smallGaps: (count) => `基盤は良好です。小さな不足が${count}件あります。`,
    graveGaps: (count) => `保護を失うおそれのある不足が${count}件あります。`,
    unfinished: (answered, asked) => `${asked}問のうち${answered}問に回答済みです。`,
    notice: 'この報告書は情報提供であり、法的助言ではありません。',
    levels: { high: '高', medium: '中', low: '低' },
    values: { yes: 'はい', partly: '一部', no: 'いいえ', notApplicable: '該当なし', unknown: '不明' },
  },
}
