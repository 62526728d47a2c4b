// The processes of a running app as Linux shows them.
import { readdir, readFile } from 'node:fs/promises'

/** A process with its command line and the text of its status file. */
export type ProcessEntry = { readonly pid: number; readonly parent: number; readonly commandLine: readonly string[]; readonly status: string }

const read = async (pid: number): Promise<ProcessEntry | null> => {
  try {
    const [commandLine, status] = await Promise.all([readFile(`/proc/${pid}/cmdline`, 'utf8'), readFile(`/proc/${pid}/status`, 'utf8')])
    const parent = Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? 0)
    // Chromium rewrites its processes' command lines with spaces between the arguments.
    return { pid, parent, commandLine: commandLine.split(/[\0 ]/).filter((argument) => argument !== ''), status }
  } catch {
    // It ended while it was being looked at.
    return null
  }
}

/** Whether a process still does something; one that ended and was not collected by its parent does not. */
export const isAlive = async (pid: number): Promise<boolean> => {
  const entry = await read(pid)
  return entry !== null && !/^State:\s*Z/m.test(entry.status)
}

/** All processes that descend from one, itself included. */
export const descendants = async (root: number): Promise<readonly ProcessEntry[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const all = (await Promise.all(pids.map(read))).filter((entry) => entry !== null)
  const found = new Set([root])
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const entry of all) if (found.has(entry.parent)) found.add(entry.pid)
  }
  return all.filter((entry) => found.has(entry.pid))
}
