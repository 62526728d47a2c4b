import type { Language } from '../../engine/language.ts'
import type { PlanLine } from '../../engine/plan-lines.ts'

type PlanWords = {
  readonly columns: Readonly<Record<'number' | 'action' | 'finding' | 'reason' | 'laws' | 'owner' | 'due' | 'priority' | 'state', string>>
  readonly priorities: Readonly<Record<PlanLine['priority'], string>>
  readonly states: Readonly<Record<PlanLine['state'], string>>
  /** Between a word and what it says: "Owner: Sato". */
  readonly colon: string
  readonly calendar: string
}

/** The words of plans that leave as a table or a calendar. */
export const planWords: Readonly<Record<Language, PlanWords>> = {
  de: {
    columns: {
      number: 'Nr.',
      action: 'Maßnahme',
      finding: 'Feststellung',
      reason: 'Warum',
      laws: 'Rechtsgrundlagen',
      owner: 'Verantwortlich',
      due: 'Bis wann',
      priority: 'Priorität',
      state: 'Stand',
    },
    priorities: { high: 'hoch', medium: 'mittel', low: 'gering' },
    states: { open: 'offen', done: 'erledigt' },
    colon: ': ',
    calendar: 'Maßnahmenplan',
  },
  en: {
    columns: {
      number: 'No.',
      action: 'Action',
      finding: 'Finding',
      reason: 'Why',
      laws: 'Laws',
      owner: 'Person responsible',
      due: 'Due',
      priority: 'Priority',
      state: 'State',
    },
    priorities: { high: 'high', medium: 'medium', low: 'low' },
    states: { open: 'open', done: 'done' },
    colon: ': ',
    calendar: 'Action plan',
  },
  ja: {
    columns: {
      number: '番号',
      action: '対応策',
      finding: '指摘事項',
      reason: '理由',
      laws: '根拠法令',
      owner: '担当者',
      due: '期日',
      priority: '優先度',
      state: '状況',
    },
    priorities: { high: '高', medium: '中', low: '低' },
    states: { open: '未完了', done: '完了' },
    colon: '：',
    calendar: '行動計画',
  },
}
