import type { TemplateFolders } from '../../core/content/read-sources.ts'
import { checklistAnswers } from '../../engine/answers.ts'
import type { ChecklistQuestion, ContentPackage, Question } from '../../engine/template.ts'
import { reservedRunIds } from '../../engine/checklist-run.ts'
import { print, printJson } from '../output.ts'
import { find } from '../templates.ts'

/** `questions`: the interview of an agreement or checklist, every question with id and type. */
export async function questions(id: string, { templates, json }: { readonly templates: TemplateFolders; readonly json?: true }): Promise<void> {
  const { content } = await find(templates, id)
  if (json) printJson(interviewOf(content))
  else print((content.kind === 'agreement' ? agreementLines(content.pages) : checklistLines(content)).join('\n'))
}

function interviewOf(content: ContentPackage): unknown {
  const { kind, id, version, title } = content
  if (content.kind === 'checklist')
    return { kind, id, version, title, facts: reservedRunIds, topics: content.topics, questions: content.questions, flags: content.flags }
  return {
    kind,
    id,
    version,
    title,
    roles: content.roles,
    pages: content.pages.map(({ id: page, title: pageTitle, when, questions: asked }) => ({ id: page, title: pageTitle, when, questions: asked })),
  }
}

function agreementLines(pages: Extract<ContentPackage, { kind: 'agreement' }>['pages']): readonly string[] {
  return pages.flatMap((page, index) => [
    ...(index === 0 ? [] : ['']),
    `# ${page.title.en}`,
    ...page.questions.flatMap((question) => questionLines(question, '')),
  ])
}

function checklistLines(content: Extract<ContentPackage, { kind: 'checklist' }>): readonly string[] {
  return content.topics.flatMap((topic, index) => [
    ...(index === 0 ? [] : ['']),
    `# ${topic.title.en}`,
    ...content.questions.filter((question) => question.topic === topic.id).map(checklistLine),
  ])
}

/** A question with what it weighs, whom it is for, when it should be settled, and on what it depends. */
function checklistLine({ id, question, risk, who, phase, when }: ChecklistQuestion): string {
  const facts = [checklistAnswers.join(', '), `risk ${risk}`, `for ${who.join(', ')}`, phase, ...(when === undefined ? [] : [`when ${when}`])]
  return `${id}  (${facts.join('; ')})  ${question.en}`
}

function questionLines(question: Question, indent: string): readonly string[] {
  const { id, type, required, label, when } = question
  const facts = [
    type,
    required ? 'required' : 'optional',
    ...(question.default === undefined ? [] : [`default ${JSON.stringify(question.default)}`]),
    ...(when === undefined ? [] : [`when ${when}`]),
  ]
  const choices = question.type === 'choice' || question.type === 'multipleChoice' ? question.options : question.type === 'clause' ? question.alternatives : []
  const fields = question.type === 'list' || question.type === 'table' ? question.fields : []
  return [
    `${indent}${id}  (${facts.join('; ')})  ${label.en}`,
    ...choices.map((choice) => `${indent}  - ${choice.id}  ${choice.label.en}`),
    ...fields.flatMap((field) => questionLines(field, `${indent}    `)),
  ]
}
