import { useCallback, useEffect, useMemo, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { AgreementPackage } from '../../../engine/template.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import { useCommand } from '../../app/commands.ts'
import { CoreBanner } from '../../app/core-banner.tsx'
import type { DraftView } from '../../app/paths.ts'
import { useWords } from '../../i18n/i18n.ts'
import { GlossaryProvider, useMakeGlossary } from '../glossary/use-glossary.ts'
import { ExportDialog } from '../export/export-dialog.tsx'
import type { ComparisonSide } from '../../../shared/contract/comparison.ts'
import { BalanceProvider, useMakeBalance } from './balance/balance-context.ts'
import { BalanceView } from './balance/balance-view.tsx'
import { ComparisonView } from './comparison/comparison-view.tsx'
import { DocumentPane } from './document/document-pane.tsx'
import { DraftingProvider, type Drafting } from './drafting-context.tsx'
import { DraftingFooter } from './drafting-footer.tsx'
import { DraftingHeader } from './drafting-header.tsx'
import styles from './drafting-screen.module.css'
import { findingGroups } from './finding-groups.ts'
import { DraftFindingsProvider, useMakeDraftFindings } from './findings/draft-findings.ts'
import { OpenPoints } from './open-points.tsx'
import { Outline } from './outline.tsx'
import { DraftingPanes } from './panes/drafting-panes.tsx'
import { QuestionsPage, type QuestionTarget } from './questions-page.tsx'
import { Revisions } from './revisions.tsx'
import { useSession } from './session/use-session.ts'
import { useEngine } from './use-engine.ts'
import { useLanguages } from './use-languages.ts'
import { useUndoKeys } from './use-undo-keys.ts'

type DraftingScreenProps = {
  readonly draft: Draft
  readonly content: AgreementPackage
  readonly pageId: string | undefined
  /** A question to go to at once. */
  readonly questionId: string | undefined
  readonly view: DraftView
}

/** Questions on the left, the living document on the right: one draft of an agreement. */
export function DraftingScreen({ draft, content, pageId, questionId, view }: DraftingScreenProps) {
  const navigate = useNavigate()
  const { session, state } = useSession(draft)
  const { languages, setLanguages } = useLanguages(draft)
  const [decided, setDecided] = useState(draft.deviations)
  const { agreement, interview, document, documentAnswers, findings, deviations } = useEngine(content, draft.contentHash, state.answers, languages, decided)
  const [target, setTarget] = useState<QuestionTarget>()
  const [active, setActive] = useState<string>()
  const [tab, setTab] = useState<'questions' | 'document'>('questions')
  const [isExporting, setExporting] = useState(false)
  const [compared, setCompared] = useState<ComparisonSide>()

  const pages = useMemo(() => interview.pages.filter((page) => page.isAsked), [interview])
  const page = pages.find(({ page: { id } }) => id === pageId) ?? pages[0]
  const groups = useMemo(() => findingGroups(findings), [findings])

  const open = useCallback(
    (next: { readonly page?: string | undefined; readonly view?: DraftView }) => {
      setTab('questions')
      void navigate({
        to: '/drafts/$draftId',
        params: { draftId: draft.id },
        search: {
          ...(next.page === undefined ? {} : { page: next.page }),
          ...(next.view === undefined || next.view === 'questions' ? {} : { view: next.view }),
        },
        replace: true,
      })
    },
    [navigate, draft.id],
  )
  const openPage = useCallback(
    (id: string | undefined) => {
      setTarget(undefined)
      setActive(undefined)
      open({ page: id })
    },
    [open],
  )
  const goTo = useCallback(
    (question: string) => {
      const home = interview.pages.find((candidate) => candidate.page.questions.some(({ id }) => id === question))
      if (home === undefined) return
      setActive(question)
      setTarget((before) => ({ question, times: (before?.times ?? 0) + 1 }))
      open({ page: home.page.id })
    },
    [interview, open],
  )

  const draftFindings = useMakeDraftFindings(draft.id, agreement, interview)
  // Notes above the question would push it away after the page has gone there.
  const arrival = draftFindings === undefined ? undefined : questionId
  useEffect(() => {
    if (arrival !== undefined) goTo(arrival)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per address: going there again with every answer would hold the person fast
  }, [arrival])

  const openRegister = useCallback(
    (change?: string) =>
      void session
        .flush()
        .then(() =>
          navigate({ to: '/drafts/$draftId/returned', params: { draftId: draft.id }, search: change === undefined ? {} : { change, view: 'register' } }),
        ),
    [navigate, session, draft.id],
  )

  const position = page === undefined ? 0 : pages.indexOf(page)
  useCommand('nextPage', () => openPage(pages[position + 1]?.page.id ?? page?.page.id), view !== 'comparison')
  useCommand('previousPage', () => openPage(pages[position - 1]?.page.id ?? page?.page.id), view !== 'comparison')
  useCommand('openPoints', () => open({ page: page?.page.id, view: 'openPoints' }))
  useCommand('export', () => setExporting(true))
  useUndoKeys(session, goTo)

  const drafting = useMemo<Drafting>(
    () => ({
      agreement,
      interview,
      languages,
      given: (question) => state.answers[question],
      answer: session.answer,
      fill: session.fill,
      goTo,
      epoch: state.epoch,
      suite: draft.suite,
    }),
    [agreement, interview, languages, state.answers, state.epoch, session, goTo, draft.suite],
  )
  const { language } = useWords()
  const glossary = useMakeGlossary()
  const balance = useMakeBalance({ agreement, interview, answers: state.answers, languages }, language)
  return (
    <DraftingProvider value={drafting}>
      <BalanceProvider value={balance}>
        <GlossaryProvider value={glossary}>
          <DraftFindingsProvider value={draftFindings}>
            <div className={styles.screen}>
              <DraftingHeader
                draft={draft}
                content={content}
                state={state}
                languages={languages}
                onLanguages={setLanguages}
                onUndo={() => goTo(session.undo() ?? '')}
                onRedo={() => goTo(session.redo() ?? '')}
                onExport={() => setExporting(true)}
              />
              <CoreBanner />
              <DraftingPanes
                tab={tab}
                onTab={setTab}
                outline={
                  <Outline
                    pages={pages}
                    pageId={page?.page.id}
                    view={view}
                    groups={groups}
                    findings={findings}
                    draftId={draft.id}
                    deviations={decided}
                    onReturned={() => openRegister()}
                    onPage={openPage}
                    onView={(next) => {
                      setCompared(undefined)
                      open({ page: page?.page.id, view: next })
                    }}
                  />
                }
                questions={
                  view === 'openPoints' ? (
                    <OpenPoints groups={groups} hasNewerTemplate={draft.hasNewerTemplate} />
                  ) : view === 'balance' ? (
                    <BalanceView />
                  ) : view === 'revisions' ? (
                    <Revisions
                      draft={draft}
                      session={session}
                      onRestored={(restored) => {
                        setLanguages(restored.languages)
                        setDecided(restored.deviations)
                      }}
                      onCompare={(revision) => {
                        setCompared({ kind: 'revision', id: revision.id })
                        open({ page: page?.page.id, view: 'comparison' })
                      }}
                    />
                  ) : view === 'comparison' ? (
                    <ComparisonView draft={draft} session={session} answers={state.answers} initial={compared} />
                  ) : page === undefined ? null : (
                    <QuestionsPage page={page} findings={findings} target={target} onActive={setActive} />
                  )
                }
                document={
                  view === 'comparison' ? undefined : (
                    <DocumentPane
                      document={document}
                      active={view === 'questions' ? (active ?? firstQuestion(page)) : undefined}
                      answers={documentAnswers}
                      deviations={deviations}
                      onDeviation={openRegister}
                      name={draft.name}
                    />
                  )
                }
              />
              <DraftingFooter
                groups={groups}
                pages={pages}
                position={position}
                view={view}
                onPage={openPage}
                onOpenPoints={() => open({ page: page?.page.id, view: 'openPoints' })}
                onBalance={() => open({ page: page?.page.id, view: 'balance' })}
              />
            </div>
            {isExporting ? (
              <ExportDialog
                draft={draft}
                languages={languages}
                openPoints={groups.open.length}
                beforeExport={session.flush}
                onClose={() => setExporting(false)}
              />
            ) : null}
          </DraftFindingsProvider>
        </GlossaryProvider>
      </BalanceProvider>
    </DraftingProvider>
  )
}

function firstQuestion(page: Drafting['interview']['pages'][number] | undefined): string | undefined {
  return page?.questions.find((state) => state.isAsked)?.question.id
}
