import { z } from 'zod'
import { isRecord } from './value-at.ts'

/** All names of settings a schema knows anywhere, for "did you mean". */
export function knownNames(schema: z.ZodType): readonly string[] {
  const names = new Set<string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    if (!isRecord(value)) return
    if (isRecord(value['properties'])) for (const name of Object.keys(value['properties'])) names.add(name)
    Object.values(value).forEach(collect)
  }
  collect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return [...names]
}
