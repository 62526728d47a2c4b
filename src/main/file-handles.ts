import { randomUUID } from 'node:crypto'

import { type FileHandle, fileHandleSchema } from '../shared/contract/ids.ts'

/** The paths behind the handles pages hold. Only main and core ever see a path. */
export type FileHandles = {
  readonly create: (path: string) => FileHandle
  readonly pathOf: (handle: FileHandle) => string | null
}

/** A page that asks for dialog after dialog must not fill the memory; nobody comes back to the thousandth last export. */
const maximumKept = 1000

/** Makes an empty book of handles. */
export const createFileHandles = (newId: () => string = randomUUID): FileHandles => {
  const paths = new Map<FileHandle, string>()
  return {
    create: (path) => {
      const handle = fileHandleSchema.parse(newId())
      paths.set(handle, path)
      for (const oldest of paths.keys()) {
        if (paths.size <= maximumKept) break
        paths.delete(oldest)
      }
      return handle
    },
    pathOf: (handle) => paths.get(handle) ?? null,
  }
}
