import { createAssembler } from '../../../engine/assemble.ts'
import { type Answers, answersSchema } from '../../../engine/answers.ts'
import { findings } from '../../../engine/findings.ts'
import { interview } from '../../../engine/interview.ts'
import { localize } from '../../../engine/language.ts'
import { documentText } from '../../../engine/plain-text.ts'
import { suggestion } from '../nearest.ts'
import { readText } from '../read-text.ts'
import { readYaml } from '../yaml-file.ts'
import type { AgreementContext } from './context.ts'

/** Reads the sample answers of an agreement and checks that they are complete. Undefined when there are none that can be used. */
export async function lintSample(context: AgreementContext): Promise<Answers | undefined> {
  const { report, source, questions, agreement } = context
  const file = `${source.folder}/sample.answers.yaml`
  const { text, problems } = await readText(source.root, file)
  for (const problem of problems) report.error('sample-unreadable', problem, problem.cause, problem.fix)
  if (text === undefined) {
    if (problems.length === 0) report.error('sample-missing', { file }, 'there is no sample', 'write sample.answers.yaml: a realistic, complete set of answers')
    return undefined
  }
  const { yaml, problems: faults } = readYaml(file, text)
  for (const problem of faults) report.error('sample-unreadable', problem, problem.cause, problem.fix)
  if (yaml === undefined) return undefined
  const parsed = answersSchema.safeParse(yaml.data)
  if (!parsed.success) {
    report.error('sample-unreadable', { file, line: 1 }, 'the answers are not a list of "question: answer"', 'write one line per question: "purpose: …"')
    return undefined
  }
  const answers: Answers = parsed.data
  for (const id of Object.keys(answers)) {
    if (!questions.has(id))
      report.error(
        'sample-unknown-question',
        { file, line: yaml.lineAt([id]) },
        `there is no question "${id}"`,
        suggestion(id, questions.keys(), 'delete the answer'),
      )
  }
  if (agreement === undefined) return answers
  const languages = [...source.texts.keys()]
  for (const page of interview(agreement, answers, languages).pages) {
    for (const { question, isAsked } of page.questions) {
      if (!isAsked && question.id in answers)
        report.warning(
          'sample-not-asked',
          { file, line: yaml.lineAt([question.id]) },
          `"${question.id}" is answered, but not asked with these answers`,
          'delete the answer, or change the answer its condition depends on',
        )
    }
  }
  for (const finding of findings(agreement, answers, languages)) {
    const [question = ''] = finding.questions
    const line = question in answers ? yaml.lineAt([question]) : 1
    const message = localize(finding.message, 'en')
    if (finding.kind === 'missing')
      report.error('sample-incomplete', { file, line }, `"${question}" is not answered completely (${finding.id})`, `answer "${message}"`)
    if (finding.kind === 'openOnPurpose') report.warning('sample-incomplete', { file, line }, `"${question}" is left open`, 'a sample answers everything')
    if (finding.kind === 'invalid') {
      const { path = '', code = '' } = finding.problem ?? {}
      report.error(
        'sample-invalid',
        { file, line },
        `the answer to "${question}"${path === '' ? '' : ` (${path})`} is not valid: ${code}`,
        'see the type and the limits of the question',
      )
    }
    if (finding.kind === 'error')
      report.warning('sample-contradicts-itself', { file, line }, `check "${finding.id}": ${message}`, 'a sample should pass every check of severity error')
  }
  await compareExpected(context, answers)
  return answers
}

/** The sample must render to the expected texts, so that a change of wording is seen by a person. */
async function compareExpected({ agreement, source, report }: AgreementContext, answers: Answers): Promise<void> {
  if (agreement === undefined) return
  const assemble = createAssembler(agreement)
  for (const language of source.texts.keys()) {
    const file = `${source.folder}/expected.${language}.md`
    const { text, problems } = await readText(source.root, file)
    for (const problem of problems) report.error('expected-differs', problem, problem.cause, problem.fix)
    if (text === undefined) {
      if (problems.length === 0)
        report.error(
          'expected-missing',
          { file },
          'there is no expected text',
          `run: npm run musubi -- draft ${source.id} --answers … --language ${language} --text, read it, and save it here`,
        )
      continue
    }
    const expected = text.trimEnd().split('\n')
    const actual = documentText(assemble(answers, [language]))
      .trimEnd()
      .split('\n')
    const index = actual.findIndex((line, position) => line.trimEnd() !== expected[position]?.trimEnd())
    const at = index >= 0 ? index : actual.length < expected.length ? actual.length : -1
    if (at >= 0) {
      report.error(
        'expected-differs',
        { file, line: at + 1 },
        `the sample now renders ${difference(actual[at], expected[at])}`,
        'when the new text is right, save it as the expected one; otherwise mend the template',
      )
    }
  }
}

/** Both lines from shortly before their first difference. */
function difference(actual: string | undefined, expected: string | undefined): string {
  const length = Math.min(actual?.length ?? 0, expected?.length ?? 0)
  let same = 0
  while (same < length && actual?.[same] === expected?.[same]) same += 1
  return `${quoted(actual, same)} instead of ${quoted(expected, same)}`
}

function quoted(line: string | undefined, from: number): string {
  if (line === undefined) return 'nothing more'
  if (line === '') return 'an empty line'
  const start = Math.max(0, from - 25)
  return `"${start > 0 ? '…' : ''}${line.slice(start, start + 80)}${line.length > start + 80 ? '…' : ''}"`
}
