// The two real cases, drafted through the window from the first question to the file, and held against what the command line writes.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { z } from 'zod'

import { readAnswers } from '../../../src/cli/answers-file.ts'
import { findAgreement } from '../../../src/cli/templates.ts'
import { connectReadOnly } from '../../../src/core/storage/connection.ts'
import { type Agreement, compileAgreement } from '../../../src/engine/agreement.ts'
import { type Answers, type Json, jsonSchema } from '../../../src/engine/answers.ts'
import { findings } from '../../../src/engine/findings.ts'
import { interview } from '../../../src/engine/interview.ts'
import type { Question } from '../../../src/engine/template.ts'
import { expect, projectFolder, test } from '../fixtures.ts'
import { answerInterview } from '../support/answer-interview.ts'
import { beginDraft, everythingSaved } from './steps.ts'

const languages = ['de', 'en'] as const

const cases = [
  { name: 'first talks about battery housings', template: 'mutual-nda', file: 'case-2', clauses: 19, gap: 'name of the general partner' },
  { name: 'a co-operation with much still open', template: 'rd-cooperation', file: 'case-1', clauses: 19, gap: 'aim' },
] as const

for (const { name, template, file, clauses, gap } of cases) {
  test(`${name}: drafted in the window as on the command line`, async ({ window, app, desktopStub, dataFolder, outputFolder }) => {
    // Some hundred fields on a machine that may do other things.
    test.setTimeout(240_000)
    const answersFile = path.join(projectFolder, 'tests/fixtures', `${file}.answers.yaml`)
    const agreement = compileAgreement((await findAgreement(path.join(projectFolder, 'templates'), template)).content)
    const answers = readAnswers(answersFile, [...agreement.questions.keys()])

    await beginDraft(window, agreement.content.title.en, name)
    await answerInterview(window, agreement, answers, languages)
    await everythingSaved(window)

    const open = findings(agreement, answers, languages).filter(({ kind }) => ['missing', 'openOnPurpose', 'invalid', 'error'].includes(kind))
    const risks = findings(agreement, answers, languages).filter(({ kind }) => kind === 'risk')
    const footer = window.getByRole('contentinfo')
    await expect(footer.getByRole('button', { name: `${open.length} open points`, exact: true })).toBeVisible()
    await expect(footer.getByRole('button', { name: new RegExp(`^${risks.length} legal risks?$`) })).toBeVisible()

    const fromWindow = path.join(outputFolder, 'window.pdf')
    await desktopStub.saveDialogReturns(fromWindow)
    await window.getByRole('button', { name: 'Export…' }).click()
    const dialog = window.getByRole('dialog', { name: 'Export the document' })
    await expect(dialog.getByRole('radio', { name: 'Deutsch + English', exact: true })).toBeChecked()
    await dialog.getByRole('radio', { name: 'PDF', exact: true }).check({ force: true })
    await dialog.getByRole('radio', { name: 'Draft', exact: true }).check({ force: true })
    await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
    await expect(dialog.getByText('The file is ready.')).toBeVisible({ timeout: 60_000 })
    await dialog.getByRole('button', { name: 'Done' }).click()
    await app.close()

    expect(comparable(agreement, storedAnswers(dataFolder))).toEqual(comparable(agreement, answers))

    const fromCommandLine = path.join(outputFolder, 'command-line.pdf')
    await promisify(execFile)(
      process.execPath,
      ['src/cli/index.ts', 'draft', template, '--answers', answersFile, '--gaps', '--language', languages.join('+'), '--watermark', '--pdf', fromCommandLine],
      // The day in the header is that of the app's time zone.
      { cwd: projectFolder, env: { ...process.env, TZ: 'Europe/Berlin' } },
    )
    const expected = await readPdf(fromCommandLine)
    const actual = await readPdf(fromWindow)
    expect(actual.headings).toEqual(expected.headings)
    expect(actual.lines).toEqual(expected.lines)
    // What both files say the same must also be something.
    expect(expected.headings.length).toBeGreaterThan(clauses)
    expect(expected.lines.join(' ')).toContain(gap)
  })
}

test('a number that is emptied to be typed anew stays empty and keeps its unit', async ({ window }) => {
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Numbers', 'English')
  await window.getByRole('button', { name: /^Term/ }).click()
  const years = window.getByRole('textbox', { name: 'Years after the end of the talks' })
  await years.press('End')
  await years.press('Backspace')
  await years.pressSequentially('7')
  await expect(years).toHaveValue('7')

  const period = window.getByRole('region', { name: 'Longest duration of the talks' })
  const count = period.getByRole('textbox', { name: 'How many' })
  await period.getByRole('button', { name: / Unit$/ }).click()
  await window.getByRole('option', { name: 'years' }).click()
  await count.press('End')
  await count.press('Backspace')
  await count.press('Backspace')
  await count.pressSequentially('3')
  await expect(count).toHaveValue('3')
  await expect(period.getByRole('button', { name: 'years Unit' })).toBeVisible()

  // Whoever leaves it empty gets the usual value back, number and unit.
  await count.press('Backspace')
  await count.press('Tab')
  await expect(count).toHaveValue('12')
  await expect(period.getByRole('button', { name: 'months Unit' })).toBeVisible()
})

/** The answers on disk, read after the app has closed. */
const storedAnswers = (dataFolder: string): Answers => {
  const connection = connectReadOnly(path.join(dataFolder, 'data', 'musubi.db'))
  try {
    const rows = z.array(z.object({ question: z.string(), value: z.string() })).parse(connection.prepare('SELECT question, value FROM answers').all())
    return Object.fromEntries(rows.map(({ question, value }) => [question, jsonSchema.parse(JSON.parse(value))]))
  } finally {
    connection.close()
  }
}

/** What answers come to for every question that is asked: defaults put in, a text written once in every language, no blank parts. */
const comparable = (agreement: Agreement, answers: Answers): unknown =>
  interview(agreement, answers, languages).pages.flatMap(({ questions }) =>
    questions
      .filter(({ isAsked }) => isAsked)
      .map(({ question, value, isLeftOpen }) => ({
        id: question.id,
        isLeftOpen,
        value: value === undefined ? undefined : plain(inLanguages(question, value)),
      })),
  )

const inLanguages = (question: Question, value: Json): Json => {
  if ((question.type === 'text' || question.type === 'longText') && question.translate && typeof value === 'string')
    return Object.fromEntries(languages.map((language) => [language, value]))
  if ((question.type !== 'list' && question.type !== 'table') || !Array.isArray(value)) return value
  return value.map((item) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item
    const known = new Map(question.fields.map((field) => [field.id, field]))
    return Object.fromEntries(
      Object.entries(item).map(([id, part]) => {
        const field = known.get(id)
        return [id, field === undefined ? part : inLanguages(field, part)]
      }),
    )
  })
}

const plain = (value: Json): Json | undefined => {
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null)
  if (value === null || value === '') return undefined
  if (typeof value !== 'object') return value
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const kept = plain(part)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

/** The headings and all lines of a PDF, read independently of the writer. */
const readPdf = async (file: string): Promise<{ readonly headings: readonly string[]; readonly lines: readonly string[] }> => {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 })
  const document = await task.promise
  const lines: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    lines.push(
      ...items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
        .split('\n'),
    )
  }
  const outline = await document.getOutline()
  await task.destroy()
  return { headings: outline.map(({ title }) => title), lines }
}
