import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { checklistAnswerSchema } from '../../../engine/answers.ts'
import { compileChecklist } from '../../../engine/checklist.ts'
import type { Guide } from '../../../engine/guide.ts'
import { guideFromRun, type KnownForGuide } from '../../../engine/guide-from-run.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import { draftIdSchema } from '../../../shared/contract/ids.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxCards } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { takeOverAnswers, useGuideProgress } from './guide-store.ts'
import styles from './guide.module.css'
import { knownSources, useSourceWords } from './known-words.ts'

/** Offers what a run of a checklist already tells the guide. Nothing where no checklist was run. */
export function FromCheck({ guide, runId }: { readonly guide: Guide; readonly runId: string | undefined }) {
  const { t, local } = useWords()
  const runs = useQuery(api.runs.list.queryOptions({ input: {} })).data ?? []
  const [chosen, setChosen] = useState(runId)
  const [taken, setTaken] = useState<number>()
  if (runs.length === 0) return null
  const run = runs.find(({ id }) => id === chosen)
  return (
    <section className={styles.fromCheck} aria-labelledby="from-check">
      <h2 id="from-check">{t('findings.guide.title')}</h2>
      <p>{t('findings.guide.lead')}</p>
      <div className={styles.known}>
        <Select
          size="small"
          label={t('findings.guide.check')}
          items={runs.map(({ id, name, templateTitle }) => ({ id, label: name, help: local(templateTitle) }))}
          value={run?.id}
          onChange={(id) => {
            setChosen(id)
            setTaken(undefined)
          }}
          placeholder={t('findings.guide.choose')}
        />
        {run === undefined || taken !== undefined ? null : (
          <KnownAnswers key={run.id} guide={guide} runId={run.id} isWanted={run.id === runId} onTaken={setTaken} />
        )}
        <p role="status">{taken === undefined ? '' : t('findings.guide.taken', { count: taken })}</p>
      </div>
    </section>
  )
}

type KnownProps = { readonly guide: Guide; readonly runId: string; readonly isWanted: boolean; readonly onTaken: (count: number) => void }

/** What a run knows, each with where it comes from; all of it is taken over unless somebody leaves something out. */
function KnownAnswers({ guide, runId, isWanted, onTaken }: KnownProps) {
  const { t } = useWords()
  // A remembered copy of the run is from before its last answers.
  const query = useQuery({ ...api.drafts.get.queryOptions({ input: { id: draftIdSchema.parse(runId) } }), gcTime: 0, refetchOnMount: 'always' })
  if (query.isError) return <p>{t('findings.guide.failed')}</p>
  return query.data === undefined || !query.isFetchedAfterMount ? null : <KnownOf guide={guide} draft={query.data} isWanted={isWanted} onTaken={onTaken} />
}

function KnownOf({ guide, draft, isWanted, onTaken }: Omit<KnownProps, 'runId'> & { readonly draft: Draft }) {
  const { t, local } = useWords()
  const progress = useGuideProgress()
  const sourceWords = useSourceWords()
  const [left, setLeft] = useState<readonly string[]>([])
  const found = useMemo(() => readRun(guide, draft), [guide, draft])
  const questionOf = (id: string) => guide.content.questions.find((question) => question.id === id)
  const matterOf = (id: string) => local(questionOf(id)?.short ?? { de: id, en: id })
  const take = (known: readonly KnownForGuide[]) => {
    takeOverAnswers(known.map((one) => ({ ...one, origin: { check: found.title, sources: found.sourcesOf(one) } })))
    onTaken(known.length)
  }
  // Whoever comes from the result of a check has said so already; answers given before are not overwritten unasked.
  const isFresh = useRef(isWanted && Object.keys(progress.answers).length === 0 && found.known.length > 0)
  useEffect(() => {
    if (!isFresh.current) return
    isFresh.current = false
    take(found.known)
  })
  if (found.known.length + found.open.length === 0) return <p>{t('findings.guide.nothing')}</p>
  const used = found.known.filter(({ question }) => !left.includes(question))
  return (
    <>
      {found.known.length === 0 ? null : (
        <CheckboxCards
          size="small"
          label={t('findings.guide.answers')}
          items={found.known.map((one) => {
            const option = questionOf(one.question)?.options.find(({ id }) => id === one.option)
            const answer = option === undefined ? one.option : local(option.label)
            return {
              id: one.question,
              label: t('findings.guide.answer', { matter: matterOf(one.question), answer }),
              help: t('findings.guide.sources', { sources: sourceWords(found.sourcesOf(one)) }),
            }
          })}
          value={used.map(({ question }) => question)}
          onChange={(kept) => setLeft(found.known.map(({ question }) => question).filter((question) => !kept.includes(question)))}
        />
      )}
      {found.open.map(({ question }) => (
        <p key={question}>{t('findings.guide.contradiction', { matter: matterOf(question) })}</p>
      ))}
      {used.length === 0 ? null : <Button onPress={() => take(used)}>{t('findings.guide.take', { count: used.length })}</Button>}
    </>
  )
}

function readRun(guide: Guide, { content, answers }: Draft) {
  const valueOf = (question: string) => checklistAnswerSchema.safeParse(answers[question]).data?.value
  if (content.kind !== 'checklist') return { known: [], open: [], title: content.title, sourcesOf: () => [] }
  const { known, open } = guideFromRun(guide, compileChecklist(content), answers)
  return { known, open, title: content.short, sourcesOf: ({ sources }: KnownForGuide) => knownSources(sources, content, valueOf) }
}
