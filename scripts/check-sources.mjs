// Rules about sources that neither the compiler nor the linter knows: raw Electron functions in one file each, SQL in the storage only,
// the clock only from the environment, texts for people only through translation, reasons for suppressions, issue numbers for to-dos.
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { filesBelow, root, runAsProgram } from './check/files.mjs'

/** Functions of Electron that each appear in exactly one file of ours, so that their checks cannot be forgotten elsewhere. */
const rawFunctions = [
  { name: 'ipcMain', pattern: importOf('ipcMain') },
  { name: 'ipcRenderer', pattern: importOf('ipcRenderer') },
  { name: 'protocol', pattern: importOf('protocol') },
  { name: 'utilityProcess', pattern: importOf('utilityProcess') },
  { name: 'shell.openExternal', pattern: /\bshell\s*(\?\.|\.)\s*openExternal\b|\[['"]openExternal['"]\]/ },
]

function importOf(name) {
  return new RegExp(`import\\s*\\{[^}]*\\b${name}\\b[^}]*\\}\\s*from 'electron'|\\belectron\\.${name}\\b`)
}

/** Uppercase keywords only: prose such as "select a file from the list" is no SQL. */
const sql =
  /\b(SELECT\s[^;'"]{1,200}?\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|DELETE\s+FROM\s|UPDATE\s+\w+\s+SET\s|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)\s|PRAGMA\s+\w|BEGIN IMMEDIATE)/g
const suppression = /(?:oxlint|eslint)-disable(?:-next-line|-line)?\b[^\n]*|@ts-(?:expect-error|ignore|nocheck)\b[^\n]*/
const attribute = /\s(?:aria-label|alt|title|placeholder|label|description)=(?:"[^"]*\p{L}{2}[^"]*"|\{'[^']*\p{L}{2}[^']*'\})/u
const todo = /\b(?:TODO|FIXME|XXX)\b(?!\s*\(?#\d)/

/** One text file as the rules see it. */
function load(base, file) {
  const text = readFileSync(path.join(base, file), 'utf8')
  return { file, text, lines: text.split('\n'), isTest: /\.(test|spec)\.tsx?$|\/testing\//.test(file) }
}

const lineAt = (text, index) => text.slice(0, index).split('\n').length

/** Comments blanked out, so that a comment may speak of what it forbids; lengths and lines stay. */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '))
}

function isIn(file, folder) {
  return file.startsWith(`src/${folder}/`)
}

/** All findings below `base`; `file` is relative to it. `mustFindEach` reports a raw function that appears nowhere at all. */
export function checkSources(base, { mustFindEach = true, folders = ['src', 'scripts', 'tests', 'bench'], ignore } = {}) {
  const files = folders
    .flatMap((folder) => filesBelow(base, folder, /\.(ts|tsx|mjs|cjs)$/))
    .filter((file) => !ignore?.test(file))
    .map((file) => load(base, file))
  const findings = []
  const report = (file, line, rule, text) => findings.push({ file, line, rule, text })

  for (const { name, pattern } of rawFunctions) {
    const uses = files
      .filter(({ file, isTest }) => file.startsWith('src/') && !isTest)
      .flatMap(({ file, text }) => {
        const match = pattern.exec(withoutComments(text))
        return match === null ? [] : [{ file, line: lineAt(text, match.index) }]
      })
    if (uses.length > 1 || !mustFindEach) {
      for (const use of uses)
        report(use.file, use.line, 'raw-api', `${name} may appear in exactly one file, found in ${uses.length}: wrap it there and use the wrapper.`)
    }
    if (uses.length === 0 && mustFindEach)
      report('src', 0, 'raw-api', `${name} was found nowhere: the rule in scripts/check-sources.mjs looks for the wrong thing.`)
  }

  for (const { file, text, lines, isTest } of files) {
    const code = withoutComments(text)
    const isProduct = file.startsWith('src/') && !isTest
    if (isProduct && !isIn(file, 'core/storage')) {
      for (const match of code.matchAll(sql)) report(file, lineAt(text, match.index), 'sql', 'SQL belongs into src/core/storage.')
    }
    if (isProduct && (isIn(file, 'engine') || isIn(file, 'shared') || (isIn(file, 'core') && file !== 'src/core/process.ts'))) {
      const match = /\bnew Date\(\s*\)/.exec(code)
      if (match !== null) report(file, lineAt(text, match.index), 'clock', 'The clock comes in through CoreEnvironment.now.')
    }
    if (isProduct && isIn(file, 'renderer') && file.endsWith('.tsx')) {
      const codeLines = code.split('\n')
      for (const [index, line] of codeLines.entries()) {
        if (attribute.test(line)) report(file, index + 1, 'untranslated-attribute', 'Texts for people go through translation.')
      }
    }
    if (file !== 'scripts/check-sources.mjs') {
      for (const [index, line] of lines.entries()) {
        if (todo.test(line)) report(file, index + 1, 'todo', 'A to-do carries the number of its issue: "TODO(#12): …".')
        const match = suppression.exec(line)
        // The reason follows two dashes, the way the linters define it: "oxlint-disable-next-line RULE -- reason".
        if (match !== null && !/\s--\s\S.{5}|@ts-expect-error\s+\S.{5}/.test(match[0])) {
          report(file, index + 1, 'suppression', 'A suppression names its reason on the same line: "… RULE -- reason".')
        }
      }
    }
  }
  return findings
}

if (runAsProgram(import.meta.url)) {
  const findings = checkSources(root, { ignore: /^tests\/fixtures\// })
  for (const { file, line, rule, text } of findings) console.log(`${file}:${line}: ${rule}: ${text}`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
