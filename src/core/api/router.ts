import { implementComparison } from './comparison.ts'
import { implementContent } from './content.ts'
import { implementDrafts } from './drafts.ts'
import { implementExport } from './export.ts'
import { implementFindings } from './findings.ts'
import { implementGuide } from './guide.ts'
import { createImplementer } from './implementer.ts'
import { implementPlans } from './plans.ts'
import { implementRevisions } from './revisions.ts'
import { implementReopening } from './reopening.ts'
import { implementReturned } from './returned.ts'
import { implementRuns } from './runs.ts'
import { implementSeries } from './series.ts'
import type { Services } from './services.ts'
import { implementSettings } from './settings.ts'
import { implementSuites } from './suites.ts'
import { implementSystem } from './system.ts'

/** The whole contract with its handlers, ready to be mounted on a port. */
export function createRouter(services: Services) {
  const implementer = createImplementer(services.environment.log)
  return implementer.router({
    system: implementSystem(implementer, services),
    content: implementContent(implementer, services),
    guide: implementGuide(implementer, services),
    drafts: implementDrafts(implementer, services),
    revisions: implementRevisions(implementer, services),
    returned: implementReturned(implementer, services),
    runs: implementRuns(implementer, services),
    reopening: implementReopening(implementer, services),
    settings: implementSettings(implementer, services),
    export: implementExport(implementer, services),
    comparison: implementComparison(implementer, services),
    series: implementSeries(implementer, services),
    suites: implementSuites(implementer, services),
    findings: implementFindings(implementer, services),
    plans: implementPlans(implementer, services),
  })
}

export type CoreRouter = ReturnType<typeof createRouter>
