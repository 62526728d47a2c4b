// What may be written to the log file: what happened and where in our code, never who, what or on whose disk.

const rules: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\b[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}\b/gu, '<email>'],
  [/\bDE\d{2}(?: ?[0-9A-Z]{4}){4,7}(?: ?[0-9A-Z]{1,4})?\b/gu, '<iban>'],
  // Our own bundles are the one thing worth knowing of a path.
  [/(?:file:\/\/\/?)?(?:[A-Za-z]:)?(?:[\\/][^\s\\/:"'()]+)*[\\/]out[\\/]((?:main|core|preload|renderer)[\\/][\w./-]+)/gu, '<app>/$1'],
  [/(?:file:\/\/)?\b[A-Za-z]:\\[^\n"'<>|:]+/gu, '<path>'],
  [/\\\\[^\s\\]+\\[^\n"'<>|:]+/gu, '<path>'],
  [/(["'`])(?:file:\/\/)?\/(?:(?!\1).)+\1/gu, '<path>'],
  [/(?:file:\/\/)?(?<![\w<>])\/(?:[^\s/:"'()]+\/)+[^\s/:"'()]*/gu, '<path>'],
  [/(["'`„“«])[^"'`“”»\n]{3,}(["'`“”»])/gu, '<text>'],
  [/\+?\d[\d ()/-]{7,}\d/gu, '<number>'],
]

/** The text without paths, quoted text, e-mail addresses, bank account and telephone numbers; at most 4000 characters. */
export const redact = (text: string): string => {
  let result = text.slice(0, 16_000)
  for (const [pattern, replacement] of rules) result = result.replace(pattern, replacement)
  return result.slice(0, 4000)
}
