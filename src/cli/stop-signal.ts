/** Ctrl-C and the polite signal of the system, as an abort signal. The second one ends the program at once, as it always would. */
export function stopSignal(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController()
  const stop = (): void => {
    release()
    controller.abort(new DOMException('stopped', 'AbortError'))
  }
  const release = (): void => void process.off('SIGINT', stop).off('SIGTERM', stop)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return { signal: controller.signal, release }
}
