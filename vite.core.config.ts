import { builtinModules } from 'node:module'

import { defineConfig } from 'vite'

// The core runs on Node 24 in a process of its own. Its dependencies stay in node_modules: one is native, others read files of theirs.
export default defineConfig({
  publicDir: false,
  build: {
    target: 'node24',
    outDir: 'out/core',
    emptyOutDir: true,
    minify: false,
    ssr: 'src/core/process.ts',
    rolldownOptions: {
      output: { format: 'esm', entryFileNames: 'process.mjs', codeSplitting: false },
      external: [...builtinModules, /^node:/],
    },
  },
})
