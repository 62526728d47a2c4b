import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { Answers } from '../src/engine/answers.ts'
import type { Checklist } from '../src/engine/checklist.ts'
import type { RunComparison } from '../src/engine/checklist-comparison.ts'
import type { ChecklistResult } from '../src/engine/checklist-score.ts'

/** What the pictures of a result read of a run. */
export type DrawnRun = {
  readonly content: Checklist['content']
  readonly checklist: Checklist
  readonly answers: Answers
  readonly result: ChecklistResult
  readonly previous: { readonly summary: { readonly assessedOn: string; readonly createdAt: string } }
}
/** Draws the pictures of a result with the components of the window, as markup. */
export type Draw = (run: DrawnRun, comparison: RunComparison) => string

/** Builds the components of the window as they are shipped, for drawing without one. They want what their types say; `DrawnRun` is what they use. */
export async function buildDraw(): Promise<Draw> {
  // React tells its two builds apart when it is first loaded.
  process.env['NODE_ENV'] = 'production'
  const root = path.resolve(import.meta.dirname, '..')
  // Beside the packages, so that they are found.
  const outDir = await mkdtemp(path.join(root, 'node_modules', '.bench-redraw-'))
  try {
    const ssr = path.join(root, 'bench/redraw-entry.tsx')
    await build({ configFile: false, root, mode: 'production', logLevel: 'error', plugins: [react()], build: { ssr, outDir, emptyOutDir: true } })
    const built: unknown = await import(pathToFileURL(path.join(outDir, 'redraw-entry.js')).href)
    const draw: unknown = typeof built === 'object' && built !== null ? Reflect.get(built, 'draw') : undefined
    if (typeof draw !== 'function') throw new Error('the components were not built')
    return (run, comparison) => String(Reflect.apply(draw, undefined, [run, comparison]))
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}
