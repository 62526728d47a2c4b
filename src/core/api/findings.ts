import { answerWords } from '../../engine/answer-words.ts'
import { type Answers, checklistAnswerSchema } from '../../engine/answers.ts'
import { runFacts } from '../../engine/checklist-run.ts'
import {
  type FindingLead,
  findingLead,
  findingLeads,
  findingState,
  mergedSuggestions,
  partiesFromRun,
  partyRoles,
  type SuggestionState,
  suggestionStates,
} from '../../engine/finding-links.ts'
import { interview, questionStates } from '../../engine/interview.ts'
import type { Localized } from '../../engine/language.ts'
import type { AgreementPackage, ChecklistPackage, ChecklistQuestion, ContentPackage } from '../../engine/template.ts'
import type { DraftFinding, FindingDraft, FindingLeadInfo } from '../../shared/contract/findings.ts'
import { type DraftId, draftIdSchema } from '../../shared/contract/ids.ts'
import { AppError } from '../../shared/errors.ts'
import { compiledAgreement } from '../export/compiled-content.ts'
import type { StoredDraft } from '../storage/draft-store.ts'
import type { FindingKey, StoredFinding } from '../storage/finding-store.ts'
import { searchWords } from '../storage/search-words.ts'
import { findDraft, findEditableDraft } from './draft-access.ts'
import type { Implementer } from './implementer.ts'
import { languagesOf, requireLanguages } from './library.ts'
import type { Services } from './services.ts'

/** From the findings of a checklist to the clauses that deal with them, and back. */
export function implementFindings(implementer: Implementer, services: Services) {
  const { storage } = services
  const { findings } = implementer
  return findings.router({
    leads: findings.leads.handler(({ input }) => {
      const { content } = findRun(services, input.id)
      const installed = installedAgreements(services)
      return {
        agreements: installed.map((agreement) => {
          const taking = partyRoles(agreement)
          const { id, title, roles } = agreement
          return { id, title, languages: [...languagesOf(agreement)], roles: roles.filter((role) => taking.includes(role.id)) }
        }),
        questions: content.questions.flatMap((question) => {
          const leads = findingLeads(question, installed).map((found) => leadInfo(found.content, found.lead))
          return leads.length === 0 ? [] : [{ question: question.id, leads }]
        }),
      }
    }),

    begin: findings.begin.handler(({ input }) => ({ draftId: beginDraft(services, input) })),

    link: findings.link.handler(({ input }) => {
      const { content } = findRun(services, input.run, findEditableDraft)
      const draft = findEditableDraft(services, input.draft)
      requireLead(questionIn(content, input), storage.contents.get(draft.contentHash), input)
      storage.findings.link(input, services.environment.now())
      return linkedDraft(services, input)
    }),

    unlink: findings.unlink.handler(({ input }) => {
      const { name } = findEditableDraft(services, input.draft)
      requireLink(services, input)
      storage.findings.unlink(input)
      return { name }
    }),

    settle: findings.settle.handler(({ input: { settled, ...key } }) => {
      findEditableDraft(services, key.draft)
      requireLink(services, key)
      storage.findings.settle(key, settled)
      return linkedDraft(services, key)
    }),

    ofRun: findings.ofRun.handler(({ input }) => {
      const { content } = findRun(services, input.id)
      const links = storage.findings.ofRun(input.id)
      return content.questions.flatMap(({ id }) => {
        const drafts = links.filter(({ question }) => question === id).flatMap((link) => draftOf(services, content, link) ?? [])
        return drafts.length === 0 ? [] : [{ question: id, drafts }]
      })
    }),

    ofDraft: findings.ofDraft.handler(({ input }) => findingsOf(services, findDraft(services, input.id))),
  })
}

type Run = { readonly draft: StoredDraft; readonly content: ChecklistPackage }

