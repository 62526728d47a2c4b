import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A Word file with one of its parts changed, packed as another program would. */
export function withPart(docx: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(docx)
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) })
}
