import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import * as nodeFileSystem from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { matching, temporaryFolder } from '../../../tests/support/core.ts'
import { mayMount, mountedFolder } from '../../../tests/support/mounts.ts'
import { saveFile, type SaveFileSystem } from './save-file.ts'

const bytes = Buffer.from('a new document')
const save = (path: string, fileSystem?: SaveFileSystem, signal?: AbortSignal) =>
  saveFile(path, bytes, { token: 'token', signal, ...(fileSystem === undefined ? {} : { fileSystem }) })

const failure = (code: string) => Object.assign(new Error(`${code}: /secret/folder/name.pdf`), { code })

/** Node's file system, in which writing, flushing or renaming fails. */
function failing(call: 'open' | 'writeFile' | 'sync' | 'rename', code: string): SaveFileSystem {
  const reject = () => Promise.reject(failure(code))
  if (call === 'open') return { ...nodeFileSystem, open: reject }
  if (call === 'rename') return { ...nodeFileSystem, rename: reject }
  return {
    ...nodeFileSystem,
    open: async (...values) => {
      const handle = await nodeFileSystem.open(...values)
      Object.assign(handle, { [call]: reject })
      return handle
    },
  }
}

describe('saving a file', () => {
  test('writes it whole, keeps the rights of the old one and leaves nothing else', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'NDA.pdf')
    writeFileSync(path, 'old')
    chmodSync(path, 0o640)
    await save(path)
    expect(readFileSync(path, 'utf8')).toBe('a new document')
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['NDA.pdf'])
  })
  test('replaces what a link points to, not the link', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'real.pdf'), 'old')
    symlinkSync(join(folder, 'real.pdf'), join(folder, 'link.pdf'))
    await save(join(folder, 'link.pdf'))
    expect(readFileSync(join(folder, 'real.pdf'), 'utf8')).toBe('a new document')
    expect(readdirSync(folder).toSorted()).toEqual(['link.pdf', 'real.pdf'])
  })

  test.each([
    ['open', 'EACCES', 'fileNotWritable'],
    ['open', 'EROFS', 'fileNotWritable'],
    ['open', 'EPERM', 'fileNotWritable'],
    ['writeFile', 'ENOSPC', 'diskFull'],
    ['sync', 'ENOSPC', 'diskFull'],
    ['sync', 'EDQUOT', 'diskFull'],
    ['rename', 'EBUSY', 'fileLocked'],
    ['rename', 'EPERM', 'fileLocked'],
    ['rename', 'EACCES', 'fileLocked'],
  ] as const)('%s failing with %s is %s; the old file stays and nothing is left behind', async (call, code, expected) => {
    const folder = temporaryFolder()
    const path = join(folder, 'NDA.pdf')
    writeFileSync(path, 'old')
    await expect(save(path, failing(call, code))).rejects.toMatchObject({ name: 'AppError', code: expected, details: { file: 'NDA.pdf' }, isRetryable: true })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['NDA.pdf'])
  })
  test('an error nobody expected stays what it is', async () => {
    const folder = temporaryFolder()
    await expect(save(join(folder, 'NDA.pdf'), failing('sync', 'EWHATEVER'))).rejects.toMatchObject({ code: 'EWHATEVER' })
    expect(readdirSync(folder)).toEqual([])
  })
  test('a folder that is gone and a folder in the place of the file are told as not writable', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'NDA.pdf'))
    await expect(save(join(folder, 'gone', 'NDA.pdf'))).rejects.toMatchObject({ code: 'fileNotWritable', details: { file: 'NDA.pdf' } })
    await expect(save(join(folder, 'NDA.pdf'))).rejects.toMatchObject({ code: matching(/^file/u) })
    expect(readdirSync(folder)).toEqual(['NDA.pdf'])
  })
  test('a cancelled one leaves no file', async () => {
    const folder = temporaryFolder()
    const controller = new AbortController()
    const slow: SaveFileSystem = {
      ...nodeFileSystem,
      realpath: Object.assign(
        () => {
          controller.abort()
          return Promise.reject(failure('ENOENT'))
        },
        { native: nodeFileSystem.realpath },
      ),
    }
    await expect(save(join(folder, 'NDA.pdf'), slow, controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe.runIf(mayMount)('on real file systems', () => {
  test('tells a full disk', async ({ skip }) => {
    const folder = mountedFolder('size=64k') ?? skip('mounting is not allowed here')
    const path = join(folder, 'NDA.pdf')
    writeFileSync(path, 'old')
    await expect(saveFile(path, Buffer.alloc(200_000), { token: 'token' })).rejects.toMatchObject({ code: 'diskFull' })
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['NDA.pdf'], 'old'])
  })
  test('tells a read-only folder', async ({ skip }) => {
    const folder = mountedFolder('ro,size=64k') ?? skip('mounting is not allowed here')
    await expect(save(join(folder, 'NDA.pdf'))).rejects.toMatchObject({ code: 'fileNotWritable' })
  })
})
describe.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)('as an ordinary user', () => {
  test('tells a folder and a file without the right to write', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'NDA.pdf')
    writeFileSync(path, 'old', { mode: 0o444 })
    await expect(save(path)).rejects.toMatchObject({ code: 'fileNotWritable' })
    chmodSync(folder, 0o555)
    onTestFinished(() => chmodSync(folder, 0o755))
    await expect(save(join(folder, 'other.pdf'))).rejects.toMatchObject({ code: 'fileNotWritable' })
  })
})
