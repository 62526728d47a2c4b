import { AppError } from '../../shared/errors.ts'
import type { OpenPackage } from './open-package.ts'
import { readXml } from './read-xml.ts'

/** A relationship of a package or of one of its parts. `target` is the name of a part; outside targets are left out. */
export type Relationship = { readonly id: string; readonly type: string; readonly target: string }

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)

/** A target relative to a part as the name of a part: "../customXml/item1.xml" seen from "word/document.xml" is "customXml/item1.xml". */
function resolve(target: string, from: string): string {
  const names: string[] = []
  for (const name of (target.startsWith('/') ? target : `${folderOf(from)}${target}`).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

/** What a part refers to, or with an empty name the package itself. Types are cut to their last word ("officeDocument", "comments"), which transitional and strict files share. */
export function relationships(opened: OpenPackage, part = ''): readonly Relationship[] {
  const folder = folderOf(part)
  const text = opened.readText(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const found: Relationship[] = []
  if (text === undefined) return found
  readXml(text, {
    open: (name, attributes) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
      if (name !== 'Relationship' || mode === 'External' || id === undefined || type === undefined || target === undefined) return
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(target, part) })
    },
  })
  return found
}

/** The name of the main part of a Word file. Throws `fileForeign` when the package holds no Word document. */
export function mainPart(opened: OpenPackage): string {
  const main = relationships(opened).find(({ type }) => type === 'officeDocument')?.target
  if (main === undefined || !opened.names.includes(main) || !/\.xml$/i.test(main)) throw new AppError('fileForeign', { details: { reason: 'noWordFile' } })
  return main
}
