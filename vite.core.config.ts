import { builtinModules } from 'node:module'

import { defineConfig } from 'vite'

// The core runs on Node 24 in a process of its own, and the rows of a series on threads of it. Each is one file, so that a thread reads nothing of the
// other; `--mode worker` builds the second. Their dependencies stay in node_modules: one is native, others read files of theirs.
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    target: 'node24',
    outDir: 'out/core',
    emptyOutDir: mode !== 'worker',
    minify: false,
    ssr: mode === 'worker' ? 'src/core/series/worker.ts' : 'src/core/process.ts',
    rolldownOptions: {
      output: { format: 'esm', entryFileNames: mode === 'worker' ? 'series-worker.mjs' : 'process.mjs', codeSplitting: false },
      external: [...builtinModules, /^node:/],
    },
  },
}))
