import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether LibreOffice can be called here. */
export async function hasOffice(): Promise<boolean> {
  try {
    await run('soffice', ['--version'])
    return true
  } catch {
    return false
  }
}

/** Opens Word files in LibreOffice and saves them again as Word files. */
export const savedByOffice = (files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>> => convertedByOffice(files, 'docx')

/** Prints Word files as LibreOffice lays them out. */
export const printedByOffice = (files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>> => convertedByOffice(files, 'pdf')

/** All in one go: LibreOffice takes a second or two to start. */
async function convertedByOffice(files: ReadonlyMap<string, Uint8Array>, format: 'docx' | 'pdf'): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'musubi-office-'))
  try {
    const names = [...files.keys()]
    await Promise.all(names.map((name, index) => writeFile(path.join(folder, `${index}.docx`), files.get(name) ?? new Uint8Array())))
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
    const sources = names.map((_, index) => path.join(folder, `${index}.docx`))
    await run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', path.join(folder, 'saved'), ...sources])
    const saved = await Promise.all(
      names.map(async (name, index) => [name, new Uint8Array(await readFile(path.join(folder, 'saved', `${index}.${format}`)))] as const),
    )
    return new Map(saved)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
