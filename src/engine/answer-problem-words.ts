import type { AnswerProblem } from './answer-problems.ts'
import { localize, type Language, type Localized } from './language.ts'

const words: Readonly<Record<AnswerProblem['code'], Localized>> = {
  wrongType: { en: 'the answer does not have the form of type {expected}', de: 'die Antwort hat nicht die Form des Typs {expected}' },
  required: { en: 'this part is missing', de: 'dieser Teil fehlt' },
  tooShort: { en: 'at least {minimum} characters, not {actual}', de: 'mindestens {minimum} Zeichen, nicht {actual}' },
  tooLong: { en: 'at most {maximum} characters, not {actual}', de: 'höchstens {maximum} Zeichen, nicht {actual}' },
  belowMinimum: { en: 'not below {minimum}', de: 'nicht unter {minimum}' },
  aboveMaximum: { en: 'not above {maximum}', de: 'nicht über {maximum}' },
  notADate: { en: 'a date is written as 2027-03-01 and must exist', de: 'ein Datum wird wie 2027-03-01 geschrieben und muss existieren' },
  unknownOption: { en: '{option} is not one of the options', de: '{option} steht nicht zur Wahl' },
  tooFewItems: { en: 'at least {minimum} entries', de: 'mindestens {minimum} Einträge' },
  tooManyItems: { en: 'at most {maximum} entries', de: 'höchstens {maximum} Einträge' },
  unknownCurrency: { en: 'the currency {currency} is not offered', de: 'die Währung {currency} steht nicht zur Wahl' },
  unprintable: { en: 'the character {code} cannot be printed', de: 'das Zeichen {code} lässt sich nicht drucken' },
}

/** What is wrong with an answer, as a phrase for lists of problems that are read outside the window. */
export function answerProblemWords({ code, details }: AnswerProblem, language: Language): string {
  return fillWords(localize(words[code], language), details)
}

/** Puts details where their names stand in braces; a detail that is not there reads as "?". */
export function fillWords(text: string, details: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'))
}