/** A run by id. An agreement has no findings. */
function findRun(services: Services, id: DraftId, find: typeof findDraft = findDraft): Run {
  const draft = find(services, id)
  const content = services.storage.contents.get(draft.contentHash)
  if (content.kind !== 'checklist') throw new AppError('notAChecklist', { details: { draft: id } })
  return { draft, content }
}

function questionIn(content: ChecklistPackage, { run, question }: Pick<FindingKey, 'run' | 'question'>): ChecklistQuestion {
  const found = content.questions.find(({ id }) => id === question)
  if (found === undefined) throw new AppError('findingNotFound', { details: { run, question } })
  return found
}

function requireLead(question: ChecklistQuestion, content: ContentPackage, { draft }: { readonly draft: string }): FindingLead {
  const lead = content.kind === 'agreement' ? findingLead(question, content) : undefined
  if (lead === undefined) throw new AppError('findingUnrelated', { details: { question: question.id, draft } })
  return lead
}

function requireLink({ storage }: Services, { draft, run, question }: FindingKey): StoredFinding {
  const link = storage.findings.get({ draft, run, question })
  if (link === undefined) throw new AppError('findingNotFound', { details: { run, question } })
  return link
}

function installedAgreements({ library }: Services): readonly AgreementPackage[] {
  return library.summaries().flatMap(({ id, kind }) => {
    const content = kind === 'agreement' ? library.entry(id).content : undefined
    return content?.kind === 'agreement' ? [content] : []
  })
}

function leadInfo(content: AgreementPackage, { isNamed, role, suggested }: FindingLead): FindingLeadInfo {
  return {
    agreement: content.id,
    isNamed,
    role: role ?? null,
    suggested: suggested.flatMap(({ question: id, value }) => {
      const question = content.pages.flatMap(({ questions }) => questions).find((known) => known.id === id)
      if (question === undefined) return []
      const words = (language: 'de' | 'en' | 'ja'): string => answerWords(question, value, language) ?? ''
      return [{ question: id, value, label: plainLabel(question.label), words: { de: words('de'), en: words('en'), ja: words('ja') } }]
    }),
  }
}

/** A label outside of its draft: the names it would print are not known here. */
function plainLabel({ de, en, ja }: Localized): Localized {
  const strip = (text: string): string => text.replaceAll(/\{[{%].*?[%}]\}/gsu, '…')
  return { de: strip(de), en: strip(en), ...(ja === undefined ? {} : { ja: strip(ja) }) }
}

type Begin = {
  readonly run: DraftId
  readonly questions: readonly string[]
  readonly agreement: string
  readonly name: string
  readonly languages: Parameters<typeof requireLanguages>[1]
  readonly role?: string | undefined
  readonly prefer: Readonly<Record<string, string>>
}

/** A new draft with what findings suggest, linked to each of them. */
function beginDraft(services: Services, { run, questions, agreement, name, languages, role, prefer }: Begin): DraftId {
  const { environment, library, storage } = services
  const { content: checklist } = findRun(services, run, findEditableDraft)
  const { content, hash } = library.entry(agreement)
  const leads = questions.map((question) => ({
    finding: question,
    lead: requireLead(questionIn(checklist, { run, question }), content, { draft: agreement }),
  }))
  requireLanguages(content, languages)
  if (content.kind !== 'agreement') throw new AppError('findingUnrelated', { details: { draft: agreement } })
  const answers: Answers = { ...partiesFromRun(content, role, runFacts(storage.drafts.answers(run))), ...mergedSuggestions(leads, prefer).answers }
  const id = draftIdSchema.parse(environment.newId())
  const at = environment.now()
  storage.atomically(() => {
    storage.contents.put(content, hash, at)
    storage.drafts.insert({ id, contentHash: hash, name, languages, at })
    for (const [question, value] of Object.entries(answers)) storage.drafts.saveAnswer(id, question, value, searchWords(content, question, value), at)
    for (const question of questions) storage.findings.link({ draft: id, run, question }, at)
  })
  return id
}

