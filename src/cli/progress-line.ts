const intervalMs = 200

/** A line on a terminal that says how far a long command is; silent where nobody watches. */
export function progressLine(): { readonly show: (text: string) => void; readonly clear: () => void } {
  const isWatched = process.stderr.isTTY
  let last = 0
  return {
    show: (text) => {
      const now = performance.now()
      if (!isWatched || now - last < intervalMs) return
      last = now
      process.stderr.write(`\r\u001B[K${text}`)
    },
    clear: () => {
      if (isWatched && last > 0) process.stderr.write('\r\u001B[K')
    },
  }
}
