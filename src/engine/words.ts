import type { Language } from './language.ts'

/**
 * The furniture of a document in each language: how clauses and references are numbered and what stands around a party or a signature.
 * Agreement wording lives in `templates`; these are the words every agreement shares by the habit of its language.
 */
export type DocumentWords = {
  readonly clause: (number: number) => string
  readonly annex: (number: number) => string
  /** Labels of the numbered levels 1 to 3 inside a clause. */
  readonly paragraph: (level: 1 | 2 | 3, number: number) => string
  /** What stands between the number of a clause and that of its paragraph in a reference: "§ 7| Abs. |3". */
  readonly paragraphReference: (level: 1 | 2 | 3, number: number) => { readonly joint: string; readonly number: string }
  /** A reference within the same clause: "Absatz 3". */
  readonly sameClause: (number: number) => { readonly joint: string; readonly number: string }
  readonly quotes: readonly [string, string]
  readonly hereinafter: (shortName: string) => readonly [string, string]
  /** What stands before the short name while nobody has given one, and after the blank. */
  readonly hereinafterOpen: readonly [string, string]
  /** What stands before the persons who represent a party. */
  readonly representedBy: string
  /** Before and after the name of the general partner, up to the persons who act for it. */
  readonly generalPartner: readonly [string, string]
  /** A person with a function: "Yuki Shirasawa (Representative Director)". */
  readonly person: (name: string, position: string) => string
  /** Between persons, and before the last one. */
  readonly personJoints: readonly [string, string]
  /** Between a name and what it names: an annex and its title, a paper and its subject. */
  readonly colon: string
  /** What a heading of a clause stands in: 第1条（目的） in Japanese, nothing elsewhere. */
  readonly headingBrackets: readonly [string, string]
  readonly registered: (register: string, court: string) => string
  readonly placeAndDate: string
  readonly and: string
  readonly gap: string
  readonly page: (page: number, pages: number) => string
  readonly draft: string
  readonly contents: string
  readonly prevails: string
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** a to z, then aa to zz, as word processors count. */
const letter = (number: number): string => (letters[(number - 1) % 26] ?? '').repeat(Math.floor((number - 1) / 26) + 1)
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx']
const roman = (number: number): string => romans[number - 1] ?? String(number)

export const documentWords: Readonly<Record<Language, DocumentWords>> = {
  de: {
    clause: (number) => `§ ${number}`,
    annex: (number) => `Anlage ${number}`,
    paragraph: (level, number) => (level === 1 ? `(${number})` : level === 2 ? `${letter(number)})` : `${letter(number)}${letter(number)})`),
    paragraphReference: (level, number) =>
      level === 1
        ? { joint: ' Abs. ', number: String(number) }
        : level === 2
          ? { joint: ' lit. ', number: letter(number) }
          : { joint: ' ', number: `${letter(number)}${letter(number)}` },
    sameClause: (number) => ({ joint: 'Absatz ', number: String(number) }),
    quotes: ['„', '“'],
    hereinafter: (shortName) => ['– nachfolgend ', `„${shortName}“ –`],
    hereinafterOpen: ['– nachfolgend ', ''],
    representedBy: 'vertreten durch ',
    generalPartner: ['vertreten durch die persönlich haftende Gesellschafterin ', ', diese vertreten durch '],
    person: (name, position) => `${name} (${position})`,
    personJoints: [', ', ' und '],
    colon: ': ',
    headingBrackets: ['', ''],
    registered: (register, court) => (court === '' ? `Registernummer ${register}` : `eingetragen beim ${court} unter ${register}`),
    placeAndDate: 'Ort, Datum',
    and: 'und',
    gap: 'noch offen',
    page: (page, pages) => `Seite ${page} von ${pages}`,
    draft: 'Entwurf',
    contents: 'Inhalt',
    prevails: 'maßgebliche Fassung',
  },
  en: {
    clause: (number) => `Section ${number}`,
    annex: (number) => `Annex ${number}`,
    paragraph: (level, number) => (level === 1 ? `(${number})` : level === 2 ? `(${letter(number)})` : `(${roman(number)})`),
    paragraphReference: (level, number) => ({ joint: '', number: level === 1 ? `(${number})` : level === 2 ? `(${letter(number)})` : `(${roman(number)})` }),
    sameClause: (number) => ({ joint: 'paragraph ', number: `(${number})` }),
    quotes: ['“', '”'],
    hereinafter: (shortName) => ['– hereinafter ', `“${shortName}” –`],
    hereinafterOpen: ['– hereinafter ', ''],
    representedBy: 'represented by ',
    generalPartner: ['represented by its general partner ', ', which is represented by '],
    person: (name, position) => `${name} (${position})`,
    personJoints: [', ', ' and '],
    colon: ': ',
    headingBrackets: ['', ''],
    registered: (register, court) => (court === '' ? `registration number ${register}` : `registered with ${court} under ${register}`),
    placeAndDate: 'Place, date',
    and: 'and',
    gap: 'open',
    page: (page, pages) => `Page ${page} of ${pages}`,
    draft: 'Draft',
    contents: 'Contents',
    prevails: 'prevailing version',
  },
  ja: {
    clause: (number) => `第${number}条`,
    annex: (number) => `別紙${number}`,
    paragraph: (level, number) => (level === 1 ? `${number}` : level === 2 ? `(${number})` : `${'アイウエオカキクケコサシスセソ'[number - 1] ?? number}`),
    paragraphReference: (level, number) =>
      level === 1
        ? { joint: '', number: `第${number}項` }
        : level === 2
          ? { joint: '', number: `第${number}号` }
          : { joint: '', number: 'アイウエオカキクケコサシスセソ'[number - 1] ?? '' },
    sameClause: (number) => ({ joint: '', number: `第${number}項` }),
    quotes: ['「', '」'],
    hereinafter: (shortName) => ['（以下', `「${shortName}」という。）`],
    hereinafterOpen: ['（以下「', '」という。）'],
    representedBy: '代表者：',
    generalPartner: ['無限責任社員：', '、その代表者：'],
    person: (name, position) => `${name}（${position}）`,
    personJoints: ['、', '及び'],
    colon: '：',
    headingBrackets: ['（', '）'],
    registered: (register, court) => (court === '' ? `登記番号${register}` : `${court}、登記番号${register}`),
    placeAndDate: '場所・日付',
    and: '及び',
    gap: '未入力',
    page: (page, pages) => `${page} / ${pages} ページ`,
    draft: 'ドラフト',
    contents: '目次',
    prevails: '正文',
  },
}
