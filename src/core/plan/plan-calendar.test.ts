import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { PlanLine } from '../../engine/plan-lines.ts'
import { type CalendarSettings, planCalendar } from './plan-calendar.ts'

const line = (change: Partial<PlanLine> = {}): PlanLine => ({
  id: 'secrets_listed',
  title: 'List the ten secrets. Review the list once a year.',
  finding: 'Nobody knows what is secret',
  reason: 'The claim is lost.',
  laws: ['Section 2 GeschGehG', 'Article 2 UCPA'],
  owner: 'Sato',
  due: '2026-12-01',
  priority: 'high',
  state: 'open',
  ...change,
})
const settings: CalendarSettings = { run: 'run-1', name: 'Where we stand', language: 'en', at: '2026-11-25T10:00:00.000Z' }
const written = (lines: readonly PlanLine[], change: Partial<CalendarSettings> = {}): string =>
  Buffer.from(planCalendar(lines, { ...settings, ...change })).toString('utf8')
/** The events as an independent reader finds them. */
const read = (text: string) => {
  const calendar = ICAL.Component.fromString(text)
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)) }
}

describe('a plan as a calendar', () => {
  test('is a whole day per step, with everything there is to know and a reminder a week before', () => {
    const { calendar, events } = read(written([line()]))
    expect(calendar.getFirstPropertyValue('name')).toBe('Action plan: Where we stand')
    const [event] = events
    expect(event?.summary).toBe('List the ten secrets.')
    expect(event?.startDate.isDate).toBe(true)
    expect(event?.startDate.toString()).toBe('2026-12-01')
    expect(event?.description.split('\n')).toEqual([
      'List the ten secrets. Review the list once a year.',
      'Finding: Nobody knows what is secret',
      'Why: The claim is lost.',
      'Laws: Section 2 GeschGehG; Article 2 UCPA',
      'Person responsible: Sato',
      'Priority: high',
    ])
    const alarm = event?.component.getFirstSubcomponent('valarm')
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY')
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P6DT15H')
  })
  test('keeps the identity of an event over exports, and tells runs and steps apart', () => {
    const id = (change: Partial<PlanLine> = {}, run = 'run-1') => read(written([line(change)], { run })).events[0]?.uid
    expect(id({ title: 'Another title', due: '2027-01-01' })).toBe(id())
    expect(new Set([id(), id({ id: 'other' }), id({}, 'run-2')]).size).toBe(3)
  })
  test('leaves out what is done or has no day', () => {
    const { events } = read(written([line(), line({ id: 'b', due: '' }), line({ id: 'c', state: 'done' })]))
    expect(events).toHaveLength(1)
  })
  test('holds Japanese, in lines of at most 75 bytes that end with CRLF', () => {
    const title = '機密情報の一覧を作成し、重要度を三段階に分けて年に一度見直します。担当者は𠮷田さんです。'
    const text = written([line({ title: title.repeat(4), finding: '秘密の範囲が不明確' })], { language: 'ja', name: '営業秘密の管理' })
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    for (const one of lines) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const { calendar, events } = read(text)
    expect(calendar.getFirstPropertyValue('name')).toBe('行動計画：営業秘密の管理')
    expect(events[0]?.summary).toBe('機密情報の一覧を作成し、重要度を三段階に分けて年に一度見直します。')
    expect(events[0]?.description.split('\n').slice(0, 2)).toEqual([title.repeat(4), '指摘事項：秘密の範囲が不明確'])
  })
  test('lets no text become structure: names, titles and ids of whoever wrote them', () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:http://example.org\r\u0000\u0007;,\\'
    const { calendar, events } = read(written([line({ id: evil, title: evil, owner: evil, finding: evil, laws: [evil] })], { name: evil }))
    expect(events).toHaveLength(1)
    expect(events[0]?.component.getFirstProperty('attach')).toBeNull()
    // The reader does not know this property as a text (RFC 7986) and leaves its escapes.
    expect(calendar.getFirstPropertyValue('name')).toBe('Action plan: x END:VEVENT BEGIN:VEVENT ATTACH:http://example.org \\;\\,\\\\')
    expect(events[0]?.uid).toMatch(/^[0-9a-f]{32}@musubi$/)
    expect(written([line({ title: evil })], { name: evil })).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
  })
  test('reads back as it was written, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 200 }), (title, name) => {
        const printed = (text: string) => text.replaceAll(/[^\P{Cc}\n\r\t]/gu, '').replaceAll(/\p{Cs}/gu, '')
        const { events } = read(written([line({ title, finding: '', reason: '', laws: [], owner: '' })], { name }))
        expect(events).toHaveLength(1)
        expect(events[0]?.description).toBe(`${printed(title).replaceAll(/\r\n|\r/g, '\n')}\nPriority: high`)
      }),
      { numRuns: 40 },
    )
  })
})
