import type { AnswerProblem } from './answer-problems.ts'
import { localize, type Language, type Localized } from './language.ts'

const words: Readonly<Record<AnswerProblem['code'], Localized>> = {
  wrongType: {
    en: 'the answer does not have the form of type {expected}',
    de: 'die Antwort hat nicht die Form des Typs {expected}',
    ja: '回答の形式が{expected}ではありません',
  },
  required: { en: 'this part is missing', de: 'dieser Teil fehlt', ja: 'この部分が未入力です' },
  tooShort: {
    en: 'at least {minimum} characters, not {actual}',
    de: 'mindestens {minimum} Zeichen, nicht {actual}',
    ja: '{minimum}文字以上にしてください（現在{actual}文字）',
  },
  tooLong: {
    en: 'at most {maximum} characters, not {actual}',
    de: 'höchstens {maximum} Zeichen, nicht {actual}',
    ja: '{maximum}文字以下にしてください（現在{actual}文字）',
  },
  belowMinimum: { en: 'not below {minimum}', de: 'nicht unter {minimum}', ja: '{minimum}以上にしてください' },
  aboveMaximum: { en: 'not above {maximum}', de: 'nicht über {maximum}', ja: '{maximum}以下にしてください' },
  notADate: {
    en: 'a date is written as 2027-03-01 and must exist',
    de: 'ein Datum wird wie 2027-03-01 geschrieben und muss existieren',
    ja: '日付は2027-03-01のように、実在する日を入力してください',
  },
  unknownOption: { en: '{option} is not one of the options', de: '{option} steht nicht zur Wahl', ja: '{option}は選択肢にありません' },
  tooFewItems: { en: 'at least {minimum} entries', de: 'mindestens {minimum} Einträge', ja: '{minimum}件以上必要です' },
  tooManyItems: { en: 'at most {maximum} entries', de: 'höchstens {maximum} Einträge', ja: '{maximum}件以下にしてください' },
  unknownCurrency: { en: 'the currency {currency} is not offered', de: 'die Währung {currency} steht nicht zur Wahl', ja: '通貨{currency}は使えません' },
  unprintable: { en: 'the character {code} cannot be printed', de: 'das Zeichen {code} lässt sich nicht drucken', ja: '文字{code}は印刷できません' },
}

/** What is wrong with an answer, as a phrase for lists of problems that are read outside the window. */
export function answerProblemWords({ code, details }: AnswerProblem, language: Language): string {
  return fillWords(localize(words[code], language), details)
}

/** Puts details where their names stand in braces; a detail that is not there reads as "?". */
export function fillWords(text: string, details: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'))
}
