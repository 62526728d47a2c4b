/** A name for a file that every system takes: no separators, no control characters, not too long. */
export function fileNameFor(name: string, languages: readonly string[], format: string): string {
  const plain = [...name.normalize('NFC')]
    .filter((character) => character >= ' ' && !'\\/:*?"<>|'.includes(character))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const stem = plain === '' ? 'Musubi' : plain.slice(0, 120).trim()
  return `${stem} (${languages.join('+')}).${format}`
}
