import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { checklistInterview, compileChecklist } from '../../../engine/checklist.ts'
import { scoreChecklist } from '../../../engine/checklist-score.ts'
import type { ChecklistPackage } from '../../../engine/template.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import { useCommand } from '../../app/commands.ts'
import { CoreBanner } from '../../app/core-banner.tsx'
import { useMedia } from '../../app/media.ts'
import { paths } from '../../app/paths.ts'
import { useKeys } from '../../app/platform.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button, LinkTo } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Mark } from '../../ui/icon.tsx'
import { PlainLink } from '../../ui/plain.tsx'
import headerStyles from '../drafting/drafting-header.module.css'
import { SaveStateLabel } from '../drafting/save-state.tsx'
import { useSession } from '../drafting/session/use-session.ts'
import { useUndoKeys } from '../drafting/use-undo-keys.ts'
import { ExportDialog } from '../export/export-dialog.tsx'
import { TermCards } from '../glossary/term-cards.tsx'
import { GlossaryProvider, useMakeGlossary } from '../glossary/use-glossary.ts'
import { ChecklistOutline } from './checklist-outline.tsx'
import { aboutPage, ChecklistPage } from './checklist-page.tsx'
import styles from './checklist.module.css'
import { ResultView } from './result-view.tsx'

type ChecklistScreenProps = { readonly draft: Draft; readonly content: ChecklistPackage; readonly pageId: string | undefined; readonly isResult: boolean }

/** A run of a checklist: its questions topic by topic, then what follows from the answers. */
export function ChecklistScreen({ draft, content, pageId, isResult }: ChecklistScreenProps) {
  const { t, local } = useWords()
  const keys = useKeys()
  const navigate = useNavigate()
  const { session, state } = useSession(draft)
  const [isExporting, setExporting] = useState(false)
  const isWide = useMedia('(min-width: 861px)')
  const checklist = useMemo(() => compileChecklist(content), [content])
  const states = useMemo(() => checklistInterview(checklist, state.answers), [checklist, state.answers])
  const result = useMemo(() => scoreChecklist(checklist, state.answers), [checklist, state.answers])
  const pages = [aboutPage, ...content.topics.filter((topic) => states.some(({ question }) => question.topic === topic.id)).map((topic) => topic.id)]
  const here = pages.find((id) => id === pageId) ?? aboutPage
  const position = pages.indexOf(here)
  const open = (page: string | undefined, view?: 'result') => {
    void navigate({
      to: '/drafts/$draftId',
      params: { draftId: draft.id },
      search: { ...(page === undefined ? {} : { page }), ...(view === undefined ? {} : { view }) },
    })
  }
  const showResult = () => open(here, 'result')
  useCommand('nextPage', () => (pages[position + 1] === undefined ? showResult() : open(pages[position + 1])))
  useCommand('previousPage', () => open(pages[Math.max(0, position - 1)]))
  useCommand('export', () => setExporting(true))
  useUndoKeys(session, () => undefined)
  const glossary = useMakeGlossary()
  const next = content.topics.find(({ id }) => id === pages[position + 1])
  const outline = <ChecklistOutline content={content} result={result} pages={pages} here={here} onPage={open} onResult={showResult} />
  return (
    <div className={styles.screen}>
      <header className={headerStyles.header}>
        <PlainLink href={paths.home} className={cx(headerStyles.home)} label={t('app.places.home')}>
          <Mark size={24} />
        </PlainLink>
        <nav className={headerStyles.crumb} aria-label={t('drafting.crumb')}>
          <LinkTo href={paths.checklists} look="strong">
            {t('app.places.checklists')}
          </LinkTo>
          <span aria-hidden="true"> /</span>
        </nav>
        <span className={headerStyles.title} title={draft.name}>
          {draft.name}
          <span className={headerStyles.template}>{local(content.short) === draft.name ? null : local(content.short)}</span>
        </span>
        <SaveStateLabel save={state.save} />
        <span className={headerStyles.spacer} />
        {isResult ? <Button onPress={() => open(here)}>{t('checklist.toQuestions')}</Button> : <Button onPress={showResult}>{t('checklist.toResult')}</Button>}
        <Button variant="primary" keys={keys('export')} onPress={() => setExporting(true)}>
          {t('checklist.report')}
        </Button>
      </header>
      <CoreBanner />
      {isResult ? (
        <ResultView checklist={checklist} result={result} answers={state.answers} onQuestion={(topic) => open(topic)} />
      ) : (
        <>
          <div className={styles.columns}>
            {isWide ? outline : null}
            <main className={styles.main}>
              <GlossaryProvider value={glossary}>
                <TermCards>
                  <ChecklistPage key={here} content={content} page={here} states={states} answers={state.answers} session={session} epoch={state.epoch} />
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
            <span className={styles.progress}>{t('drafts.progress', { answered: result.answered, asked: result.asked })}</span>
            <span className={styles.spacer} />
            {position > 0 ? (
              <Button keys={keys('previousPage')} onPress={() => open(pages[position - 1])}>
                {t('drafting.footer.back')}
              </Button>
            ) : null}
            <Button variant="primary" keys={keys('nextPage')} onPress={() => (next === undefined ? showResult() : open(next.id))}>
              {next === undefined ? t('checklist.toResult') : t('drafting.footer.next', { page: local(next.title) })}
            </Button>
          </footer>
        </>
      )}
      {isExporting ? (
        <ExportDialog
          draft={draft}
          languages={draft.languages}
          openPoints={result.asked - result.answered}
          beforeExport={session.flush}
          onClose={() => setExporting(false)}
        />
      ) : null}
    </div>
  )
}
