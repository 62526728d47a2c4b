import type { Language } from '../../../engine/language.ts'
import type { AgreementContext } from './context.ts'
import { textLines } from './text-lines.ts'

/** Abbreviations and names of statutes; a number that belongs to one of them is no number of ours. */
const statute =
  /(?:\b[A-ZÄÖÜ][\wÄÖÜäöüß]*(?:G|GB|GO|PO|PÜ|VO|VwV|EUV|GVO|ÜG|ZG|BPatO)\b|\b(?:BGB|HGB|ZPO|AEUV|TFEU|GRUR|CISG|DSGVO|GDPR|InsO|VVG|TTBER|FuE-GVO|R&D BER|BORA|AO|UWG|EStG|UStG|Act|Code|Regulation|Verordnung|Gesetz(?:es|buch(?:es)?)?|Convention|Übereinkommens?|Treaty|Ordinance|Directive|Richtlinie|Rules|Regeln)\b)/u

const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  de: [
    /§§?\s*\d+[a-z]?/g,
    /(?<!§[^.;]{0,60})\b(?:Abs\.|Absatz|Absätze|Absatzes|Ziffer|Ziff\.|lit\.|Buchst\.|Buchstabe)\s*(?:\d+|[a-z]\)?)(?![\p{L}\d])/gu,
    /\bAn(?:lage|hang)\s+\d+/g,
  ],
  en: [/\b(?:Sections?|Clauses?|Articles?|Paragraphs?|section|clause|paragraphs?)\s*\(?\d+[a-z]?\)?/g, /\b(?:Annex|Appendix|Schedule|Exhibit)\s+\d+/g],
  ja: [/第\s*\d+\s*条/g, /別紙\s*\d+/g],
}

/** Numbers of clauses, paragraphs and annexes are never typed: the engine counts, and a typed number is wrong after the next change. */
export function lintTypedNumbers({ merged, report }: AgreementContext): void {
  for (const [language, text] of merged.texts) {
    for (const { text: line, place } of textLines(text)) {
      const words = line.replaceAll(/\[\[[^\]]*\]\]|\{\{[^}]*\}\}/g, (token) => ' '.repeat(token.length))
      const manual = /^\s*(?:\(\d{1,2}\)|\([a-z]\)|[a-z]{1,2}\))\s/.exec(words)
      if (manual)
        report.error('typed-number', place, `the number "${manual[0].trim()}" is typed by hand`, 'begin numbered paragraphs with "1. " and let the app count')
      for (const pattern of patterns[language]) {
        for (const match of words.matchAll(pattern)) {
          if (belongsToStatute(words, match.index, match[0])) continue
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

/** Whether the name of a statute follows within the same sentence, or stands right before. */
function belongsToStatute(line: string, index: number, match: string): boolean {
  const after = line.slice(index + match.length, index + match.length + 90).split(/[;:]|\.\s+[A-ZÄÖÜ]/u)[0] ?? ''
  const before = line.slice(Math.max(0, index - 40), index)
  return statute.test(after) || /(?:[A-ZÄÖÜ][\wÄÖÜäöüß]*(?:G|GB|PO|VO)|Act|Code|Rules|TFEU|AEUV|CISG)\s*,?\s*$/u.test(before)
}
