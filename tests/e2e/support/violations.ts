import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds at WCAG 2.2 AA, short enough to read in a report. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  // Legacy mode, because Electron has no second page for axe to finish in.
  const result = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return result.violations.flatMap(({ id, nodes }) => nodes.slice(0, 4).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}
