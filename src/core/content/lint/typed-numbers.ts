import type { Language } from '../../../engine/language.ts'
import type { AgreementContext } from './context.ts'
import { statutesOf } from './laws.ts'
import { textLines } from './text-lines.ts'

/** Abbreviations and names of statutes; a number that belongs to one of them is no number of ours. */
const statute =
  /(?:\b[A-ZÄÖÜ][\wÄÖÜäöüß]*(?:G|GB|GO|PO|PÜ|VO|VwV|EUV|GVO|ÜG|ZG|BPatO)\b|\b(?:BGB|HGB|ZPO|AEUV|TFEU|GRUR|CISG|DSGVO|GDPR|InsO|VVG|TTBER|FuE-GVO|R&D BER|BORA|AO|UWG|EStG|UStG|Act|Code|Regulation|Verordnung|Gesetz(?:es|buch(?:es)?)?|Convention|Übereinkommens?|Treaty|Ordinance|Directive|Richtlinie|Rules|Regeln)\b)/u

const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  de: [
    /§§?\s*\d+[a-z]?/g,
    /(?<!§[^.;]{0,60})\b(?:Abs\.|Absatz|Absätze|Absatzes|Ziffer|Ziff\.|lit\.|Buchst\.|Buchstabe)\s+(?:\d+|[a-z]\)?)(?![\p{L}\d])/gu,
    /\bAn(?:lage|hang)\s+\d+/g,
  ],
  en: [/\b(?:Sections?|Clauses?|Articles?|Paragraphs?|section|clause|paragraphs?)\s*\(?\d+[a-z]?\)?/g, /\b(?:Annex|Appendix|Schedule|Exhibit)\s+\d+/g],
  ja: [/第\s*\d+\s*条/g, /別紙\s*\d+/g],
}

/** Numbers of clauses, paragraphs and annexes are never typed: the engine counts, and a typed number is wrong after the next change. */
export function lintTypedNumbers({ merged, report, sources }: AgreementContext): void {
  const names = statutesOf(sources)
  for (const [language, text] of merged.texts) {
    for (const { text: line, place } of textLines(text)) {
      const words = line.replaceAll(/\[\[[^\]]*\]\]|\{\{[^}]*\}\}/g, (token) => ' '.repeat(token.length))
      const manual = /^\s*(?:\(\d{1,2}\)|\([a-z]\)|[a-z]{1,2}\))\s/.exec(words)
      if (manual)
        report.error('typed-number', place, `the number "${manual[0].trim()}" is typed by hand`, 'begin numbered paragraphs with "1. " and let the app count')
      for (const pattern of patterns[language]) {
        for (const match of words.matchAll(pattern)) {
          if (belongsToStatute(words, match.index, match[0], names)) continue
          report.error(
            'typed-number',
            place,
            `the number in "${match[0].trim()}" is typed by hand`,
            'write [[ref:id]] instead; for a statute name it: "§ 5 PatG", "Section 5 PatG"',
          )
        }
      }
      if (/<\/?[a-z][^>]*>/i.test(words)) report.error('html', place, 'there is HTML in the text', 'use Markdown only: **bold**, *italic*')
    }
  }
}

/** Lower-case words that may stand between a number and the name of its statute: "§ 15 Abs. 2 in Verbindung mit § 26 des deutschen PatG". */
const between = new Set(
  'abs absatz satz nr nummer lit buchst hs halbsatz ff f bis und oder in mit von zum zur zu über gegen für des der die dem das sentence number item no nos para paragraph paragraphs and or to of the on for conjunction with'.split(
    ' ',
  ),
)

/** In Japanese the statute stands before its articles: "ドイツ特許法（PatG）第12条第1項及び第13条", "GeschGehG第6条から第8条まで", "民法第522条". */
function followsJapaneseStatute(before: string, names: readonly string[]): boolean {
  const start = before.replace(/[）)]?(?:第\d*[a-z]?[条項号文]|のいずれか|[\da-z、・]|から|まで|及び|並びに|又は|若しくは)*$/u, '')
  return names.some((name) => start.endsWith(name)) || /(?:[法令]|条約|規則|規程|GVO|DSGVO|GDPR|CISG)$/u.test(start)
}

/** Whether the name of a statute follows, with nothing but further numbers and little words between, or stands right before. */
function belongsToStatute(line: string, index: number, match: string, names: readonly string[]): boolean {
  // Our own clauses are called sections; an article belongs to a law named somewhere in the paragraph ("Article 79 of that Act").
  if (match.startsWith('Article') && statute.test(line)) return true
  if (match.startsWith('第')) return followsJapaneseStatute(line.slice(0, index), names)
  if (/(?:[A-ZÄÖÜ][\wÄÖÜäöüß]*(?:G|GB|PO|VO)|Act|Code|Rules|TFEU|AEUV|CISG)\s*,?\s*$/u.test(line.slice(Math.max(0, index - 40), index))) return true
  const after =
    line.slice(index + match.length, index + match.length + 120).split(/[;:]|(?<!\b(?:Abs|Art|Nr|No|Nos|no|nos|lit|Buchst|S|V|v|m|i))\.\s/u)[0] ?? ''
  const starts = [
    statute.exec(after)?.index,
    ...names.map((name) => new RegExp(`(?<![\\w-])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\wäöüß])`).exec(after)?.index),
  ]
  const start = Math.min(...starts.filter((found) => found !== undefined))
  if (!Number.isFinite(start)) return false
  const words = after.slice(0, start).match(/\p{L}{2,}/gu) ?? []
  return words.every((word) => between.has(word.toLowerCase()) || /^\p{Lu}/u.test(word) || /(?:ischen|schen|ese|man|nch)$/u.test(word))
}
