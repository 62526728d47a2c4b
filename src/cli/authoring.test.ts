import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/core.ts'
import { runProgram } from './testing/run-program.ts'

const textFile = (own: string, id: string, language: 'de' | 'en'): string => join(own, 'agreements', id, `text.${language}.md`)

describe("writing an agreement of one's own", () => {
  it('begins with a folder that lints without a word, drafts and is listed', async () => {
    const own = temporaryFolder()
    const made = await runProgram(['--own', own, 'new-agreement', 'house-visit'])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toContain(join(own, 'agreements', 'house-visit'))
    const linted = await runProgram(['--own', own, 'lint', '--only', 'house-visit', '--coverage'])
    expect(linted.out).toContain('0 errors, 0 warnings')
    expect(linted.out).toContain('house-visit: 12 choices of 4 questions, all 53 pairs')
    const listed = await runProgram(['agreements'], { environment: { MUSUBI_OWN_TEMPLATES: own } })
    expect(listed.out).toContain('house-visit')
    expect(listed.out).toContain('mutual-nda')
  })

  it('shows how it reads, in both languages, and what is wrong with it', async () => {
    const own = temporaryFolder()
    await runProgram(['--own', own, 'new-agreement', 'house-visit'])
    const pdf = join(own, 'visit.pdf')
    const shown = await runProgram(['--own', own, 'preview', 'house-visit', '--language', 'de+en', '--pdf', pdf])
    expect(shown.code).toBe(0)
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    const english = textFile(own, 'house-visit', 'en')
    writeFileSync(english, readFileSync(english, 'utf8').replace('{{ visit_date }}', '{{ visit_day }}'))
    const broken = await runProgram(['--own', own, 'preview', 'house-visit', '--language', 'en'])
    expect(broken.err).toContain('visit_day')
    expect(broken.err).toContain('text.en.md:7')
  })

  it('shows it again after a change until it is stopped', async () => {
    const own = temporaryFolder()
    await runProgram(['--own', own, 'new-agreement', 'house-visit'])
    const english = textFile(own, 'house-visit', 'en')
    const result = await runProgram(['--own', own, 'preview', 'house-visit', '--language', 'en', '--watch'], {
      watch: (child) => {
        let seen = ''
        child.stdout?.on('data', (chunk: Buffer) => {
          const isFirst = seen === ''
          seen += chunk.toString()
          if (isFirst) setTimeout(() => writeFileSync(english, readFileSync(english, 'utf8').replace('## Safety', '## House rules')), 300)
          if (seen.includes('House rules')) child.kill('SIGINT')
        })
      },
    })
    expect(result.out).toContain('Section 3 House rules')
  })

  it('takes the place of an agreement of the program by its id', async () => {
    const own = temporaryFolder()
    await runProgram(['--own', own, 'new-agreement', 'house-visit'])
    const folder = join(own, 'clauses', 'final-provisions')
    mkdirSync(folder, { recursive: true })
    for (const name of ['clause.yaml', 'text.de.md', 'text.en.md']) {
      const text = readFileSync(join(import.meta.dirname, '../../templates/clauses/final-provisions', name), 'utf8')
      writeFileSync(join(folder, name), text.replace('## Final provisions', '## House provisions'))
    }
    expect((await runProgram(['--own', own, 'preview', 'house-visit', '--language', 'en'])).out).toContain('House provisions')
  })

  it.each([
    [['new-agreement', 'house-visit'], 'say where your own templates are'],
    [['--own', '{own}', 'new-agreement', 'House Visit'], 'lower-case-with-hyphens'],
    [['--own', '{own}', 'new-agreement', '../outside'], 'lower-case-with-hyphens'],
    [['--own', '{own}', 'new-agreement', 'mutual-nda'], 'already'],
    [['--own', '{own}', 'preview', 'nothing-here'], 'there is no agreement'],
  ])('refuses %j', async (values, message) => {
    const own = temporaryFolder()
    const result = await runProgram(values.map((value) => value.replace('{own}', own)))
    expect(result).toMatchObject({ code: 2 })
    expect(result.err).toContain(message)
  })
})
