type Document = PDFKit.PDFDocument

/** A dictionary of a PDF while it is being written. */
export type Dictionary = Record<string, unknown>

const isDictionary = (value: unknown): value is Dictionary => typeof value === 'object' && value !== null

function dictionaryIn(owner: unknown, ...path: readonly string[]): Dictionary {
  const found = path.reduce<unknown>((value, key) => (isDictionary(value) ? Reflect.get(value, key) : undefined), owner)
  if (!isDictionary(found)) throw new Error(`pdfkit no longer has ${path.join('.')}`)
  return found
}

/** The catalog of a file, where what holds for the whole document is written. pdfkit keeps it to itself. */
export function catalogOf(document: Document): Dictionary {
  return dictionaryIn(document, '_root', 'data')
}

/**
 * Sorts a name tree ("Dests", "EmbeddedFiles") by its bytes, as ISO 32000-1, 7.9.6 asks. pdfkit sorts as people do, by which a reader that searches
 * by halves finds only some of the names.
 */
export function sortNames(document: Document, tree: 'Dests' | 'EmbeddedFiles'): void {
  Object.assign(dictionaryIn(catalogOf(document), 'Names', 'data', tree), { _compareKeys: compareBytes })
}

/** The order of two names as they are written: Latin letters as bytes, others in UTF-16 behind a mark that comes after them all. */
function compareBytes(left: string, right: string): number {
  const isPlain = (name: string): boolean => /^[\x00-\x7f]*$/.test(name)
  if (isPlain(left) !== isPlain(right)) return isPlain(left) ? -1 : 1
  return left < right ? -1 : left > right ? 1 : 0
}
