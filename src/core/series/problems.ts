import { fillWords } from '../../engine/answer-problem-words.ts'
import type { Localized } from '../../engine/language.ts'

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
  },
  dash: {
    en: 'a dash can mean many things; leave the cell empty for no answer, or write ? for a point left open on purpose',
    de: 'ein Strich kann vieles bedeuten; lassen Sie die Zelle leer, wenn es keine Antwort gibt, oder schreiben Sie ? für einen bewusst offenen Punkt',
  },
  notANumber: { en: 'this is not a number as it is asked for here', de: 'das ist keine Zahl, wie sie hier gefragt ist' },
  ambiguousNumber: {
    en: 'this could be two numbers, because the sign before three digits groups in one language and is the decimal sign in another; write 1234 or 1.2340',
    de: 'das könnten zwei Zahlen sein, weil das Zeichen vor drei Ziffern je nach Sprache Tausender trennt oder ein Komma ist; schreiben Sie 1234 oder 1,2340',
  },
  notMoney: { en: 'an amount is written as 100,000.00 EUR or 100.000,00 EUR', de: 'ein Betrag wird wie 100.000,00 EUR oder 100,000.00 EUR geschrieben' },
  currencyMissing: {
    en: 'the currency is missing; write one of {currencies} behind the amount',
    de: 'die Währung fehlt; schreiben Sie {currencies} hinter den Betrag',
  },
  notADate: {
    en: 'a date is written as 2027-03-01 or 01.03.2027 and must exist',
    de: 'ein Datum wird wie 01.03.2027 oder 2027-03-01 geschrieben und muss existieren',
  },
  ambiguousDate: {
    en: 'with slashes, day and month cannot be told apart; write 2027-03-01 or 01.03.2027',
    de: 'mit Schrägstrichen lassen sich Tag und Monat nicht unterscheiden; schreiben Sie 01.03.2027 oder 2027-03-01',
  },
  notADuration: {
    en: 'a duration is written as 12 months; units are days, weeks, months, years',
    de: 'eine Dauer wird wie 12 Monate geschrieben, in Tagen, Wochen, Monaten oder Jahren',
  },
  notYesNo: { en: 'write yes or no', de: 'schreiben Sie ja oder nein' },
  unknownOption: { en: 'this is none of the options: {options}', de: 'das steht nicht zur Wahl; möglich sind: {options}' },
  meantOption: { en: 'this is none of the options; did you mean {option}?', de: 'das steht nicht zur Wahl; war {option} gemeint?' },
  ambiguousOption: {
    en: 'several options are called this; write the id: {options}',
    de: 'mehrere Möglichkeiten heißen so; schreiben Sie die Kennung: {options}',
  },
  repeatedOption: { en: 'an option is named twice', de: 'eine Möglichkeit ist doppelt genannt' },
  notACountry: { en: 'a country is written with two letters, such as DE or JP', de: 'ein Land wird mit zwei Buchstaben geschrieben, etwa DE oder JP' },
  openPart: {
    en: 'only a whole answer can be left open on purpose, not a part of it',
    de: 'nur eine ganze Antwort kann bewusst offen bleiben, nicht ein Teil davon',
  },
  listGap: { en: 'entries are filled from the first one on; an earlier entry is empty', de: 'Einträge werden vom ersten an gefüllt; ein früherer ist leer' },
  brokenQuotes: {
    en: 'a quotation mark opens this cell and does not close it, so rows below may have run into it',
    de: 'ein Anführungszeichen öffnet diese Zelle und schließt sie nicht; Zeilen darunter können in sie hineingeraten sein',
  },
  extraCells: { en: 'the row has more cells than there are columns', de: 'die Zeile hat mehr Zellen, als es Spalten gibt' },
  fileCharacters: {
    en: 'a file name has no folders, none of < > : " / \\ | ? * and no dot at its beginning or end',
    de: 'ein Dateiname hat keine Ordner, keines der Zeichen < > : " / \\ | ? * und keinen Punkt am Anfang oder Ende',
  },
  fileReserved: { en: 'Windows keeps this file name for itself; choose another', de: 'diesen Dateinamen behält Windows sich vor; wählen Sie einen anderen' },
  fileTooLong: { en: 'the file name is longer than {maximum} characters', de: 'der Dateiname ist länger als {maximum} Zeichen' },
  fileTwice: { en: 'row {row} has the same file name', de: 'Zeile {row} hat denselben Dateinamen' },
  missing: { en: 'missing - {label}', de: 'fehlt - {label}' },
  openInFinal: { en: 'open in a final document - {label}', de: 'offen in einer Endfassung - {label}' },
  invalid: { en: 'invalid - {problem}', de: 'ungültig - {problem}' },
  contradiction: { en: 'contradiction - {message}', de: 'Widerspruch - {message}' },
  morePlaces: { en: 'and {count} more problems in this row', de: 'und {count} weitere Probleme in dieser Zeile' },
  fileNotWritable: { en: 'the files could not be written into the folder', de: 'die Dateien konnten nicht in den Ordner geschrieben werden' },
  diskFull: { en: 'the disk is full', de: 'der Datenträger ist voll' },
  fileLocked: { en: 'another program has the file open', de: 'ein anderes Programm hat die Datei geöffnet' },
  fileExists: {
    en: 'a file of this name has appeared in the meantime and was left alone',
    de: 'eine Datei dieses Namens ist inzwischen entstanden und blieb unberührt',
  },
  exportFailed: {
    en: 'the document could not be made; this is a defect in Musubi',
    de: 'das Dokument ließ sich nicht herstellen; das ist ein Fehler in Musubi',
  },
  tableChanged: { en: 'the row was changed while the series was running and was left out', de: 'die Zeile wurde während der Serie geändert und ausgelassen' },
} as const satisfies Readonly<Record<string, Localized>>

type Details = Readonly<Record<string, string | number>>
/** Details that read differently in each language. */
type LocalizedDetails = { readonly de: Details; readonly en: Details }

/** The message of a problem, filled in. */
export function problemMessage(code: RowProblemCode, details: Details | LocalizedDetails = {}): Localized {
  const { de, en }: Localized = rowWords[code]
  const isLocalized = (value: Details | LocalizedDetails): value is LocalizedDetails => typeof value['de'] === 'object'
  return isLocalized(details) ? { de: fillWords(de, details.de), en: fillWords(en, details.en) } : { de: fillWords(de, details), en: fillWords(en, details) }
}

const columnWords = {
  unknown: { en: 'there is no such question', de: 'eine solche Frage gibt es nicht' },
  meant: { en: 'there is no such question; did you mean {column}?', de: 'eine solche Frage gibt es nicht; war {column} gemeint?' },
  needsPart: { en: 'this answer has parts; name one, such as {column}', de: 'diese Antwort hat Teile; nennen Sie einen, etwa {column}' },
  twice: { en: 'this column is there twice', de: 'diese Spalte gibt es doppelt' },
  overlaps: { en: 'this column and {column} answer the same question', de: 'diese Spalte und {column} beantworten dieselbe Frage' },
  empty: { en: 'column {number} has no name', de: 'Spalte {number} hat keinen Namen' },
  more: { en: 'and {count} more columns', de: 'und {count} weitere Spalten' },
} as const satisfies Readonly<Record<string, Localized>>

/** The message of a problem with a column, filled in. */
export function columnMessage(code: keyof typeof columnWords, details: Details = {}): Localized {
  const { de, en } = columnWords[code]
  return { de: fillWords(de, details), en: fillWords(en, details) }
}
