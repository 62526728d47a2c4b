import { type Language, languages } from './language.ts'
import { compileCondition, type Condition, type LiquidTemplate, parseLiquid } from './liquid.ts'
import type { AgreementPackage, Question } from './template.ts'
import { type SourceFault, type SourceSection, splitText } from './text-source.ts'
import type { SectionKind } from './document.ts'

/** A fault in a template, for its author. `line` counts from 1 within the file where it is known. */
export type TemplateFault = { readonly file: string; readonly line: number | undefined; readonly cause: string; readonly fix: string }

/** All faults that keep an agreement from being compiled. */
export class TemplateErrors extends Error {
  readonly faults: readonly TemplateFault[]

  constructor(faults: readonly TemplateFault[]) {
    super(faults.map((fault) => `${fault.file}${fault.line === undefined ? '' : `:${fault.line}`}: ${fault.cause}`).join('\n'))
    this.name = 'TemplateErrors'
    this.faults = faults
  }
}

/** A section ready to be rendered. */
export type CompiledSection = {
  readonly id: string
  readonly kind: SectionKind
  readonly heading: LiquidTemplate
  readonly body: LiquidTemplate
  readonly source: SourceSection
}
export type CompiledText = { readonly language: Language; readonly title: LiquidTemplate; readonly sections: readonly CompiledSection[] }

/** An agreement whose texts and conditions are parsed; everything else in the engine works on this. */
export type Agreement = {
  readonly content: AgreementPackage
  /** All questions by id, in the order of the interview. */
  readonly questions: ReadonlyMap<string, Question>
  /** Every `when` by its source. */
  readonly conditions: ReadonlyMap<string, Condition>
  /** Condition of a section by its id, where it has one. */
  readonly sectionConditions: ReadonlyMap<string, Condition>
  readonly texts: ReadonlyMap<Language, CompiledText>
}

/** Parses the texts and conditions of an agreement. Throws `TemplateErrors` with every fault found. */
export function compileAgreement(content: AgreementPackage): Agreement {
  const faults: TemplateFault[] = []
  const conditions = new Map<string, Condition>()
  const compile = (source: string, where: string): Condition | undefined => {
    const known = conditions.get(source)
    if (known) return known
    try {
      const condition = compileCondition(source)
      conditions.set(source, condition)
      return condition
    } catch (error) {
      faults.push({
        file: 'agreement.yaml',
        line: undefined,
        cause: `the condition of ${where} cannot be read: "${source}" (${liquidMessage(error)})`,
        fix: 'see "Conditions" in docs/authoring.md',
      })
      return undefined
    }
  }
  const questions = new Map<string, Question>()
  for (const page of content.pages) {
    if (page.when !== undefined) compile(page.when, `page "${page.id}"`)
    for (const question of page.questions) {
      questions.set(question.id, question)
      compileQuestionConditions(question, compile)
    }
  }
  for (const check of content.checks) compile(check.when, `check "${check.id}"`)
  const sectionConditions = new Map<string, Condition>()
  for (const clause of content.clauses) {
    const condition = clause.when === undefined ? undefined : compile(clause.when, `clause "${clause.id}"`)
    if (condition) sectionConditions.set(clause.id, condition)
  }
  const texts = new Map<Language, CompiledText>()
  for (const language of languages) {
    const source = content.texts[language]
    if (source !== undefined) texts.set(language, compileText(source, language, faults))
  }
  if (faults.length > 0) throw new TemplateErrors(faults)
  return { content, questions, conditions, sectionConditions, texts }
}

function compileQuestionConditions(question: Question, compile: (source: string, where: string) => unknown): void {
  if (question.when !== undefined) compile(question.when, `question "${question.id}"`)
  if (question.type === 'list' || question.type === 'table') for (const field of question.fields) compileQuestionConditions(field, compile)
}

function compileText(source: string, language: Language, faults: TemplateFault[]): CompiledText {
  const file = `text.${language}.md`
  const { text, faults: found } = splitText(source)
  faults.push(...found.map((fault: SourceFault) => ({ file, ...fault })))
  const parse = (part: string, firstLine: number): LiquidTemplate => {
    try {
      return parseLiquid(part)
    } catch (error) {
      faults.push({
        file,
        line: firstLine + (liquidLine(error) ?? 1) - 1,
        cause: liquidMessage(error),
        fix: 'check the braces and the spelling of tags and filters; docs/authoring.md lists them',
      })
      return []
    }
  }
  const opening: SourceSection = { id: 'opening', kind: 'opening', heading: '', body: text.opening, line: 1 }
  return {
    language,
    title: parse(text.title, 1),
    sections: [opening, ...text.sections].map((section) => ({
      id: section.id,
      kind: section.kind,
      heading: parse(section.heading, section.line),
      body: parse(section.body, section.line + 1),
      source: section,
    })),
  }
}

function liquidMessage(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '').replace(/, file:.*$|, line:.*$/, '') : String(error)
}

function liquidLine(error: unknown): number | undefined {
  const match = error instanceof Error ? /line:(\d+)/.exec(error.message) : null
  return match ? Number(match[1]) : undefined
}
