import type { Deviation } from './deviation.ts'
import type { Language } from './language.ts'

/** The words of the register and of findings about deviations. */
export type DeviationWords = {
  readonly title: string
  readonly intro: string
  readonly nothing: string
  readonly columns: readonly [number: string, clause: string, template: string, agreed: string, state: string, who: string, note: string]
  readonly states: Readonly<Record<Deviation['state'], string>>
  readonly replaced: string
  readonly stale: string
  readonly added: string
  readonly deleted: string
  readonly remark: string
  readonly parkedFinding: (place: string) => string
  readonly staleFinding: (place: string) => string
  readonly staleReason: string
  readonly lostFinding: (reference: string) => string
  readonly lostReason: string
}

export const deviationWords: Readonly<Record<Language, DeviationWords>> = {
  de: {
    title: 'Abweichungen von der Vorlage',
    intro: 'Was die andere Seite geändert haben wollte und wie darüber entschieden wurde.',
    nothing: 'Es wurde nichts entschieden.',
    columns: ['Nr.', 'Stelle', 'Wortlaut der Vorlage', 'Vorgeschlagener Wortlaut', 'Stand', 'Entschieden', 'Anmerkung'],
    states: { open: 'offen', accepted: 'angenommen', rejected: 'abgelehnt', parked: 'zurückgestellt' },
    replaced: 'durch spätere ersetzt',
    stale: 'überholt',
    added: '(neu)',
    deleted: '(gestrichen)',
    remark: '(Kommentar)',
    parkedFinding: (place) => `Zurückgestellte Änderung der anderen Seite: ${place}`,
    staleFinding: (place) => `Überholte Abweichung: ${place}`,
    staleReason:
      'Der Wortlaut, zu dem sie vereinbart wurde, steht so nicht in diesem Dokument, weil sich eine Antwort oder die Sprachen geändert haben; sie ist nicht in den Text gesetzt.',
    lostFinding: (reference) => `Ein Verweis auf ${reference} führt ins Leere.`,
    lostReason: 'Die Stelle, auf die er verweist, wurde gestrichen.',
  },
  en: {
    title: 'Deviations from the template',
    intro: 'What the other side wanted changed, and what was decided about it.',
    nothing: 'Nothing has been decided.',
    columns: ['No.', 'Place', 'Words of the template', 'Proposed words', 'State', 'Decided', 'Note'],
    states: { open: 'open', accepted: 'accepted', rejected: 'rejected', parked: 'parked' },
    replaced: 'replaced by a later one',
    stale: 'out of date',
    added: '(new)',
    deleted: '(struck out)',
    remark: '(comment)',
    parkedFinding: (place) => `Parked change of the other side: ${place}`,
    staleFinding: (place) => `Deviation out of date: ${place}`,
    staleReason:
      'The words it was agreed for do not stand in this document as they did, because an answer or the languages have changed; it is not put into the text.',
    lostFinding: (reference) => `A reference to ${reference} leads nowhere.`,
    lostReason: 'The place it refers to was struck out.',
  },
  ja: {
    title: '雛形からの変更点',
    intro: '相手方が求めた変更と、それに対する判断です。',
    nothing: '判断された変更はありません。',
    columns: ['番号', '箇所', '雛形の文言', '提案された文言', '状態', '判断', '備考'],
    states: { open: '未判断', accepted: '承諾', rejected: '不承諾', parked: '保留' },
    replaced: '後の変更に置換',
    stale: '前提変更',
    added: '（追加）',
    deleted: '（削除）',
    remark: '（コメント）',
    parkedFinding: (place) => `保留中の相手方の変更：${place}`,
    staleFinding: (place) => `前提が変わった変更：${place}`,
    staleReason: '回答または言語が変わり、合意時の文言がこの文書にそのままの形ではないため、本文には反映されていません。',
    lostFinding: (reference) => `${reference} への参照先がありません。`,
    lostReason: '参照先が削除されました。',
  },
}
