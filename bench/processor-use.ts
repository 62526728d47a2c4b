import { cpus } from 'node:os'

/** What the processor did between two moments: seconds of this process, and the part of all cores that went to others. */
export type ProcessorUse = { readonly ownSeconds: number; readonly foreignShare: number }

/** Begins to watch the processor; the result says what was used since. A figure taken on a busy machine judges the machine, not the code. */
export function watchProcessor(): () => ProcessorUse {
  const [own, all] = [process.cpuUsage(), allCores()]
  return () => {
    const { user, system } = process.cpuUsage(own)
    const ownSeconds = (user + system) / 1e6
    const now = allCores()
    const [busy, total] = [now.busy - all.busy, now.total - all.total]
    return { ownSeconds, foreignShare: Math.max(0, busy - ownSeconds) / total }
  }
}

function allCores(): { readonly busy: number; readonly total: number } {
  let [busy, idle] = [0, 0]
  for (const { times } of cpus()) {
    busy += (times.user + times.nice + times.sys + times.irq) / 1000
    idle += times.idle / 1000
  }
  return { busy, total: busy + idle }
}
