/** In letters of the Latin alphabet; those of Japanese are twice as wide. */
const lineLength = 13

function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (/[\u3000-\u9FFF\uFF00-\uFFEF]/u.test(letter) ? 2 : 1), 0)
}

/** The lines of a label beside a chart: broken at spaces, and in Japanese between letters. A longer word stays whole. */
export function labelLines(name: string): readonly string[] {
  const parts = name.match(/[\u3000-\u9FFF\uFF00-\uFFEF]|[^\s\u3000-\u9FFF\uFF00-\uFFEF]+\s*/gu) ?? [name]
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last + part.trimEnd()) <= lineLength) lines[lines.length - 1] = last + part
    else lines.push(part)
  }
  return lines.map((line) => line.trim())
}
