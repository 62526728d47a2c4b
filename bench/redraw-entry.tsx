import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { RunComparison } from '../src/engine/checklist-comparison.ts'
import { createTranslator } from '../src/renderer/i18n/i18n.ts'
import { RiskMatrix } from '../src/renderer/screens/checklist/risk-matrix.tsx'
import { TopicChart } from '../src/renderer/screens/checklist/topic-chart.tsx'
import type { Run } from '../src/renderer/screens/checklist/use-run.ts'

const translator = createTranslator('ja')

/** Draws the pictures of a result anew, as the window does after an answer. */
export function draw(run: Run, comparison: RunComparison | undefined): string {
  return renderToString(
    <I18nextProvider i18n={translator}>
      <TopicChart run={run} comparison={comparison} />
      <RiskMatrix run={run} onFinding={() => undefined} />
    </I18nextProvider>,
  )
}
