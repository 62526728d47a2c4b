import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { matching, temporaryFolder } from '../../tests/support/core.ts'
import { completeAnswers, templatesFolder } from '../../tests/support/templates.ts'
import { runProgram } from './testing/run-program.ts'

/** The program with its own small templates, and a folder with an answers file. */
function workplace(answers = completeAnswers, name = 'answers.yaml') {
  const [templates, folder] = [templatesFolder(), temporaryFolder()]
  writeFileSync(join(folder, name), answers)
  return {
    folder,
    file: (other: string) => join(folder, other),
    answers: join(folder, name),
    musubi: (...values: readonly string[]) => runProgram(['--templates', templates, ...values]),
    templates,
  }
}
const ownTemplates = join(import.meta.dirname, '../../templates')
const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
const lines = (text: string) => text.trimEnd().split('\n')

describe('lists', () => {
  test('agreements and checklists, for people and for programs', async () => {
    const { musubi } = workplace()
    const [agreements, json, checklists] = await Promise.all([musubi('agreements'), musubi('agreements', '--json'), musubi('checklists', '--json')])
    expect(agreements).toEqual({ code: 0, err: '', out: 'small-nda  1.0.0  Small NDA  (de, en; 6 questions)\n' })
    expect(JSON.parse(json.out)).toMatchObject([
      { kind: 'agreement', id: 'small-nda', version: '1.0.0', languages: ['de', 'en'], questionCount: 6, clauseCount: 1 },
    ])
    expect(JSON.parse(checklists.out)).toMatchObject([{ kind: 'checklist', id: 'cl01', minutes: 5, roles: expect.arrayContaining(['startup']), topics: [{}] }])
    expect((await musubi('checklists')).out).toMatch(/^cl01 .*\(de, en; 2 questions, 1 topic, 5 minutes; for startup/u)
  })
  test('questions with id and type', async () => {
    const { musubi } = workplace()
    const [text, json, checklist] = await Promise.all([
      musubi('questions', 'small-nda'),
      musubi('questions', 'small-nda', '--json'),
      musubi('questions', 'cl01'),
    ])
    expect(text.out).toContain('law  (choice; required; default "german-law")  Law\n  - german-law  German law')
    expect(text.out).toContain('\n    hours  (integer; required)  Hours')
    expect(JSON.parse(json.out)).toMatchObject({
      kind: 'agreement',
      id: 'small-nda',
      pages: [{ id: 'parties', questions: [{ id: 'company', type: 'party' }, {}, {}, {}, {}, {}] }],
    })
    expect(checklist.out).toMatch(
      /^secrets_listed {2}\(yes, partly, no, notApplicable, unknown; risk high; for startup[^;]*; before-talks\) {2}Is there a list\?$/mu,
    )
  })
  test('a broken template is a warning, the others still work', async () => {
    const { musubi, templates } = workplace()
    mkdirSync(join(templates, 'agreements/broken'))
    writeFileSync(join(templates, 'agreements/broken/agreement.yaml'), 'id: [\n')
    const { code, out, err } = await musubi('agreements')
    expect([code, lines(out)]).toEqual([0, ['small-nda  1.0.0  Small NDA  (de, en; 6 questions)']])
    expect(err).toContain('agreements/broken/agreement.yaml')
  })
})

describe('draft', () => {
  test('writes PDF, DOCX and text in two languages, the same bytes for the same date', async () => {
    const { musubi, answers, file } = workplace()
    const both = ['draft', 'small-nda', '--answers', answers, '--language', 'de+en', '--date', '2027-01-15'] as const
    const first = await musubi(...both, '--pdf', file('a.pdf'), '--docx', file('a.docx'), '--text', file('a.txt'))
    expect([first.code, first.out]).toEqual([0, ''])
    await musubi(...both, '--pdf', file('b.pdf'), '--docx', file('b.docx'))
    expect(hash(file('a.pdf'))).toBe(hash(file('b.pdf')))
    expect(hash(file('a.docx'))).toBe(hash(file('b.docx')))
    expect(readFileSync(file('a.txt'), 'utf8')).toContain('(1) Entwicklung eines Lasers')
    expect(readFileSync(file('a.txt'), 'utf8')).toContain('It is governed by: German law.')
    expect(readdirSync(file('.')).toSorted()).toEqual(['a.docx', 'a.pdf', 'a.txt', 'answers.yaml', 'b.docx', 'b.pdf'])
  }, 60_000)
  test('marks drafts with a number and leaves the mark off a final document', async () => {
    const { musubi, answers, file } = workplace()
    const one = ['draft', 'small-nda', '--answers', answers, '--date', '2027-01-15'] as const
    await Promise.all([
      musubi(...one, '--pdf', file('1.pdf')),
      musubi(...one, '--draft', '7', '--watermark', '--pdf', file('7.pdf')),
      musubi(...one, '--final', '--pdf', file('final.pdf')),
    ])
    expect(new Set(['1.pdf', '7.pdf', 'final.pdf'].map((name) => hash(file(name)))).size).toBe(3)
    expect((await musubi(...one, '--final', '--draft', '2', '--text')).code).toBe(2)
    expect((await musubi(...one, '--draft', '0', '--text')).code).toBe(2)
  }, 60_000)
  test('writes fields on the signature lines when asked, and refuses them without a PDF', async () => {
    const { musubi, answers, file } = workplace()
    const one = ['draft', 'small-nda', '--answers', answers, '--final'] as const
    await musubi(...one, '--fillable', '--pdf', file('fillable.pdf'))
    expect(readFileSync(file('fillable.pdf'), 'latin1')).toContain('/FT /Sig')
    expect((await musubi(...one, '--fillable', '--docx', file('a.docx'))).code).toBe(2)
    expect(existsSync(file('a.docx'))).toBe(false)
  }, 60_000)
  test('takes JSON from standard input and prints text to standard output', async () => {
    const { templates } = workplace()
    const json = JSON.stringify({ purpose: 'Laser "#1" {{ x }} \u{1F600}', starts: '2027-03-01', ends: null })
    const { code, out } = await runProgram(['--templates', templates, 'draft', 'small-nda', '--answers', '-', '--gaps', '--text'], {
      input: json.replace('\u{1F600}', String.raw`\ud842\udfb7`),
    })
    expect(code).toBe(0)
    expect(out).toContain('(1) Laser "#1" {{ x }} 𠮷')
    expect(out).toContain('1. März 2027 - [Ende]')
  })
  test('refuses missing answers, writes nothing, names each question on a line of its own', async () => {
    const { musubi, answers, file } = workplace('starts: 2027-03-01\n')
    const { code, out, err } = await musubi('draft', 'small-nda', '--answers', answers, '--pdf', file('a.pdf'))
    expect([code, out]).toEqual([1, ''])
    expect(lines(err)).toEqual(['company: missing - Company', 'purpose: missing - Purpose', 'ends: missing - End'])
    expect(existsSync(file('a.pdf'))).toBe(false)
    expect((await musubi('draft', 'small-nda', '--answers', answers, '--gaps', '--text', file('a.txt'))).code).toBe(0)
    expect(readFileSync(file('a.txt'), 'utf8')).toContain('[Zweck]')
  })
  test('refuses wrong answers even with --gaps, with the place inside the answer', async () => {
    const { musubi, answers, file } = workplace(`${completeAnswers.replace('2028-02-29', '2027-02-29')}law: martian\nstaff: [{ name: Sato, hours: many }]\n`)
    const { code, err } = await musubi('draft', 'small-nda', '--answers', answers, '--gaps', '--text', file('a.txt'))
    expect(code).toBe(1)
    expect(lines(err)).toEqual([
      'ends: invalid - a date is written as 2027-03-01 and must exist',
      'law: invalid - martian is not one of the options',
      'staff.0.hours: invalid - the answer does not have the form of type integer',
    ])
    expect(existsSync(file('a.txt'))).toBe(false)
  })
  test('refuses unknown questions by id and says which was meant', async () => {
    const { musubi, answers } = workplace(`${completeAnswers}purpos: x\nzzz: 1\n`)
    const { code, err } = await musubi('draft', 'small-nda', '--answers', answers, '--text')
    expect(code).toBe(1)
    expect(lines(err)).toEqual([
      'purpos: unknown - there is no such question; did you mean "purpose"? (line 13)',
      'zzz: unknown - there is no such question; the command "questions" lists them all (line 14)',
    ])
  })
  test('refuses a final document with points left open on purpose', async () => {
    const { musubi, answers } = workplace(completeAnswers.replace('2028-02-29', 'null'))
    expect((await musubi('draft', 'small-nda', '--answers', answers, '--text')).code).toBe(0)
    expect(await musubi('draft', 'small-nda', '--answers', answers, '--text', '--final')).toMatchObject({ code: 1, err: 'ends: open - End\n' })
  })
  test.each<[string, string | Buffer, number]>([
    ['broken YAML', 'purpose: [\n', 1],
    ['a list', '- a\n', 1],
    ['a bare word', 'hello', 1],
    ['a billion laughs', 'a: &a [x,x,x]\nb: &b [*a,*a,*a]\npurpose: [*b,*b,*b,*a,*b,*b]\n'.replaceAll('*b,', '*b,'.repeat(30)), 1],
    ['not UTF-8', Buffer.from([0x70, 0x3a, 0x20, 0xff, 0xfe]), 1],
    ['deep nesting', `purpose: ${'['.repeat(5000)}${']'.repeat(5000)}`, 1],
    ['a number without end', 'purpose: .inf', 1],
    ['a prototype', '__proto__: { purpose: x }', 1],
  ])('refuses an answers file with %s in words', async (_, content, expected) => {
    const { musubi, answers } = workplace()
    writeFileSync(answers, content)
    const { code, err, out } = await musubi('draft', 'small-nda', '--answers', answers, '--text')
    expect([code, out]).toEqual([expected, ''])
    expect(err).not.toMatch(/defect|\n\s+at /u)
    expect(err.length).toBeGreaterThan(10)
  })
  test('accepts a byte order mark and Windows line ends', async () => {
    const { musubi, answers } = workplace(`\uFEFF${completeAnswers.replaceAll('\n', '\r\n')}`)
    expect((await musubi('draft', 'small-nda', '--answers', answers, '--text')).code).toBe(0)
  })
  test('takes file names from where it was called when npm runs it', async () => {
    const { folder, templates } = workplace()
    const values = ['--templates', templates, 'draft', 'small-nda', '--answers', 'answers.yaml', '--text', 'out.txt']
    expect((await runProgram(values, { environment: { npm_lifecycle_event: 'musubi', INIT_CWD: folder } })).code).toBe(0)
    expect(readdirSync(folder)).toEqual(['answers.yaml', 'out.txt'])
  })
  test('says what is wrong with its use', async () => {
    const { musubi, answers, file } = workplace()
    const draft = ['draft', 'small-nda', '--answers', answers] as const
    const refusals = await Promise.all([
      musubi(...draft),
      musubi('draft', 'small-nda', '--text'),
      musubi('draft', 'small-nd', '--answers', answers, '--text'),
      musubi('draft', 'cl01', '--answers', answers, '--text'),
      musubi(...draft, '--text', '--language', 'fr'),
      musubi(...draft, '--text', '--language', 'de+de'),
      musubi(...draft, '--text', '--language', 'ja'),
      musubi(...draft, '--text', '--date', '2027-02-30'),
      musubi('draft', 'small-nda', '--answers', file('none.yaml'), '--text'),
      musubi(...draft, '--pdf', file('same'), '--docx', file('same')),
      musubi(...draft, '--text', file('gone/a.txt')),
      musubi('frobnicate'),
      musubi('draft', 'small-nda', '--frobnicate'),
      musubi(),
    ])
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 2))
    expect(refusals.map(({ out }) => out)).toEqual(refusals.map(() => ''))
    expect(refusals[2]?.err).toContain('did you mean "small-nda"?')
    expect(refusals[10]?.err).toContain('its folder does not exist')
    expect(refusals.map(({ err }) => err).join('\n')).not.toMatch(/\n\s+at /u)
  }, 60_000)
})

