/** Sends events from a running job; stops for good when nobody listens any more. */
export type Emit<Event> = (event: Event) => void

/**
 * Runs a job and hands out its events as they come. Unlike a generator, closing the stream reaches the job at once: its signal is aborted while
 * it works, and closing returns when the job has cleaned up. Errors of the job arrive through `toError`; those of a cancelled job go nowhere.
 */
export function eventStream<Event>(
  job: (emit: Emit<Event>, signal: AbortSignal) => Promise<void>,
  options: { readonly signal: AbortSignal | undefined; readonly toError: (error: unknown) => unknown },
): AsyncIteratorObject<Event, undefined, undefined> {
  const controller = new AbortController()
  const signal = options.signal === undefined ? controller.signal : AbortSignal.any([controller.signal, options.signal])
  const waiting: Event[] = []
  let wake = (): void => undefined
  let isOver = false
  let failure: { readonly error: unknown } | undefined

  const work = job((event) => {
    waiting.push(event)
    wake()
  }, signal)
    .catch((error: unknown) => {
      if (!signal.aborted) failure = { error: options.toError(error) }
    })
    .finally(() => {
      isOver = true
      wake()
    })

  const stop = async (): Promise<IteratorReturnResult<undefined>> => {
    controller.abort()
    await work
    waiting.length = 0
    return { done: true, value: undefined }
  }

  const next = async (): Promise<IteratorResult<Event, undefined>> => {
    while (waiting.length === 0 && !isOver) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    const [event] = waiting.splice(0, 1)
    if (event !== undefined && !signal.aborted) return { done: false, value: event }
    if (failure !== undefined) {
      const { error } = failure
      failure = undefined
      throw error
    }
    return { done: true, value: undefined }
  }

  const stream: AsyncIteratorObject<Event, undefined, undefined> = {
    next,
    return: stop,
    throw: async (error: unknown) => {
      await stop()
      throw error
    },
    [Symbol.asyncIterator]: () => stream,
    [Symbol.asyncDispose]: async () => void (await stop()),
  }
  return stream
}
