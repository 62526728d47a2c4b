import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Language } from '../../../../engine/language.ts'
import type { ComparisonSide, SideContent } from '../../../../shared/contract/comparison.ts'
import type { Draft } from '../../../../shared/contract/core.ts'
import { api } from '../../../app/api.ts'
import { describeFailure } from '../../../app/failure.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Select } from '../../../ui/select.tsx'
import { EmptyState, Loading, Notice } from '../../../ui/states.tsx'
import { useDrafting } from '../drafting-context.tsx'
import type { DraftSession } from '../session/draft-session.ts'
import { AnswersView } from './answers-view.tsx'
import { ClausesView } from './clauses-view.tsx'
import styles from './comparison.module.css'
import { RedlineDialog } from './redline-dialog.tsx'
import { sideChoices, sideItems, sideKey } from './sides.ts'
import { useComparison, type ComparisonResult } from './use-comparison.ts'
import { WordsView } from './words-view.tsx'

type Mode = 'words' | 'clauses' | 'answers'

type ComparisonViewProps = {
  readonly draft: Draft
  readonly session: DraftSession
  readonly answers: Draft['answers']
  /** The older side to begin with; without it the newest revision, or the template where there is none. */
  readonly initial: ComparisonSide | undefined
}

/** What differs between two states of a draft, its template or another draft: by words, by clauses, by answers, and as a redline to send. */
export function ComparisonView({ draft, session, answers, initial }: ComparisonViewProps) {
  const { t, language } = useWords()
  const { languages, goTo } = useDrafting()
  const revisions = useQuery(api.revisions.list.queryOptions({ input: { id: draft.id } }))
  const drafts = useQuery(api.drafts.list.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState<{ readonly before?: ComparisonSide; readonly after?: ComparisonSide }>(initial === undefined ? {} : { before: initial })
  const [mode, setMode] = useState<Mode>('words')
  const [section, setSection] = useState<number>()
  const [isExporting, setExporting] = useState(false)

  const others = (drafts.data ?? []).filter(({ id, templateId }) => id !== draft.id && templateId === draft.templateId)
  const choices = sideChoices(draft.id, revisions.data ?? [], others)
  const items = sideItems(choices, { draftId: draft.id, revisions: revisions.data ?? [], others }, t, language)
  const after: ComparisonSide = chosen.after ?? { kind: 'draft', id: draft.id }
  const before: ComparisonSide = chosen.before ?? choices.find(({ kind }) => kind === 'revision') ?? { kind: 'template', id: draft.id }
  const [old, fresh] = [useSide(before, draft, answers, revisions.isPending), useSide(after, draft, answers, revisions.isPending)]
  const shown = useSharedLanguages(old.content, fresh.content, languages)
  const result = useComparison(old.content, fresh.content, shown, language)
  const choose = (side: 'before' | 'after', key: string | undefined) => {
    const found = choices.find((choice) => sideKey(choice) === key)
    if (found !== undefined) setChosen({ before, after, [side]: found })
    setSection(undefined)
  }
  const error = revisions.error ?? drafts.error ?? old.error ?? fresh.error
  const failure = error === null ? undefined : describeFailure(error, t)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('comparison.title')}</h1>
        <Button variant="primary" isDisabled={result?.differs !== true} onPress={() => setExporting(true)}>
          {t('comparison.export.open')}
        </Button>
      </div>
      <div className={styles.sides}>
        <Select label={t('comparison.before')} items={items} value={sideKey(before)} placeholder="" onChange={(key) => choose('before', key)} />
        <div className={styles.swap}>
          <IconButton icon="swap" label={t('comparison.swap')} onPress={() => setChosen({ before: after, after: before })} />
        </div>
        <Select label={t('comparison.after')} items={items} value={sideKey(after)} placeholder="" onChange={(key) => choose('after', key)} />
      </div>
      {failure === undefined ? null : (
        <Notice tone="high" title={failure.what}>
          {failure.next}
        </Notice>
      )}
      {failure === undefined && result === undefined ? <Loading label={t('comparison.loading')} /> : null}
      {result === undefined ? null : (
        <Result
          result={result}
          mode={mode}
          section={section}
          onMode={(next) => {
            setSection(undefined)
            setMode(next)
          }}
          onClause={(index) => {
            setSection(index)
            setMode('words')
          }}
          onQuestion={goTo}
        />
      )}
      {isExporting ? (
        <RedlineDialog name={draft.name} before={before} after={after} languages={shown} beforeExport={session.flush} onClose={() => setExporting(false)} />
      ) : null}
    </div>
  )
}

function Result({
  result,
  mode,
  section,
  onMode,
  onClause,
  onQuestion,
}: {
  readonly result: ComparisonResult
  readonly mode: Mode
  readonly section: number | undefined
  readonly onMode: (mode: Mode) => void
  readonly onClause: (index: number) => void
  readonly onQuestion: (question: string) => void
}) {
  const { t } = useWords()
  if (!result.differs) return <EmptyState title={t('comparison.emptyTitle')}>{t('comparison.emptyText')}</EmptyState>
  const clauses = result.clauses.filter(({ state }) => state !== 'same').length
  return (
    <>
      {result.isSameContent ? null : <Notice tone="info">{t('comparison.otherTemplate')}</Notice>}
      <div className={styles.modes}>
        <Segmented<Mode>
          label={t('comparison.modes.label')}
          items={[
            { id: 'words', label: t('comparison.modes.words') },
            { id: 'clauses', label: t('comparison.modes.clauses', { count: clauses }) },
            { id: 'answers', label: t('comparison.modes.answers', { count: result.answers.length }) },
          ]}
          value={mode}
          onChange={onMode}
        />
      </div>
      {mode === 'words' ? <WordsView redline={result.redline} section={section} /> : null}
      {mode === 'clauses' ? <ClausesView clauses={result.clauses} languages={result.redline.languages} onClause={onClause} /> : null}
      {mode === 'answers' ? <AnswersView answers={result.answers} onQuestion={onQuestion} /> : null}
    </>
  )
}

/** What a side consists of. The draft that is open counts with the answers on screen, saved or not. */
function useSide(
  side: ComparisonSide,
  draft: Draft,
  answers: Draft['answers'],
  isUndecided: boolean,
): { readonly content: SideContent | undefined; readonly error: Error | null } {
  const query = useQuery({ ...api.comparison.side.queryOptions({ input: side }), enabled: !isUndecided, gcTime: 0, refetchOnMount: 'always' })
  const isOpenDraft = side.kind === 'draft' && side.id === draft.id
  const content = useMemo(() => (query.data === undefined || !isOpenDraft ? query.data : { ...query.data, answers }), [query.data, isOpenDraft, answers])
  return { content: query.isFetchedAfterMount ? content : undefined, error: query.error }
}

/** The languages of the document that both sides are written in. */
function useSharedLanguages(before: SideContent | undefined, after: SideContent | undefined, languages: readonly Language[]): readonly Language[] {
  return useMemo(() => {
    const texts = [before, after].map((side) => (side?.content.kind === 'agreement' ? side.content.texts : undefined))
    const shared = languages.filter((language) => texts.every((text) => text === undefined || text[language] !== undefined))
    return shared.length === 0 ? languages.slice(0, 1) : shared
  }, [before, after, languages])
}