describe('glossary', () => {
  test('lists the words, explains one, and says when there is none', async () => {
    const [all, one, json, none, without] = await Promise.all([
      runProgram(['glossary']),
      runProgram(['glossary', 'Inanspruchnahme']),
      runProgram(['glossary', 'けんりせいきゅう', '--json']),
      runProgram(['glossary', 'Inanspruchname']),
      workplace().musubi('glossary'),
    ])
    expect(lines(all.out).length).toBeGreaterThan(170)
    expect(lines(one.out)[0]).toMatch(/^claiming {2}.*Inanspruchnahme.* {2}権利請求 \[けんりせいきゅう\]$/)
    expect(one.out).toContain('Where the systems differ: ')
    expect(JSON.parse(json.out)).toMatchObject([{ id: 'claiming', laws: expect.arrayContaining(['arbnerfg-6']) }])
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('Inanspruchnahme')])
    expect([without.code, without.out]).toEqual([0, 'There is no glossary.\n'])
  })
})

describe('check', () => {
  const report = z.object({
    agreement: z.object({ id: z.string(), version: z.string() }),
    ok: z.boolean(),
    findings: z.array(z.looseObject({ id: z.string(), kind: z.string(), questions: z.array(z.string()) })),
  })

  test('is content with complete answers', async () => {
    const { musubi, answers } = workplace()
    expect(await musubi('check', 'small-nda', '--answers', answers)).toEqual({ code: 0, err: '', out: 'Nothing is missing, inconsistent or risky.\n' })
  })
  test('lists what is missing, inconsistent and risky; the first two end with 1', async () => {
    const { musubi, answers } = workplace('starts: 2027-03-01\nends: 2026-03-01\nlaw: other-law\npurpose: 7\n')
    const [text, json] = await Promise.all([musubi('check', 'small-nda', '--answers', answers), musubi('check', 'small-nda', '--answers', answers, '--json')])
    expect(text.code).toBe(1)
    expect(lines(text.out)).toEqual([
      'company: missing - Company',
      'purpose: invalid - the answer does not have the form of type longText',
      'ends, starts: error - It ends before it starts. (end-before-start)',
      'law: risk - Foreign law. (other-law-risk)',
    ])
    expect(report.parse(JSON.parse(json.out))).toMatchObject({
      agreement: { id: 'small-nda', version: '1.0.0' },
      ok: false,
      findings: [{ kind: 'missing' }, { kind: 'invalid', problem: { code: 'wrongType' } }, { kind: 'error', fix: { en: 'Change it' } }, { kind: 'risk' }],
    })
  })
  test('lets risks and points left open pass', async () => {
    const { musubi, answers } = workplace(`${completeAnswers.replace('2028-02-29', 'null')}law: other-law\n`)
    const { code, out } = await musubi('check', 'small-nda', '--answers', answers, '--json')
    expect(code).toBe(0)
    expect(report.parse(JSON.parse(out))).toMatchObject({ ok: true, findings: [{ kind: 'openOnPurpose', questions: ['ends'] }, { kind: 'risk' }] })
  })
  test('says to programs which side the draft favours, also where nothing is contested', async () => {
    const { musubi, answers } = workplace()
    const { out } = await musubi('check', 'small-nda', '--answers', answers, '--json')
    expect(JSON.parse(out)).toMatchObject({
      balance: { sides: { left: [], right: [] }, overall: { lean: null, favours: null, decided: 0, open: 0 }, topics: [] },
    })
    const own = await runProgram(['check', 'mutual-nda', '--answers', join(ownTemplates, 'agreements/mutual-nda/sample.answers.yaml'), '--json'])
    expect(JSON.parse(own.out)).toMatchObject({
      balance: {
        sides: { left: ['discloser'], right: ['recipient'] },
        overall: { open: 0 },
        topics: expect.arrayContaining([
          expect.objectContaining({ topic: 'M24', favours: 'left', clauses: [{ question: 'penalty', alternative: 'hamburg' }] }),
        ]),
      },
    })
  })
})

