// Runs every net over the planted breaches in tests/fixtures/boundaries and fails when one of them is not reported.
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { filesBelow, root, runAsProgram } from './check/files.mjs'
import { program, run } from './check/run.mjs'
import { checkSources } from './check-sources.mjs'

const folder = 'tests/fixtures/boundaries'
const layers = ['engine', 'shared', 'core', 'cli', 'main', 'preload', 'renderer']

/** The lines that ask to be reported, from their `expect: RULE` comments. */
function expectations(files) {
  return files.flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const match = /expect: ([\w-]+)/.exec(line)
        return match === null ? [] : [{ file, line: index + 1, rule: match[1] }]
      }),
  )
}

async function typeReports() {
  const reports = []
  for (const layer of layers) {
    const { output } = await run(program('tsc'), ['-p', `${folder}/tsconfig.${layer}.json`, '--pretty', 'false'])
    for (const match of output.matchAll(/^(\S+)\((\d+),\d+\): error (TS\d+)/gm)) reports.push({ file: match[1], line: Number(match[2]), rule: match[3] })
  }
  return reports
}

async function lintReports() {
  const { output } = await run(program('oxlint'), ['-f', 'json', `${folder}/src`])
  const { diagnostics } = JSON.parse(output.slice(output.indexOf('{')))
  return diagnostics.flatMap(({ filename, code, labels }) =>
    (labels ?? []).map((label) => ({ file: filename.replaceAll('\\', '/'), line: label.span.line, rule: /\(([\w-]+)\)/.exec(code ?? '')?.[1] ?? '' })),
  )
}

function sourceReports() {
  return checkSources(path.join(root, folder), { mustFindEach: false, folders: ['src'] }).map(({ file, line, rule }) => ({
    file: `${folder}/${file}`,
    line,
    rule,
  }))
}

/** The planted breaches that no net reported. */
export async function silentCanaries() {
  const wanted = expectations(filesBelow(root, folder, /\.tsx?$/))
  if (wanted.length < 30) throw new Error(`Only ${wanted.length} planted breaches were found in ${folder}.`)
  const reports = [...(await typeReports()), ...(await lintReports()), ...sourceReports()]
  const seen = new Set(reports.map(({ file, line, rule }) => `${file}:${line}:${rule}`))
  return { count: wanted.length, silent: wanted.filter(({ file, line, rule }) => !seen.has(`${file}:${line}:${rule}`)) }
}

if (runAsProgram(import.meta.url)) {
  const { count, silent } = await silentCanaries()
  for (const { file, line, rule } of silent) console.log(`${file}:${line}: the planted breach of ${rule} was not reported: the net has a hole.`)
  if (silent.length === 0) console.log(`All ${count} planted breaches were reported.`)
  process.exitCode = silent.length === 0 ? 0 : 1
}
