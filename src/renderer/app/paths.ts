import type { DraftId, SuiteId } from '../../shared/contract/ids.ts'

/** What the drafting screen shows besides the questions. */
export const draftViews = ['questions', 'openPoints', 'balance', 'revisions', 'comparison'] as const
export type DraftView = (typeof draftViews)[number]

/** Where each screen is; the only place that writes addresses. */
export const paths = {
  home: '/',
  agreements: '/agreements',
  checklists: '/checklists',
  templates: '/templates',
  checklistTemplates: '/templates?kind=checklist',
  agreementTemplates: '/templates?kind=agreement',
  series: (templateId: string) => `/series?template=${encodeURIComponent(templateId)}`,
  guide: '/guide',
  guideFrom: (run: DraftId) => `/guide?run=${encodeURIComponent(run)}`,
  glossary: '/glossary',
  trash: '/trash',
  settings: '/settings',
  about: '/about',
  draft: (id: DraftId) => `/drafts/${encodeURIComponent(id)}`,
  draftPage: (id: DraftId, page: string) => `/drafts/${encodeURIComponent(id)}?page=${encodeURIComponent(page)}`,
  suite: (id: SuiteId) => `/suites/${encodeURIComponent(id)}`,
  returned: (id: DraftId) => `/drafts/${encodeURIComponent(id)}/returned`,
  register: (id: DraftId) => `/drafts/${encodeURIComponent(id)}/returned?view=register`,
  draftQuestion: (id: DraftId, question: string) => `/drafts/${encodeURIComponent(id)}?question=${encodeURIComponent(question)}`,
  finding: (run: DraftId, question: string) => `/drafts/${encodeURIComponent(run)}?view=result&question=${encodeURIComponent(question)}`,
  result: (id: DraftId) => `/drafts/${encodeURIComponent(id)}?view=result`,
  plan: (id: DraftId) => `/drafts/${encodeURIComponent(id)}?view=plan`,
} as const
