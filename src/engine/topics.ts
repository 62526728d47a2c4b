import type { Localized } from './language.ts'

/**
 * What agreements are made of, by topic: the modules of the clause library. A question or clause names its topic by these ids; whatever is shown by
 * topic (the balance of a draft, for example) takes its words from here.
 */
const topics: ReadonlyMap<string, Localized> = new Map(
  Object.entries({
    M01: { de: 'Parteien und Vollmacht', en: 'Parties and authority', ja: '当事者と権限' },
    M02: { de: 'Begriffe', en: 'Definitions', ja: '定義' },
    M03: { de: 'Geheimhaltung', en: 'Confidentiality', ja: '秘密保持' },
    M04: { de: 'Rückbau (Reverse Engineering)', en: 'Reverse engineering', ja: 'リバースエンジニアリング' },
    M05: { de: 'Altrechte und ihr Gebrauch', en: 'Background and its use', ja: '既存知的財産とその利用' },
    M06: { de: 'Rechte an den Ergebnissen', en: 'Rights in the results', ja: '成果に関する権利' },
    M07: { de: 'Gemeinsame Ergebnisse', en: 'Joint results', ja: '共有の成果' },
    M08: { de: 'Arbeitnehmererfindungen', en: 'Employee inventions', ja: '従業者発明' },
    M09: { de: 'Veröffentlichung', en: 'Publication', ja: '公表' },
    M10: { de: 'Haftung', en: 'Liability', ja: '責任' },
    M11: { de: 'Gewährleistung', en: 'Warranty', ja: '契約不適合責任' },
    M12: { de: 'Ausfuhrkontrolle', en: 'Export control', ja: '輸出管理' },
    M13: { de: 'Personenbezogene Daten', en: 'Personal data', ja: '個人データ' },
    M14: { de: 'Daten und KI', en: 'Data and AI', ja: 'データとAI' },
    M15: { de: 'Wettbewerb', en: 'Competition', ja: '競争' },
    M16: { de: 'Förderung und Beihilfe', en: 'Funding and state aid', ja: '助成と国家補助' },
    M17: { de: 'Laufzeit und Kündigung', en: 'Term and termination', ja: '期間と解約' },
    M18: { de: 'Was nach dem Ende gilt', en: 'What applies after the end', ja: '終了後の取扱い' },
    M19: { de: 'Streit, Recht und Gericht', en: 'Disputes, law and courts', ja: '紛争・準拠法・裁判所' },
    M20: { de: 'Form und Änderungen', en: 'Form and amendments', ja: '方式と変更' },
    M21: { de: 'Steuern', en: 'Tax', ja: '税' },
    M22: { de: 'Insolvenz', en: 'Insolvency', ja: '倒産' },
    M23: { de: 'Übertragung und Kontrollwechsel', en: 'Assignment and change of control', ja: '譲渡と支配権の変更' },
    M24: { de: 'Vertragsstrafe', en: 'Contractual penalty', ja: '違約金' },
    M25: { de: 'Keine Lizenz, keine Bindung', en: 'No licence, no obligation', ja: '許諾・義務の不存在' },
    M26: { de: 'Open Source', en: 'Open source', ja: 'オープンソース' },
    M27: { de: 'Namen und Werbung', en: 'Names and publicity', ja: '名称と広報' },
    M28: { de: 'Maßgebliche Sprache', en: 'Prevailing language', ja: '正文' },
    M29: { de: 'Forschungssicherheit und Compliance', en: 'Research security and compliance', ja: '研究セキュリティと法令遵守' },
  }),
)

const otherTopics: Localized = { de: 'Weitere Regelungen', en: 'Other clauses', ja: 'その他の条項' }

/** Whether the clause library knows a topic. */
export function isTopic(id: string): boolean {
  return topics.has(id)
}

/** The name of a topic; topics the clause library does not know share one. */
export function topicName(id: string): Localized {
  return topics.get(id) ?? otherTopics
}
