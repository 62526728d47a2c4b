import { sentencesOf, sentenceStyle } from '../../../engine/japanese-style.ts'
import type { Sources } from '../read-sources.ts'
import { recordsIn } from '../value-at.ts'
import type { YamlFile } from '../yaml-file.ts'
import type { AgreementContext } from './context.ts'
import type { Report } from './finding.ts'
import { textLines } from './text-lines.ts'

/** Texts that are put into a document, or are names: they are in the style of contracts or have none. */
const wordsOfDocuments: ReadonlySet<PropertyKey> = new Set(['example', 'inText', 'gap', 'options', 'itemLabel', 'cite', 'title', 'default', 'fill'])

const kana = '\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー'
const you = /あなた|貴方/u
const wideLetters = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u
const latinMarks = new RegExp(`[${kana}][,.!?:;](?![\\w/])`, 'u')
const gaps = new RegExp(`[${kana}、。] +[A-Za-z0-9]|[A-Za-z0-9] +[${kana}]`, 'u')
const relative = /[前次](?:各)?[条項号](?![目数])/u

/**
 * Japanese texts for the screen are in the style of screens (です・ます), address nobody as あなた, and keep to Japanese typography: full-width marks,
 * half-width letters and digits, no spaces between them. `more` are further files with texts.
 */
export function lintJapanese({ agreements, clauses, checklists, suites, guide }: Sources, report: Report, more: readonly YamlFile[]): void {
  const files = [...agreements, ...clauses.values(), ...checklists, ...suites].map(({ settings }) => settings)
  for (const { file, data, lineAt } of [...files, ...(guide === undefined ? [] : [guide]), ...more])
    for (const { record, path } of recordsIn(data)) {
      const { ja } = record
      if (typeof ja !== 'string' || typeof record['de'] !== 'string') continue
      const place = { file, line: lineAt([...path, 'ja']) }
      const isForScreen = !path.some((step) => wordsOfDocuments.has(step))
      const plain = isForScreen ? sentencesOf(ja).find((sentence) => sentenceStyle(sentence) === 'plain') : undefined
      if (plain !== undefined)
        report.error(
          'japanese-style',
          place,
          `"${plain.slice(-24)}。" is in the style of contracts`,
          'end sentences on screens in です or ます, labels in a noun or a verb',
        )
      lintTypography(ja, (rule, cause, fix) => report.error(rule, place, cause, fix))
    }
}

function lintTypography(text: string, error: (rule: string, cause: string, fix: string) => void): void {
  const words = text.replaceAll(/\{\{[^}]*\}\}|\[\[[^\]]*\]\]/gu, 'A')
  const found = (pattern: RegExp): string | undefined => pattern.exec(words)?.[0]
  const [person, wide, mark, gap] = [found(you), found(wideLetters), found(latinMarks), found(gaps)]
  if (person !== undefined) error('japanese-address', `"${person}" sounds rude to a business person`, 'leave it out, or name the company or the party')
  if (wide !== undefined) error('japanese-width', `"${wide}" is in full width`, 'write letters and digits in half width')
  if (mark !== undefined) error('japanese-marks', `"${mark}" ends in a Latin mark`, 'use 、。？！：；')
  if (gap !== undefined) error('japanese-space', `there is a space in "${gap}"`, 'take it out: Japanese sets none between its characters and Latin ones')
}

/** Japanese text of an agreement is in the style of contracts, keeps to Japanese typography, and never refers to the clause before or after, which is another after the next change. */
export function lintJapaneseContract({ merged, report }: AgreementContext): void {
  const text = merged.texts.get('ja')
  if (text === undefined) return
  for (const { text: line, raw, place } of textLines(text)) {
    const polite = sentencesOf(line).find((sentence) => sentenceStyle(sentence) === 'polite')
    if (polite !== undefined)
      report.error('japanese-style', place, `"${polite.slice(-24)}。" is in the style of screens`, 'write である, する, しなければならない')
    const words = raw.replaceAll(/\{%[^%]*%\}|\{#[^}]*\}|^\s*(?:\d+\.|#+|-)\s|^::.*$/gu, '')
    lintTypography(words, (rule, cause, fix) => report.error(rule, place, cause, fix))
    const reference = relative.exec(line)?.[0]
    if (reference !== undefined) report.error('relative-reference', place, `"${reference}" is another place after the next change`, 'write [[ref:id]] instead')
  }
}
