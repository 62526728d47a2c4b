import { createHashHistory, createRootRoute, createRoute, createRouter, Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { draftIdSchema, suiteIdSchema } from '../../shared/contract/ids.ts'
import { AboutScreen } from '../screens/settings/about-screen.tsx'
import { SettingsScreen } from '../screens/settings/settings-screen.tsx'
import { ShortcutsDialog } from '../screens/settings/shortcuts-dialog.tsx'
import { DraftScreen } from '../screens/draft-screen.tsx'
import { DraftsScreen } from '../screens/drafts/drafts-screen.tsx'
import { NewDraftDialog } from '../screens/drafts/new-draft-dialog.tsx'
import { GuideScreen } from '../screens/guide/guide-screen.tsx'
import { GlossaryScreen } from '../screens/glossary/glossary-screen.tsx'
import { HomeScreen } from '../screens/home/home-screen.tsx'
import { ReturnedScreen } from '../screens/returned/returned-screen.tsx'
import { LibraryScreen } from '../screens/library/library-screen.tsx'
import { DropTarget } from '../screens/reopen/drop-target.tsx'
import { ReopenDialog } from '../screens/reopen/reopen-dialog.tsx'
import { useReopen } from '../screens/reopen/use-reopen.ts'
import { SeriesScreen } from '../screens/series/series-screen.tsx'
import { BeginSuiteDialog } from '../screens/suites/begin-suite-dialog.tsx'
import { SuiteScreen } from '../screens/suites/suite-screen.tsx'
import { TrashScreen } from '../screens/trash/trash-screen.tsx'
import { UiNavigation } from '../ui/environment.tsx'
import { BeginSuiteContext, type BeginSuiteRequest } from './begin-suite.ts'
import { useCommand } from './commands.ts'
import { CoreBanner } from './core-banner.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { OpenFileContext } from './open-file.ts'
import { NewDraftContext, type NewDraftRequest } from './new-draft.tsx'
import { Shell } from './shell.tsx'

const views = ['questions', 'openPoints', 'balance', 'revisions', 'comparison', 'result', 'plan', 'changes'] as const
/** `question` is one to go to: on its page, or in the result of a checklist. */
export type DraftSearch = { readonly page?: string; readonly question?: string; readonly view?: (typeof views)[number] }

/** What every screen has around it: dialogs that open from anywhere, and a net under each screen. */
function Root() {
  const router = useRouter()
  const navigate = useNavigate()
  const [request, setRequest] = useState<NewDraftRequest>()
  const [suiteRequest, setSuiteRequest] = useState<BeginSuiteRequest>()
  const [hasKeys, setKeys] = useState(false)
  useCommand('home', () => void navigate({ to: '/' }))
  useCommand('newDraft', () => setRequest({}))
  const reopen = useReopen()
  useCommand('openFile', reopen.choose)
  useCommand('guide', () => void navigate({ to: '/guide' }))
  useCommand('glossary', () => void navigate({ to: '/glossary' }))
  useCommand('series', () => void navigate({ to: '/series' }))
  useCommand('settings', () => void navigate({ to: '/settings' }))
  useCommand('about', () => void navigate({ to: '/about' }))
  useCommand('help', () => void navigate({ to: '/about' }))
  useCommand('shortcuts', () => setKeys(true))
  return (
    <UiNavigation navigate={(href) => router.history.push(href)} addressOf={(href) => router.history.createHref(href)}>
      <NewDraftContext value={(next = {}) => setRequest(next)}>
        <OpenFileContext value={reopen.choose}>
          <BeginSuiteContext value={setSuiteRequest}>
            <Outlet />
          </BeginSuiteContext>
        </OpenFileContext>
        {request === undefined ? null : <NewDraftDialog request={request} onClose={() => setRequest(undefined)} />}
        {suiteRequest === undefined ? null : <BeginSuiteDialog request={suiteRequest} onClose={() => setSuiteRequest(undefined)} />}
        {reopen.state.kind === 'idle' ? null : <ReopenDialog state={reopen.state} onChoose={reopen.choose} onOpen={reopen.open} onClose={reopen.close} />}
        <DropTarget onFile={reopen.drop} />
        {hasKeys ? <ShortcutsDialog onClose={() => setKeys(false)} /> : null}
      </NewDraftContext>
    </UiNavigation>
  )
}

/** Each screen fails alone; going elsewhere starts afresh. */
function Net({ children, isWhole = false }: { readonly children: ReactNode; readonly isWhole?: boolean }) {
  const place = useLocation({ select: (location) => location.pathname })
  return (
    <ErrorBoundary key={place} isWhole={isWhole}>
      {children}
    </ErrorBoundary>
  )
}

const root = createRootRoute({ component: Root })
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: () => (
    <>
      <CoreBanner />
      <Shell>
        <Net>
          <Outlet />
        </Net>
      </Shell>
    </>
  ),
})
const home = createRoute({ getParentRoute: () => shell, path: '/', component: HomeScreen })
const agreements = createRoute({ getParentRoute: () => shell, path: '/agreements', component: () => <DraftsScreen kind="agreement" /> })
const checklists = createRoute({ getParentRoute: () => shell, path: '/checklists', component: () => <DraftsScreen kind="checklist" /> })
const templates = createRoute({
  getParentRoute: () => shell,
  path: '/templates',
  validateSearch: (search: Record<string, unknown>): { readonly kind?: 'agreement' | 'checklist' } =>
    search['kind'] === 'agreement' || search['kind'] === 'checklist' ? { kind: search['kind'] } : {},
  component: function Templates() {
    return <LibraryScreen kind={templates.useSearch().kind ?? 'all'} />
  },
})
const guide = createRoute({
  getParentRoute: () => shell,
  path: '/guide',
  validateSearch: (search: Record<string, unknown>): { readonly run?: string } => (typeof search['run'] === 'string' ? { run: search['run'] } : {}),
  component: function Guide() {
    const { run } = guide.useSearch()
    return <GuideScreen runId={run} />
  },
})
const suite = createRoute({
  getParentRoute: () => shell,
  path: '/suites/$suiteId',
  component: function SuiteRoute() {
    const { suiteId } = suite.useParams()
    return <SuiteScreen key={suiteId} suiteId={suiteIdSchema.parse(suiteId)} />
  },
})
const series = createRoute({
  getParentRoute: () => shell,
  path: '/series',
  validateSearch: (search: Record<string, unknown>): { readonly template?: string } =>
    typeof search['template'] === 'string' ? { template: search['template'] } : {},
  component: function Series() {
    return <SeriesScreen templateId={series.useSearch().template} />
  },
})
const glossary = createRoute({
  getParentRoute: () => shell,
  path: '/glossary',
  validateSearch: (search: Record<string, unknown>): { readonly word?: string } => (typeof search['word'] === 'string' ? { word: search['word'] } : {}),
  component: function Glossary() {
    const { word } = glossary.useSearch()
    return <GlossaryScreen key={word} word={word} />
  },
})
const trash = createRoute({ getParentRoute: () => shell, path: '/trash', component: TrashScreen })
const settings = createRoute({ getParentRoute: () => shell, path: '/settings', component: SettingsScreen })
const about = createRoute({ getParentRoute: () => shell, path: '/about', component: AboutScreen })
const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$draftId',
  validateSearch: (search: Record<string, unknown>): DraftSearch => {
    const view = views.find((known) => known === search['view'])
    return {
      ...(typeof search['page'] === 'string' ? { page: search['page'] } : {}),
      ...(typeof search['question'] === 'string' ? { question: search['question'] } : {}),
      ...(view === undefined ? {} : { view }),
    }
  },
  component: function DraftRoute() {
    const { draftId } = draft.useParams()
    return (
      <Net isWhole={true}>
        <DraftScreen key={draftId} draftId={draftIdSchema.parse(draftId)} search={draft.useSearch()} />
      </Net>
    )
  },
})

/** The changes of a draft have a place of their own: coming back to the draft then opens it afresh, with what was decided. */
const returned = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$draftId/returned',
  validateSearch: (search: Record<string, unknown>): { readonly change?: string; readonly view?: 'register' } => ({
    ...(typeof search['change'] === 'string' ? { change: search['change'] } : {}),
    ...(search['view'] === 'register' ? { view: 'register' } : {}),
  }),
  component: function ReturnedRoute() {
    const { draftId } = returned.useParams()
    const { change, view } = returned.useSearch()
    return (
      <Net isWhole={true}>
        <ReturnedScreen key={draftId} draftId={draftIdSchema.parse(draftId)} change={change} isRegister={view === 'register'} />
      </Net>
    )
  },
})

const routeTree = root.addChildren([
  shell.addChildren([home, agreements, checklists, templates, guide, suite, series, glossary, trash, settings, about]),
  draft,
  returned,
])

/** The screens by address; the address lives behind the hash, because the page itself is a single file. */
export function createAppRouter() {
  return createRouter({ routeTree, history: createHashHistory(), defaultPreload: false, defaultNotFoundComponent: HomeScreen })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
