import { fillWords } from '../../engine/answer-problem-words.ts'
import type { Language, Localized } from '../../engine/language.ts'

/** What can be wrong with one cell, one row, or the files of a row. */
export type RowProblemCode = keyof typeof rowWords

/** Something wrong in one row of a table. A warning does not keep the row from being written. Messages never repeat what stands in the cell. */
export type RowProblem = {
  readonly severity: 'error' | 'warning'
  /** As the spreadsheet counts: the header is row 1. */
  readonly row: number
  /** The header of the column, or the path of an answer the table has no column for; empty when the whole row is meant. */
  readonly column: string
  readonly message: Localized
}

/** A column that cannot be used; nothing is written before it is put right. */
export type ColumnProblem = { readonly column: string; readonly message: Localized }

/** Texts for people of what is wrong with a row. They belong to core because they are written into the error list, which is read in a spreadsheet. */
const rowWords = {
  formula: {
    en: 'this looks like a formula, and formulas are never worked out; write the value itself, or an apostrophe before a text that begins like this',
    de: 'das sieht wie eine Formel aus, und Formeln werden nie berechnet; schreiben Sie den Wert selbst oder einen Apostroph vor einen Text, der so beginnt',
    ja: "数式のように見えます。数式は計算されません。値そのものを入力するか、このような文字で始まる文章の前にアポストロフィ（'）を付けてください",
  },
  dash: {
    en: 'a dash can mean many things; leave the cell empty for no answer, or write ? for a point left open on purpose',
    de: 'ein Strich kann vieles bedeuten; lassen Sie die Zelle leer, wenn es keine Antwort gibt, oder schreiben Sie ? für einen bewusst offenen Punkt',
    ja: 'ハイフンだけでは意味が定まりません。回答がない場合は空欄にし、保留にする場合は「?」を入力してください',
  },
  notANumber: {
    en: 'this is not a number as it is asked for here',
    de: 'das ist keine Zahl, wie sie hier gefragt ist',
    ja: 'この質問で求める形式の数値ではありません',
  },
  ambiguousNumber: {
    en: 'this could be two numbers, because the sign before three digits groups in one language and is the decimal sign in another; write 1234 or 1.2340',
    de: 'das könnten zwei Zahlen sein, weil das Zeichen vor drei Ziffern je nach Sprache Tausender trennt oder ein Komma ist; schreiben Sie 1234 oder 1,2340',
    ja: '3桁の数字の前の記号は、言語によって桁区切りにも小数点にもなるため、2通りの数値に読めます。1234または1.2340のように入力してください',
  },
  notMoney: {
    en: 'an amount is written as 100,000.00 EUR or 100.000,00 EUR',
    de: 'ein Betrag wird wie 100.000,00 EUR oder 100,000.00 EUR geschrieben',
    ja: '金額は100,000.00 EURまたは100.000,00 EURのように入力してください',
  },
  currencyMissing: {
    en: 'the currency is missing; write one of {currencies} behind the amount',
    de: 'die Währung fehlt; schreiben Sie {currencies} hinter den Betrag',
    ja: '通貨がありません。金額の後に{currencies}のいずれかを入力してください',
  },
  notADate: {
    en: 'a date is written as 2027-03-01 or 01.03.2027 and must exist',
    de: 'ein Datum wird wie 01.03.2027 oder 2027-03-01 geschrieben und muss existieren',
    ja: '日付は2027-03-01または2027年3月1日のように、実在する日を入力してください',
  },
  ambiguousDate: {
    en: 'with slashes, day and month cannot be told apart; write 2027-03-01 or 01.03.2027',
    de: 'mit Schrägstrichen lassen sich Tag und Monat nicht unterscheiden; schreiben Sie 01.03.2027 oder 2027-03-01',
    ja: 'スラッシュ区切りでは日と月を区別できません。2027-03-01のように入力してください',
  },
  notADuration: {
    en: 'a duration is written as 12 months; units are days, weeks, months, years',
    de: 'eine Dauer wird wie 12 Monate geschrieben, in Tagen, Wochen, Monaten oder Jahren',
    ja: '期間は12か月間のように、日間、週間、か月間、年間のいずれかの単位で入力してください',
  },
  notYesNo: { en: 'write yes or no', de: 'schreiben Sie ja oder nein', ja: '「はい」または「いいえ」を入力してください' },
  unknownOption: {
    en: 'this is none of the options: {options}',
    de: 'das steht nicht zur Wahl; möglich sind: {options}',
    ja: '選択肢にありません。使える選択肢：{options}',
  },
  meantOption: {
    en: 'this is none of the options; did you mean {option}?',
    de: 'das steht nicht zur Wahl; war {option} gemeint?',
    ja: '選択肢にありません。「{option}」ではありませんか',
  },
  ambiguousOption: {
    en: 'several options are called this; write the id: {options}',
    de: 'mehrere Möglichkeiten heißen so; schreiben Sie die Kennung: {options}',
    ja: '同じ名前の選択肢が複数あります。IDを入力してください：{options}',
  },
  repeatedOption: { en: 'an option is named twice', de: 'eine Möglichkeit ist doppelt genannt', ja: '同じ選択肢が2回あります' },
  notACountry: {
    en: 'a country is written with two letters, such as DE or JP',
    de: 'ein Land wird mit zwei Buchstaben geschrieben, etwa DE oder JP',
    ja: '国はDEやJPのように2文字で入力してください',
  },
  openPart: {
    en: 'only a whole answer can be left open on purpose, not a part of it',
    de: 'nur eine ganze Antwort kann bewusst offen bleiben, nicht ein Teil davon',
    ja: '保留にできるのは回答全体だけです。その一部を保留にすることはできません',
  },
  listGap: {
    en: 'entries are filled from the first one on; an earlier entry is empty',
    de: 'Einträge werden vom ersten an gefüllt; ein früherer ist leer',
    ja: '項目は1番目から順に入力してください。前の項目が空欄です',
  },
  brokenQuotes: {
    en: 'a quotation mark opens this cell and does not close it, so rows below may have run into it',
    de: 'ein Anführungszeichen öffnet diese Zelle und schließt sie nicht; Zeilen darunter können in sie hineingeraten sein',
    ja: 'このセルの引用符が閉じられていないため、下の行が含まれている可能性があります',
  },
  extraCells: { en: 'the row has more cells than there are columns', de: 'die Zeile hat mehr Zellen, als es Spalten gibt', ja: '列の数よりセルが多い行です' },
  fileCharacters: {
    en: 'a file name has no folders, none of < > : " / \\ | ? * and no dot at its beginning or end',
    de: 'ein Dateiname hat keine Ordner, keines der Zeichen < > : " / \\ | ? * und keinen Punkt am Anfang oder Ende',
    ja: 'ファイル名には、フォルダ名、< > : " / \\ | ? * の文字、先頭や末尾のピリオドを使えません',
  },
  fileReserved: {
    en: 'Windows keeps this file name for itself; choose another',
    de: 'diesen Dateinamen behält Windows sich vor; wählen Sie einen anderen',
    ja: 'このファイル名はWindowsで予約されています。別の名前にしてください',
  },
  fileTooLong: {
    en: 'the file name is longer than {maximum} characters',
    de: 'der Dateiname ist länger als {maximum} Zeichen',
    ja: 'ファイル名は{maximum}文字以下にしてください',
  },
  fileTwice: { en: 'row {row} has the same file name', de: 'Zeile {row} hat denselben Dateinamen', ja: '{row}行目と同じファイル名です' },
  missing: { en: 'missing - {label}', de: 'fehlt - {label}', ja: '未入力：{label}' },
  openInFinal: { en: 'open in a final document - {label}', de: 'offen in einer Endfassung - {label}', ja: '最終版で保留になっています：{label}' },
  invalid: { en: 'invalid - {problem}', de: 'ungültig - {problem}', ja: '無効な値：{problem}' },
  contradiction: { en: 'contradiction - {message}', de: 'Widerspruch - {message}', ja: '矛盾：{message}' },
  morePlaces: {
    en: 'and {count} more problems in this row',
    de: 'und {count} weitere Probleme in dieser Zeile',
    ja: 'この行にはほかに{count}件の問題があります',
  },
  fileNotWritable: {
    en: 'the files could not be written into the folder',
    de: 'die Dateien konnten nicht in den Ordner geschrieben werden',
    ja: 'フォルダにファイルを保存できませんでした',
  },
  diskFull: { en: 'the disk is full', de: 'der Datenträger ist voll', ja: 'ディスクの空き容量がありません' },
  fileLocked: { en: 'another program has the file open', de: 'ein anderes Programm hat die Datei geöffnet', ja: 'ファイルが別のプログラムで開かれています' },
  fileExists: {
    en: 'a file of this name has appeared in the meantime and was left alone',
    de: 'eine Datei dieses Namens ist inzwischen entstanden und blieb unberührt',
    ja: '同じ名前のファイルが途中で作成されたため、そのまま残しました',
  },
  exportFailed: {
    en: 'the document could not be made; this is a defect in Musubi',
    de: 'das Dokument ließ sich nicht herstellen; das ist ein Fehler in Musubi',
    ja: '文書を作成できませんでした。Musubiの不具合です',
  },
  tableChanged: {
    en: 'the row was changed while the series was running and was left out',
    de: 'die Zeile wurde während der Serie geändert und ausgelassen',
    ja: '一括作成の途中で変更されたため、この行を除きました',
  },
} as const satisfies Readonly<Record<string, Localized>>

