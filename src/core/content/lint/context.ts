import { type Agreement, compileAgreement, TemplateErrors } from '../../../engine/agreement.ts'
import type { Language } from '../../../engine/language.ts'
import type { Question } from '../../../engine/template.ts'
import type { Merged } from '../merge-clauses.ts'
import type { Place } from '../problem.ts'
import type { AgreementSource, Sources } from '../read-sources.ts'
import { isRecord, type ValuePath } from '../value-at.ts'
import type { SourceFile } from '../source-file.ts'
import { type Expression, readExpression } from './expression.ts'
import type { Report } from './finding.ts'
import { type TextTag, textTags } from './text-tags.ts'

/** A condition of the settings: what it decides, where it stands, and which question's fields it may call `item`. */
export type ConditionUse = {
  readonly source: string
  readonly expression: Expression
  readonly place: Place
  /** "question "x"" and the like, for messages. */
  readonly owner: string
  /** The list whose item it speaks of. */
  readonly item: Question | undefined
  /** Ids of the questions before it; undefined where every question may be used. */
  readonly before: ReadonlySet<string> | undefined
}

/** Everything the rules about one agreement look at. */
export type AgreementContext = {
  readonly source: AgreementSource
  readonly sources: Sources
  readonly merged: Merged
  /** Undefined when the engine cannot compile it; rules that render are passed over then. */
  readonly agreement: Agreement | undefined
  readonly questions: ReadonlyMap<string, Question>
  readonly tags: ReadonlyMap<Language, readonly TextTag[]>
  readonly conditions: readonly ConditionUse[]
  /** Settings files that make up the agreement: its own and those of its shared clauses. */
  readonly settings: readonly SourceFile<unknown>[]
  readonly report: Report
}

/** Prepares an agreement for the rules. */
export function createContext(source: AgreementSource, sources: Sources, merged: Merged, report: Report): AgreementContext {
  const questions = new Map(merged.content.pages.flatMap((page) => page.questions.map((question) => [question.id, question] as const)))
  return {
    source,
    sources,
    merged,
    agreement: compiled(merged),
    questions,
    tags: new Map([...merged.texts].map(([language, text]) => [language, textTags(text)])),
    conditions: conditionsOf(source, merged),
    settings: [source.settings, ...merged.clauses.map((clause) => clause.settings)],
    report,
  }
}

function compiled(merged: Merged): Agreement | undefined {
  try {
    return compileAgreement(merged.content)
  } catch (error) {
    if (error instanceof TemplateErrors) return undefined
    throw error
  }
}

/** Where something of a settings file stands, looked up by a path in the first file that has it. */
export function placeIn(file: SourceFile<unknown>, path: ValuePath): Place {
  return { file: file.file, line: file.lineAt(path) }
}

/** The file and path of an entry with an id in a list of the settings: the agreement's own first, then its shared clauses. */
export function placeOfEntry(context: Pick<AgreementContext, 'settings'>, list: string, id: string, ...inner: readonly PropertyKey[]): Place {
  for (const file of context.settings) {
    const entries = isRecord(file.data) ? file.data[list] : undefined
    const index = Array.isArray(entries) ? entries.findIndex((entry) => isRecord(entry) && entry['id'] === id) : -1
    if (index >= 0) return placeIn(file, [list, index, ...inner])
  }
  return { file: context.settings[0]?.file ?? '' }
}

/** The place of a question's setting. */
export function placeOfQuestion(context: Pick<AgreementContext, 'settings' | 'merged'>, id: string, ...inner: ValuePath): Place {
  for (const file of context.settings) {
    const path = pathOfQuestion(file.data, id)
    if (path !== undefined) return placeIn(file, [...path, ...inner])
  }
  return context.merged.questionPlaces.get(id) ?? { file: context.settings[0]?.file ?? '' }
}

function pathOfQuestion(data: unknown, id: string): ValuePath | undefined {
  const find = (list: unknown): number => (Array.isArray(list) ? list.findIndex((entry) => isRecord(entry) && entry['id'] === id) : -1)
  if (!isRecord(data)) return undefined
  const direct = find(data['questions'])
  if (direct >= 0) return ['questions', direct]
  const { pages } = data
  if (!Array.isArray(pages)) return undefined
  for (const [page, value] of pages.entries()) {
    const index = isRecord(value) ? find(value['questions']) : -1
    if (index >= 0) return ['pages', page, 'questions', index]
  }
  return undefined
}

function conditionsOf(source: AgreementSource, merged: Merged): readonly ConditionUse[] {
  const found: ConditionUse[] = []
  const files = { settings: [source.settings, ...merged.clauses.map((clause) => clause.settings)], merged }
  const add = (condition: string | undefined, owner: string, place: Place, before: ReadonlySet<string> | undefined, item?: Question): void => {
    if (condition !== undefined) found.push({ source: condition, expression: readExpression(condition), place, owner, item, before })
  }
  const seen = new Set<string>()
  for (const [index, page] of merged.content.pages.entries()) {
    add(page.when, `page "${page.id}"`, placeIn(source.settings, ['pages', index, 'when']), new Set(seen))
    for (const question of page.questions) {
      add(question.when, `question "${question.id}"`, placeOfQuestion(files, question.id, 'when'), new Set(seen))
      const addFields = (list: Question, path: ValuePath): void => {
        if (list.type !== 'list' && list.type !== 'table') return
        for (const [position, field] of list.fields.entries()) {
          const at = [...path, 'fields', position]
          add(field.when, `field "${field.id}" of "${question.id}"`, placeOfQuestion(files, question.id, ...at, 'when'), new Set(seen), list)
          addFields(field, at)
        }
      }
      addFields(question, [])
      seen.add(question.id)
    }
  }
  for (const clause of merged.content.clauses) add(clause.when, `clause "${clause.id}"`, placeOfEntry(files, 'clauses', clause.id, 'when'), undefined)
  for (const check of merged.content.checks) add(check.when, `check "${check.id}"`, placeOfEntry(files, 'checks', check.id, 'when'), undefined)
  return found
}
