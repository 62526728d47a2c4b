import type { Agreement } from './agreement.ts'
import { type Balance, degreeOf, type Lean, pointsOf } from './balance.ts'
import { displayIn } from './display.ts'
import type { Interview } from './interview.ts'
import type { Language } from './language.ts'

type BalanceWords = {
  readonly title: string
  readonly whole: string
  readonly balanced: string
  readonly open: string
  readonly alsoOpen: (count: number) => string
  readonly favours: readonly [string, string, string]
  readonly points: (points: number) => string
  readonly towards: (points: number, side: string) => string
  readonly otherSide: string
  readonly brackets: readonly [string, string]
}

/** The words for where a draft or a topic stands. `{side}` is the name of the favoured side. */
export const balanceWords: Readonly<Record<Language, BalanceWords>> = {
  de: {
    title: 'Ausgewogenheit des Entwurfs',
    whole: 'Gesamter Entwurf',
    balanced: 'ausgewogen',
    open: 'noch offen',
    alsoOpen: (count) => `${count} noch offen`,
    // A colon, because names of sides stand in no grammatical case.
    favours: ['leichter Vorteil: {side}', 'deutlicher Vorteil: {side}', 'starker Vorteil: {side}'],
    points: (points) => `${points} von 100`,
    towards: (points, side) => `ausgewogen, ${points} von 100 in Richtung ${side}`,
    otherSide: 'andere Seite',
    brackets: [' (', ')'],
  },
  en: {
    title: 'Balance of the draft',
    whole: 'Whole draft',
    balanced: 'balanced',
    open: 'still open',
    alsoOpen: (count) => `${count} still open`,
    favours: ['slightly favours {side}', 'clearly favours {side}', 'strongly favours {side}'],
    points: (points) => `${points} of 100`,
    towards: (points, side) => `balanced, ${points} of 100 towards ${side}`,
    otherSide: 'the other side',
    brackets: [' (', ')'],
  },
  ja: {
    title: 'ドラフトのバランス',
    whole: 'ドラフト全体',
    balanced: '中立',
    open: '未確定',
    alsoOpen: (count) => `未確定${count}件`,
    favours: ['{side}にやや有利', '{side}に明らかに有利', '{side}に非常に有利'],
    points: (points) => `100中${points}`,
    towards: (points, side) => `中立（${side}寄り、100中${points}）`,
    otherSide: '相手方',
    brackets: ['（', '）'],
  },
}

/** How a side is called: by the short name of its party where a position has one, else by the title of the position. */
export function sideName(agreement: Agreement, current: Interview, balance: Balance, side: 'left' | 'right', language: Language): string {
  const names = balance.sides[side].flatMap((id) => {
    const position = agreement.content.positions.find((one) => one.id === id)
    if (position === undefined) return []
    const party = position.role === undefined ? '' : displayIn(agreement, sameInAll(`{{ ${position.role} }}`), current, language)
    return [party === '' ? displayIn(agreement, position.title, current, language) : party]
  })
  return names.length === 0 ? balanceWords[language].otherSide : names.join(' / ')
}

/** Where something stands, in a few words: "slightly favours Akatsuki (22 of 100), 1 still open". */
export function leanText({ lean, open }: Lean, nameOf: (side: 'left' | 'right') => string, language: Language): string {
  const words = balanceWords[language]
  if (lean === undefined) return words.open
  const stands = standsText(lean, nameOf(lean < 0 ? 'left' : 'right'), words)
  return open === 0 ? stands : `${stands}${language === 'ja' ? '、' : ', '}${words.alsoOpen(open)}`
}

function standsText(lean: number, side: string, words: BalanceWords): string {
  const [degree, points] = [degreeOf(lean), Math.abs(pointsOf(lean))]
  if (degree === 0) return points === 0 ? words.balanced : words.towards(points, side)
  return `${(words.favours[degree - 1] ?? '').replace('{side}', side)}${words.brackets[0]}${words.points(points)}${words.brackets[1]}`
}

const sameInAll = (text: string): { readonly de: string; readonly en: string } => ({ de: text, en: text })
