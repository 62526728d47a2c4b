import { type ChecklistFinding, levelFrom } from '../../../engine/checklist-score.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Chip } from '../../ui/chip.tsx'
import { PopoverHelp } from '../../ui/popover-help.tsx'

const scale = { 1: 'low', 2: 'medium', 3: 'high' } as const

/** The level of a finding, and how likelihood and impact lead to it. */
export function ExplainLevel({ finding }: { readonly finding: ChecklistFinding }) {
  const { t } = useWords()
  const { level, likelihood, impact, answer } = finding
  const words = t(`checklist.levels.${level}`)
  return (
    <>
      <Chip tone={level}>{words}</Chip>
      <PopoverHelp label={t('checklist.explain.why')} name={t('checklist.explain.whyNamed', { level: words })} title={words}>
        <p>
          {t('checklist.explain.level', {
            answer: t(`checklist.answers.${answer.value}`),
            likelihood: t(`checklist.matrix.likelihood.${scale[likelihood]}`).replaceAll('\u00AD', ''),
            likelihoodNumber: likelihood,
            impact: t(`checklist.matrix.impact.${scale[impact]}`),
            impactNumber: impact,
            risk: likelihood * impact,
          })}
        </p>
        <p>{t('checklist.explain.limits', levelFrom)}</p>
      </PopoverHelp>
    </>
  )
}
