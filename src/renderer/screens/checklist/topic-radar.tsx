import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from 'recharts'
import type { TopicScore } from '../../../engine/checklist-score.ts'
import { useWords } from '../../i18n/i18n.ts'
import { cx } from '../../ui/cx.ts'
import { labelLines } from './label-lines.ts'
import { percent } from './percent.ts'
import styles from './topic-radar.module.css'

const size = { width: 336, height: 262 }

/**
 * The scores of the topics around a centre, those of the run before dashed. A picture for the eye: the same numbers stand beside it in words, so it is hidden
 * from assistive technology. Nothing moves.
 */
export function TopicRadar({
  topics,
  before,
}: {
  readonly topics: readonly TopicScore[]
  readonly before: ReadonlyMap<string, number | undefined> | undefined
}) {
  const { t, local, language } = useWords()
  const data = topics.map(({ id, title, score }) => ({
    label: `${local(title)}\n${score === undefined ? t('checklist.result.notAnswered') : percent(score, language)}`,
    now: score ?? 0,
    before: before?.get(id) ?? 0,
  }))
  return (
    <div className={styles.radar} aria-hidden="true">
      <RadarChart {...size} data={data} outerRadius={76} accessibilityLayer={false} margin={{ top: 0, right: 0, bottom: 0, left: 0 }}>
        <PolarGrid stroke="var(--line-strong)" radialLines={false} />
        <PolarAngleAxis dataKey="label" axisLine={false} tickLine={false} tick={drawLabel} />
        <PolarRadiusAxis domain={[0, 100]} tickCount={5} tick={false} axisLine={false} />
        {before === undefined ? null : <Radar dataKey="before" className={cx(styles.before)} isAnimationActive={false} dot={false} />}
        <Radar dataKey="now" className={cx(styles.now)} isAnimationActive={false} dot={{ r: 3.5, className: cx(styles.dot) }} />
      </RadarChart>
    </div>
  )
}

type Tick = { readonly x?: number | string; readonly y?: number | string; readonly textAnchor?: unknown; readonly payload?: { readonly value?: unknown } }

/** A topic in lines short enough for the space beside the picture, its score on the last one. */
function drawLabel({ x, y, textAnchor, payload }: Tick) {
  const [name = '', score = ''] = typeof payload?.value === 'string' ? payload.value.split('\n') : []
  const lines = [...labelLines(name), score]
  const anchor = textAnchor === 'start' || textAnchor === 'end' ? textAnchor : 'middle'
  // Above the centre a label grows upwards, below it downwards, beside it both ways.
  const place = Number(y)
  const lift = place < size.height * 0.3 ? lines.length - 1 : place > size.height * 0.7 ? 0 : (lines.length - 1) / 2
  return (
    <text x={x} y={place - lift * lineHeight + 4} textAnchor={anchor} className={styles.label}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 0 : lineHeight} className={index === lines.length - 1 ? styles.score : undefined}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

const lineHeight = 14