describe('assess', () => {
  const answered = 'organisation: Hamamatsu Optics\nassessed_on: 2027-01-15\nsecrets_listed: no\nstaff_bound: { value: yes, note: signed }\n'
  test('gives the result for people and for programs', async () => {
    const { musubi, answers } = workplace(answered)
    const [text, json] = await Promise.all([musubi('assess', 'cl01', '--answers', answers), musubi('assess', 'cl01', '--answers', answers, '--json')])
    expect(text.code).toBe(0)
    expect(text.out).toContain('score: 40 of 100 (2 of 2 questions answered)')
    expect(text.out).toContain('secrets_listed: high - No list (no)')
    expect(JSON.parse(json.out)).toMatchObject({
      checklist: { id: 'cl01' },
      score: 40,
      answered: 2,
      asked: 2,
      findings: [{ question: 'secrets_listed', level: 'high', answer: 'no' }],
      strengths: ['staff_bound'],
    })
  })
  test('writes the report, the same bytes for the same date', async () => {
    const { musubi, answers, file } = workplace(answered)
    for (const name of ['a', 'b'])
      expect(
        (await musubi('assess', 'cl01', '--answers', answers, '--date', '2027-01-15', '--pdf', file(`${name}.pdf`), '--docx', file(`${name}.docx`))).code,
      ).toBe(0)
    expect([hash(file('a.pdf')), hash(file('a.docx'))]).toEqual([hash(file('b.pdf')), hash(file('b.docx'))])
  }, 60_000)
  test('explains the score, and compares with the run before, also from its exported report', async () => {
    const { musubi, answers, file } = workplace(`${answered}actions: [{ id: own-1, title: Call, due: 2027-02-01 }]\n`)
    writeFileSync(file('before.yaml'), 'assessed_on: 2026-06-01\nsecrets_listed: partly\nstaff_bound: unknown\n')
    expect((await musubi('assess', 'cl01', '--answers', file('before.yaml'), '--pdf', file('before.pdf'))).code).toBe(0)
    for (const previous of ['before.yaml', 'before.pdf']) {
      const { out } = await musubi('assess', 'cl01', '--answers', answers, '--previous', file(previous), '--json')
      expect(JSON.parse(out)).toMatchObject({
        score: 40,
        best: 40,
        parts: [
          { question: 'secrets_listed', answer: 'no', weight: 3, credit: 0 },
          { question: 'staff_bound', answer: 'yes', weight: 2, credit: 2 },
        ],
        facts: { organisation: 'Hamamatsu Optics' },
        findings: [{ kind: 'missing', note: '', evidence: '' }],
        unknown: [],
        unanswered: [],
        plan: [{ id: 'own-1', question: null, title: 'Call', due: '2027-02-01', state: 'open' }],
        proposals: [{ question: 'secrets_listed', due: '2027-02-14', priority: 'high' }],
        comparison: { date: '2026-06-01', score: { before: 30, now: 40 }, better: 1, worse: 1 },
      })
    }
    const text = await musubi('assess', 'cl01', '--answers', answers, '--previous', file('before.pdf'))
    expect(text.out).toContain('compared: 30 before, 40 now; 1 answers better, 1 worse')
    expect(await musubi('assess', 'cl01', '--answers', answers, '--previous', file('gone.yaml'))).toMatchObject({ code: 2 })
  }, 60_000)
  test('takes partial answers and a note of 10,000 characters, and refuses a longer one and a misshapen plan by id', async () => {
    const { musubi, answers } = workplace(`secrets_listed: { value: no, note: ${'x'.repeat(10_000)} }\n`)
    expect(await musubi('assess', 'cl01', '--answers', answers)).toMatchObject({ code: 0, out: matching(/1 of 2 questions answered/u) })
    writeFileSync(answers, `secrets_listed: { value: no, note: ${'x'.repeat(10_001)} }\n`)
    expect(await musubi('assess', 'cl01', '--answers', answers)).toMatchObject({
      code: 1,
      err: matching(/^secrets_listed: invalid - the note is longer than 10,000 characters$/mu),
    })
    writeFileSync(answers, 'actions: [{ id: a, due: soon }]\n')
    expect(await musubi('assess', 'cl01', '--answers', answers)).toMatchObject({ code: 1, err: matching(/^actions: invalid - 0\.due: /mu) })
    writeFileSync(answers, 'actions: [{ id: a, question: gone }]\n')
    expect(await musubi('assess', 'cl01', '--answers', answers)).toMatchObject({ code: 1, err: matching(/names the question "gone"/u) })
  })
  test('writes the plan as calendar and table: what is planned, else what the findings propose', async () => {
    const { musubi, answers, file } = workplace(answered)
    const run = () => musubi('assess', 'cl01', '--answers', answers, '--date', '2027-01-15', '--ics', file('plan.ics'), '--csv', file('plan.csv'))
    expect((await run()).code).toBe(0)
    const uid = /UID:.*/u.exec(readFileSync(file('plan.ics'), 'utf8'))?.[0]
    // A grave finding is proposed for 30 days after the day of the run.
    expect(readFileSync(file('plan.ics'), 'utf8')).toContain('DTSTART;VALUE=DATE:20270214\r\n')
    expect(readFileSync(file('plan.csv'), 'utf8')).toContain(',2027-02-14,')
    writeFileSync(
      answers,
      `${answered}actions:\n  - { id: secrets_listed, question: secrets_listed, due: 2027-03-01 }\n  - { id: own-1, title: Later, owner: =1+1 }\n`,
    )
    expect(await run()).toMatchObject({ code: 0, err: matching(/1 of 2 actions are done or have no date/u) })
    expect(readFileSync(file('plan.ics'), 'utf8')).toContain('DTSTART;VALUE=DATE:20270301\r\n')
    expect(/UID:.*/u.exec(readFileSync(file('plan.ics'), 'utf8'))?.[0]).toBe(uid)
    expect(readFileSync(file('plan.csv'), 'utf8')).toContain("2,Later,,,,'=1+1,,")
  })
  test('refuses two plans in one file, and a calendar without a date', async () => {
    const { musubi, answers, file } = workplace(`${answered}actions: [{ id: own-1, title: Later }]\n`)
    expect((await musubi('assess', 'cl01', '--answers', answers, '--ics', file('a'), '--csv', file('a'))).err).toContain('two outputs name the same file')
    expect(await musubi('assess', 'cl01', '--answers', answers, '--ics', file('a.ics'))).toMatchObject({
      code: 2,
      err: matching(/no open action with a date/u),
    })
    expect(existsSync(file('a.ics'))).toBe(false)
  })
  test('refuses wrong answers and unknown questions by id', async () => {
    const { musubi, answers } = workplace('secrets_listed: maybe\nassessed_on: 2027-02-30\n')
    const wrong = await musubi('assess', 'cl01', '--answers', answers)
    expect(wrong.code).toBe(1)
    expect(lines(wrong.err).map((line) => line.split(' - ')[0])).toEqual(['secrets_listed: invalid', 'assessed_on: invalid'])
    writeFileSync(answers, 'secret_listed: yes\n')
    expect(await musubi('assess', 'cl01', '--answers', answers)).toMatchObject({ code: 1, err: matching(/did you mean "secrets_listed"/u) })
  })
})

