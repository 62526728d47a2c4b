/** The steps from the root of a YAML file to a value. */
export type ValuePath = readonly PropertyKey[]

/** Whether a value is an object with named entries. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a path, or undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: ValuePath): unknown {
  let value = root
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step]
    else if (isRecord(value) && typeof step === 'string' && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}

/** Every object with named entries inside plain data, with its path. */
export function* recordsIn(value: unknown, path: ValuePath = []): Generator<{ readonly record: Readonly<Record<string, unknown>>; readonly path: ValuePath }> {
  if (isRecord(value)) yield { record: value, path }
  const entries: readonly (readonly [PropertyKey, unknown])[] = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : []
  for (const [step, inner] of entries) yield* recordsIn(inner, [...path, step])
}

/** A path in the words of an author: items are named by their id, so `pages.0.questions.3.label` reads `pages "parties" › questions "subject" › label`. */
export function describePath(root: unknown, path: ValuePath): string {
  const parts: string[] = []
  path.forEach((step, index) => {
    if (typeof step !== 'number') {
      parts.push(String(step))
      return
    }
    const item = valueAt(root, path.slice(0, index + 1))
    const name = isRecord(item) && typeof item['id'] === 'string' ? `"${item['id']}"` : `entry ${step + 1}`
    const last = parts.pop()
    parts.push(last === undefined ? name : `${last} ${name}`)
  })
  return parts.join(' › ')
}