/** How the answers of a draft deal with a finding; undefined when the finding means nothing there. */
function dealing(
  services: Services,
  draft: StoredDraft,
  question: ChecklistQuestion,
):
  | { readonly content: AgreementPackage; readonly lead: FindingLead; readonly states: readonly SuggestionState[]; readonly asked: ReadonlySet<string> }
  | undefined {
  const content = readable(services, draft)
  const lead = content?.kind === 'agreement' ? findingLead(question, content) : undefined
  if (content?.kind !== 'agreement' || lead === undefined) return undefined
  const agreement = compiledAgreement(content)
  const current = interview(agreement, services.storage.drafts.answers(draft.id), draft.languages)
  const asked = new Set([...questionStates(current).values()].flatMap((state) => (state.isAsked ? [state.question.id] : [])))
  return { content, lead, states: suggestionStates(agreement, current, lead.suggested), asked }
}

/** One draft whose content cannot be read must not take the whole list away; opening it says what is wrong. */
function readable({ storage }: Services, { contentHash }: StoredDraft): ContentPackage | undefined {
  try {
    return storage.contents.get(contentHash)
  } catch (error) {
    if (error instanceof AppError && error.code === 'contentMissing') return undefined
    throw error
  }
}

function linkedDraft(services: Services, key: FindingKey): FindingDraft {
  const { content } = findRun(services, key.run)
  const found = draftOf(services, content, requireLink(services, key))
  if (found === undefined) throw new AppError('findingUnrelated', { details: { question: key.question, draft: key.draft } })
  return found
}

function draftOf(services: Services, checklist: ChecklistPackage, { draft: id, question, settled }: StoredFinding): FindingDraft | undefined {
  const draft = findDraft(services, id)
  const asked = checklist.questions.find((known) => known.id === question)
  const found = asked === undefined ? undefined : dealing(services, draft, asked)
  if (found === undefined) return undefined
  const { content, lead, states } = found
  const open = states.find(({ status, isAsked }) => isAsked && status !== 'taken')?.question
  const first = open ?? lead.concerned.find((concerned) => found.asked.has(concerned))
  const page = content.pages.find(({ questions }) => questions.some((known) => known.id === first))
  return {
    draft: id,
    name: draft.name,
    agreement: content.id,
    title: content.title,
    state: findingState(states, settled),
    settled,
    taken: states.filter(({ status }) => status === 'taken').length,
    suggested: states.length,
    place: first === undefined || page === undefined ? null : { page: page.id, question: first },
  }
}

/** The findings behind a draft. A run that continues another one of the same organisation, partner and project speaks for both. */
function findingsOf(services: Services, draft: StoredDraft): DraftFinding[] {
  const seen = new Set<string>()
  return services.storage.findings
    .ofDraft(draft.id)
    .flatMap(({ run, question, settled }) => {
      const stored = findDraft(services, run)
      const content = readable(services, stored)
      if (content?.kind !== 'checklist') return []
      const answers = services.storage.drafts.answers(run)
      const { organisation = '', partner = '', project = '', assessed_on: assessedOn = null } = runFacts(answers)
      const subject = JSON.stringify([content.id, organisation, partner, project, question])
      const position = content.questions.findIndex(({ id }) => id === question)
      const asked = content.questions[position]
      const found = asked === undefined || seen.has(subject) ? undefined : dealing(services, draft, asked)
      if (asked === undefined || found === undefined) return []
      seen.add(subject)
      const answer = checklistAnswerSchema.safeParse(answers[question])
      return [
        {
          run: { id: run, name: stored.name, title: content.short, assessedOn, createdAt: stored.createdAt },
          question,
          number: position + 1,
          topic: asked.topic,
          text: asked.question,
          missing: asked.missing,
          answer: answer.success ? answer.data.value : null,
          suggested: [...found.lead.suggested],
          concerned: [...found.lead.concerned],
          settled,
          state: findingState(found.states, settled),
        },
      ]
    })
    .toSorted((one, other) => other.run.createdAt.localeCompare(one.run.createdAt) || one.number - other.number)
}
