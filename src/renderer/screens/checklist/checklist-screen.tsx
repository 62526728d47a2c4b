import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ChecklistPackage } from '../../../engine/template.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import { useCommand } from '../../app/commands.ts'
import { CoreBanner } from '../../app/core-banner.tsx'
import { useMedia } from '../../app/media.ts'
import { useKeys } from '../../app/platform.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { useUndoKeys } from '../drafting/use-undo-keys.ts'
import { ExportDialog } from '../export/export-dialog.tsx'
import { TermCards } from '../glossary/term-cards.tsx'
import { GlossaryProvider, useMakeGlossary } from '../glossary/use-glossary.ts'
import { AboutRun } from './about-run.tsx'
import { ChecklistHeader } from './checklist-header.tsx'
import { ChecklistOutline } from './checklist-outline.tsx'
import styles from './checklist.module.css'
import { aboutPage, type ChecklistView, pagesOf, removedPage } from './pages.ts'
import { RemovedPage } from './removed-page.tsx'
import { RenewBanner } from './renew-banner.tsx'
import { ResultScreen } from './result-screen.tsx'
import { TopicPage } from './topic-page.tsx'
import { type Run, useRun } from './use-run.ts'

type ChecklistScreenProps = {
  readonly draft: Draft
  readonly content: ChecklistPackage
  readonly pageId: string | undefined
  readonly view: ChecklistView
}

/** A run of a checklist: its questions topic by topic, then what follows from the answers. */
export function ChecklistScreen({ draft, content, pageId, view }: ChecklistScreenProps) {
  const { run, save } = useRun(draft, content)
  const [isExporting, setExporting] = useState(false)
  const pages = pagesOf(content, run.result)
  const here = pageId === removedPage && run.history.removed.length > 0 ? removedPage : (pages.find((id) => id === pageId) ?? aboutPage)
  const { openPage, openView, openQuestion } = useOpen(run, here, view)
  useCommand('export', () => setExporting(true))
  useUndoKeys(run.session, openQuestion)
  return (
    <div className={styles.screen}>
      <ChecklistHeader run={run} save={save} view={view} onView={openView} onReport={() => setExporting(true)} />
      <CoreBanner />
      {view === 'questions' ? (
        <Questions run={run} pages={pages} here={here} onPage={openPage} onView={openView} />
      ) : (
        <ResultScreen run={run} view={view} onView={openView} onQuestion={openQuestion} />
      )}
      {isExporting ? (
        <ExportDialog
          draft={draft}
          languages={draft.languages}
          openPoints={run.result.asked - run.result.answered}
          beforeExport={run.session.flush}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </div>
  )
}

/** Ways to the parts of the run. A question is gone to by its page, then focused once that is drawn. */
function useOpen({ draft, content }: Run, here: string, view: ChecklistView) {
  const navigate = useNavigate()
  const wanted = useRef<string>(undefined)
  const open = useCallback(
    (page: string, next: ChecklistView) => {
      const search = next === 'questions' ? { page } : { page, view: next }
      void navigate({ to: '/drafts/$draftId', params: { draftId: draft.id }, search })
    },
    [navigate, draft.id],
  )
  const focusWanted = () => {
    if (wanted.current === undefined) return
    const block = document.querySelector(`[data-question-block="${CSS.escape(wanted.current)}"]`)
    if (block === null) return
    wanted.current = undefined
    block.scrollIntoView({ block: 'center' })
    const input = block.querySelector<HTMLInputElement>('input:checked') ?? block.querySelector<HTMLInputElement>('input')
    input?.focus()
  }
  useEffect(focusWanted, [here, view])
  return {
    openPage: useCallback((page: string) => open(page, 'questions'), [open]),
    openView: (next: ChecklistView) => open(here, next),
    openQuestion: (id: string) => {
      const topic = content.questions.find((question) => question.id === id)?.topic
      if (topic === undefined) return
      wanted.current = id
      open(topic, 'questions')
      // On the page already, nothing is drawn anew that would focus it.
      requestAnimationFrame(focusWanted)
    },
  }
}

type QuestionsProps = {
  readonly run: Run
  readonly pages: readonly string[]
  readonly here: string
  readonly onPage: (page: string) => void
  readonly onView: (view: ChecklistView) => void
}

function Questions({ run, pages, here, onPage, onView }: QuestionsProps) {
  const { t, local } = useWords()
  const keys = useKeys()
  const isWide = useMedia('(min-width: 861px)')
  const glossary = useMakeGlossary()
  const position = pages.indexOf(here)
  const [before, after] = [pages[position - 1], position === -1 ? undefined : pages[position + 1]]
  const next = run.content.topics.find(({ id }) => id === after)
  const forward = () => (next === undefined ? onView('result') : onPage(next.id))
  const back = () => onPage(before ?? aboutPage)
  useCommand('nextPage', forward)
  useCommand('previousPage', back)
  const outline = <ChecklistOutline run={run} pages={pages} here={here} onPage={onPage} onView={onView} />
  return (
    <>
      <div className={styles.columns}>
        {isWide ? outline : null}
        <main className={styles.main} key={here}>
          <RenewBanner run={run} />
          <GlossaryProvider value={glossary}>
            <TermCards>
              {here === aboutPage ? <AboutRun run={run} /> : here === removedPage ? <RemovedPage run={run} /> : <TopicPage run={run} topicId={here} />}
            </TermCards>
          </GlossaryProvider>
        </main>
      </div>
      <footer className={styles.footer}>
        {isWide ? null : (
          <Drawer label={t('checklist.outline')} icon="panelLeft">
            {outline}
          </Drawer>
        )}
        <span className={styles.progress}>{t('drafts.progress', { answered: run.result.answered, asked: run.result.asked })}</span>
        <span className={styles.spacer} />
        {here === aboutPage ? null : (
          <Button keys={keys('previousPage')} onPress={back}>
            {t('drafting.footer.back')}
          </Button>
        )}
        <Button variant="primary" keys={keys('nextPage')} onPress={forward}>
          {next === undefined ? t('checklist.toResult') : t('drafting.footer.next', { page: local(next.title) })}
        </Button>
      </footer>
    </>
  )
}
