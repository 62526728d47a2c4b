import type { ChecklistAnswer } from '../../../engine/answers.ts'
import type { GuideSource } from '../../../engine/guide-from-run.ts'
import type { ChecklistPackage } from '../../../engine/template.ts'
import { useWords } from '../../i18n/i18n.ts'

/** Where a run says something, apart from its content: a fact of the run, or the answer to a question by its number. */
export type KnownSource =
  { readonly kind: 'who' | 'partner_kind' } | { readonly kind: 'question'; readonly number: number; readonly value: ChecklistAnswer['value'] }

/** Frees sources from the run they were read in. */
export function knownSources(
  sources: readonly GuideSource[],
  { questions }: ChecklistPackage,
  valueOf: (question: string) => ChecklistAnswer['value'] | undefined,
): readonly KnownSource[] {
  return sources.flatMap((source): readonly KnownSource[] => {
    if (source.kind === 'fact') return source.fact === 'who' || source.fact === 'partner_kind' ? [{ kind: source.fact }] : []
    const value = valueOf(source.question)
    return value === undefined ? [] : [{ kind: 'question', number: questions.findIndex(({ id }) => id === source.question) + 1, value }]
  })
}

/** Says where something is known from. */
export function useSourceWords(): (sources: readonly KnownSource[]) => string {
  const { t, language } = useWords()
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  return (sources) =>
    list.format(
      sources.map((source) =>
        source.kind === 'question'
          ? t('findings.guide.question', { number: source.number, value: t(`checklist.answers.${source.value}`) })
          : t(`findings.guide.fact.${source.kind}`),
      ),
    )
}