describe('lint', () => {
  test('says file, line, rule, cause and fix; errors end with 1', async () => {
    const { musubi, templates } = workplace()
    const text = readFileSync(join(templates, 'agreements/small-nda/text.en.md'), 'utf8')
    writeFileSync(join(templates, 'agreements/small-nda/text.en.md'), text.replace('{{ purpose }}', '{{ no_such_question }}'))
    const [found, json] = await Promise.all([musubi('lint'), runProgram(['lint', templates, '--json'])])
    expect([found.code, json.code]).toEqual([1, 1])
    expect(found.out).toMatch(/^agreements\/small-nda\/text\.en\.md:\d+: error [a-z-]+ - .*no_such_question/mu)
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, coverage: [{ language: 'ja' }, {}, {}] })
    expect((await runProgram(['lint', join(templates, 'gone')])).code).toBe(2)
  })
})

test('the version, the help and the reader that goes away', async () => {
  const [version, help, draftHelp] = await Promise.all([runProgram(['--version']), runProgram(['--help']), runProgram(['draft', '--help'])])
  expect([version.code, help.code, draftHelp.code]).toEqual([0, 0, 0])
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/u)
  for (const command of ['agreements', 'checklists', 'questions', 'draft', 'check', 'assess', 'lint']) expect(help.out).toContain(command)
  expect(draftHelp.out).toContain('--gaps')
})
