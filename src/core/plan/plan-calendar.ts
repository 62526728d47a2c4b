import { createHash } from 'node:crypto'
import { ICalAlarmType, ICalCalendar } from 'ical-generator'
import type { Language } from '../../engine/language.ts'
import type { PlanLine } from '../../engine/plan-lines.ts'
import { planWords } from './plan-words.ts'

/** What a calendar says about itself. `run` tells the same plan from another; with it and the id of a step an event keeps its identity over exports. */
export type CalendarSettings = { readonly run: string; readonly name: string; readonly language: Language; readonly at: string }

const dayInSeconds = 86_400
/** A week before the day, at nine in the morning: a day begins at midnight, when nobody wants to be told. */
const alarmBefore = 7 * dayInSeconds - 9 * 3600

/** The steps that have a place in a calendar: still to do, with a day. */
export function calendarLines(lines: readonly PlanLine[]): readonly PlanLine[] {
  return lines.filter(({ due, state }) => due !== '' && state === 'open')
}

/** A plan as a calendar (RFC 5545): a whole day per open step that has a day, with a reminder a week before. Steps without a day are left out. */
export function planCalendar(lines: readonly PlanLine[], { run, name, language, at }: CalendarSettings): Uint8Array {
  const words = planWords[language]
  const title = `${words.calendar}${words.colon}${name}`
  // The library writes the name of a calendar as it is, so a line break in it would begin a property of its own.
  const safeTitle = printable(title)
    .replaceAll(/[\n\r\t]+/g, ' ')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
  const calendar = new ICalCalendar({ name: safeTitle, prodId: { company: 'Musubi', product: 'Action plan', language: 'EN' } })
  for (const line of calendarLines(lines)) {
    const summary = printable(firstSentence(line.title, language))
    const event = calendar.createEvent({
      id: identityOf(run, line.id),
      stamp: at,
      start: new Date(`${line.due}T00:00:00Z`),
      allDay: true,
      summary,
      description: descriptionOf(line, language),
    })
    event.createAlarm({ type: ICalAlarmType.display, trigger: alarmBefore, description: summary })
  }
  return Buffer.from(`${calendar.toString().trimEnd()}\r\n`)
}

/** Ids of steps come from files as well, so they are not written as they are. */
function identityOf(run: string, step: string): string {
  return `${createHash('sha256')
    .update(JSON.stringify([run, step]))
    .digest('hex')
    .slice(0, 32)}@musubi`
}

function descriptionOf({ title, finding, reason, laws, owner, priority }: PlanLine, language: Language): string {
  const { columns, priorities, colon } = planWords[language]
  const named = (key: keyof typeof columns, text: string): string => (text === '' ? '' : `${columns[key]}${colon}${text}`)
  return [
    title,
    named('finding', finding),
    named('reason', reason),
    named('laws', laws.join('; ')),
    named('owner', owner),
    named('priority', priorities[priority]),
  ]
    .filter((part) => part !== '')
    .map(printable)
    .join('\n')
}

/** What a calendar shows in one line; the whole text is in the description. */
function firstSentence(text: string, language: Language): string {
  const shortest = language === 'ja' ? 8 : 20
  let sentence = ''
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    sentence += segment
    // An abbreviation looks like the end of a sentence; what is that short is none.
    if (sentence.trim().length >= shortest) break
  }
  return sentence.trim()
}

/** RFC 5545 allows no control characters in a text but line breaks, which the library escapes. */
function printable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\r\t]/gu, '')
    .replaceAll(/\p{Cs}/gu, '')
}