type Details = Readonly<Record<string, string | number>>
/** Details that read differently in each language. */
type LocalizedDetails = Readonly<Record<Language, Details>>

/** The message of a problem, filled in. */
export function problemMessage(code: RowProblemCode, details: Details | LocalizedDetails = {}): Localized {
  const isLocalized = (value: Details | LocalizedDetails): value is LocalizedDetails => typeof value['de'] === 'object'
  const { de, en, ja } = isLocalized(details) ? details : { de: details, en: details, ja: details }
  const words = rowWords[code]
  return { de: fillWords(words.de, de), en: fillWords(words.en, en), ja: fillWords(words.ja, ja) }
}

const columnWords = {
  unknown: { en: 'there is no such question', de: 'eine solche Frage gibt es nicht', ja: '該当する質問がありません' },
  meant: {
    en: 'there is no such question; did you mean {column}?',
    de: 'eine solche Frage gibt es nicht; war {column} gemeint?',
    ja: '該当する質問がありません。「{column}」ではありませんか',
  },
  needsPart: {
    en: 'this answer has parts; name one, such as {column}',
    de: 'diese Antwort hat Teile; nennen Sie einen, etwa {column}',
    ja: 'この回答は複数の部分からなります。{column}のように部分を指定してください',
  },
  twice: { en: 'this column is there twice', de: 'diese Spalte gibt es doppelt', ja: '同じ列が2つあります' },
  overlaps: {
    en: 'this column and {column} answer the same question',
    de: 'diese Spalte und {column} beantworten dieselbe Frage',
    ja: 'この列と{column}は同じ質問への回答です',
  },
  empty: { en: 'column {number} has no name', de: 'Spalte {number} hat keinen Namen', ja: '{number}列目に名前がありません' },
  more: { en: 'and {count} more columns', de: 'und {count} weitere Spalten', ja: 'ほかに{count}列あります' },
} as const satisfies Readonly<Record<string, Localized>>

/** The message of a problem with a column, filled in. */
export function columnMessage(code: keyof typeof columnWords, details: Details = {}): Localized {
  const { de, en, ja } = columnWords[code]
  return { de: fillWords(de, details), en: fillWords(en, details), ja: fillWords(ja, details) }
}
