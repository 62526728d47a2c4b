import { loadGlossary } from '../src/core/content/glossary.ts'
import { compileAgreement } from '../src/engine/agreement.ts'
import { type Answers, type Json, translatedTextSchema } from '../src/engine/answers.ts'
import { createAssembler } from '../src/engine/assemble.ts'
import { balanceOf } from '../src/engine/balance.ts'
import { inlineText, type Section } from '../src/engine/document.ts'
import { findingsIn } from '../src/engine/findings.ts'
import { createTermFinder } from '../src/engine/glossary.ts'
import { interview } from '../src/engine/interview.ts'
import type { Language } from '../src/engine/language.ts'
import type { AgreementPackage } from '../src/engine/template.ts'
import { termMarks } from '../src/engine/term-marks.ts'
import { loadSample, templates } from './sample.ts'

const languages: readonly Language[] = ['de', 'en']
/** Words that fill a printed page of an agreement, by our own PDFs (10.5/14.5 pt): about 400. */
const wordsPerPage = 400
const pages = 40

/** An agreement with its clauses several times, each copy with ids of its own; `copied` says how many of the clauses, from the first on. */
export function lengthen(content: AgreementPackage, times: number, copied = Number.POSITIVE_INFINITY): AgreementPackage {
  const copyText = (text: string): string => {
    const [head = '', ...sections] = text.split(/^(?=## )/m)
    const isClause = (section: string): boolean => /^## .*\{#[a-z0-9-]+\}/.test(section)
    const clauses = sections.filter(isClause)
    const others = sections.filter((section) => !isClause(section))
    const copies = Array.from({ length: times }, (_, index) =>
      index === 0
        ? clauses
        : clauses.slice(0, copied).map((clause) => clause.replace(/\{#([a-z0-9-]+)/g, `{#$1-copy-${index}`).replace(/\[\[def:([^\]|]+)\|?([^\]]*)\]\]/g, '$2')),
    )
    return head + copies.flat().join('\n') + others.join('\n')
  }
  const texts = Object.fromEntries(Object.entries(content.texts).map(([language, text]) => [language, copyText(text)]))
  return { ...content, texts }
}

/** An answer with one more letter in every language it has. */
function typed(answer: Json | undefined, letter: string): Json {
  const texts = translatedTextSchema.safeParse(answer)
  if (!texts.success) return letter
  const { data } = texts
  if (typeof data === 'string') return data + letter
  return Object.fromEntries(Object.entries(data).map(([language, text]) => [language, `${text}${letter}`]))
}

/** The time from a key press to the updated document, interview, open points, balance and marked words, over a text typed letter by letter. */
export async function benchEngine(): Promise<readonly { readonly name: string; readonly value: number; readonly limit: number; readonly unit: string }[]> {
  const { content, answers } = await loadSample('rd-cooperation')
  const countWords = (package_: AgreementPackage): number => {
    const document = createAssembler(compileAgreement(package_))(answers, ['en'])
    return document.sections
      .flatMap((section) => section.rows.flatMap((row) => row.cells))
      .reduce((total, block) => total + ('content' in block ? inlineText(block.content).split(/\s+/).length : 20), 0)
  }
  let times = 1
  while (countWords(lengthen(content, times)) < pages * wordsPerPage) times += 1
  const agreement = compileAgreement(lengthen(content, times))
  const assemble = createAssembler(agreement)
  const fields = [...agreement.questions.values()].filter((question) => question.type === 'longText' || question.type === 'text').slice(0, 5)
  const { glossary } = await loadGlossary(templates.pathname)
  const finders = new Map(languages.map((language) => [language, createTermFinder(glossary.terms, language)]))
  const durations: number[] = []
  let current: Answers = answers
  const known = new Set<Section>(assemble(current, languages).sections)
  for (let round = 0; round < 40; round += 1) {
    for (const question of fields) {
      current = { ...current, [question.id]: typed(current[question.id], 'abcdefgh '[round % 9] ?? 'x') }
      const start = performance.now()
      const state = interview(agreement, current, languages)
      const { sections } = assemble(current, languages, state)
      findingsIn(agreement, state, languages)
      balanceOf(agreement, state)
      // The window marks words in what changed only; everything else keeps its marks.
      for (const section of sections) if (!known.has(section)) termMarks(section, languages, (text, language) => finders.get(language)?.(text) ?? [])
      durations.push(performance.now() - start)
      for (const section of sections) known.add(section)
    }
  }
  durations.sort((one, other) => one - other)
  const at = (share: number): number => durations[Math.floor(durations.length * share)] ?? 0
  return [
    { name: `key press to updated document, ${pages} pages, two languages, median`, value: at(0.5), limit: 16, unit: 'ms' },
    { name: `key press to updated document, ${pages} pages, two languages, p95`, value: at(0.95), limit: 16, unit: 'ms' },
  ]
}
