/** Largest file that goes through the port, in bytes; base64 makes it a third longer. Larger ones are chosen in a dialog. */
export const maximumDroppedBytes = 11_900_000

/** The content of a file that was dropped on the window, in base64. The page never learns where it lies. */
export function contentOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const text = typeof reader.result === 'string' ? reader.result : ''
      const comma = text.indexOf(',')
      // An empty file has no comma.
      resolve(comma === -1 ? '' : text.slice(comma + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read')))
    reader.readAsDataURL(file)
  })
}

/** A name for the draft from that of the file: without its ending, as long as a name may be. */
export function draftNameOf(fileName: string): string {
  return fileName
    .replace(/\.(?:pdf|docx)$/i, '')
    .trim()
    .slice(0, 200)
}
