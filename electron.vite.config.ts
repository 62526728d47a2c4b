import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Targets are those of the oldest runtime the project is tested on (Electron 25: Node 18, Chrome 114), see docs/security.md.
// The package is "type": "module", so CommonJS output needs the .cjs ending; a sandboxed preload cannot be an ES module.
const commonJs = (input: string) =>
  ({
    target: 'node18',
    externalizeDeps: false,
    minify: false,
    rolldownOptions: {
      input,
      output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  }) as const

export default defineConfig({
  main: { build: { ...commonJs('src/main/index.ts'), outDir: 'out/main' } },
  preload: { build: { ...commonJs('src/preload/index.ts'), outDir: 'out/preload' } },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: 'chrome114',
      outDir: 'out/renderer',
      // Data URLs for fonts and scripts would be refused by the content security policy.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      // Read from the disk, never downloaded.
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
})
