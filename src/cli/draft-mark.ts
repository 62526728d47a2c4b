import { UsageError } from './failure.ts'

/** The options that say how far a document has come. */
export type MarkOptions = { readonly draft?: string; readonly final?: true; readonly watermark?: true }

/** The mark in the header of a draft; undefined for a final document. */
export function draftMark({ draft: number = '1', final, watermark }: MarkOptions): { readonly number: number; readonly hasWatermark: boolean } | undefined {
  if (final) return undefined
  if (!/^[1-9]\d{0,3}$/u.test(number)) throw new UsageError(`--draft takes the number of the draft, not ${JSON.stringify(number)}`)
  return { number: Number(number), hasWatermark: watermark === true }
}
