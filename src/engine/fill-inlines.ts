import type { Inline } from './document.ts'
import type { Fill } from './liquid.ts'

/** An answer may hold line breaks; they stay line breaks. Control characters, private use and text-direction overrides never get through. */
export function fillInlines(fill: Fill | undefined, marks: { readonly strong?: true; readonly emphasis?: true }): readonly Inline[] {
  if (fill === undefined || fill.text === '') return []
  if (fill.kind === 'gap') return [{ kind: 'gap', text: clean(fill.text), question: fill.question }]
  const lines = clean(fill.text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.flatMap((line, index): readonly Inline[] => {
    const inline: Inline = fill.kind === 'answer' ? { kind: 'answer', text: line, question: fill.question, ...marks } : { kind: 'text', text: line, ...marks }
    return index === 0 ? [inline] : [{ kind: 'lineBreak' }, inline]
  })
}

/** Takes out what no document may carry: control characters, private use, direction overrides, lone surrogates. Line breaks stay. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uE000-\uF8FF\uFEFF\uFFFE\uFFFF]/g, '')
    .replace(/[ \t]+/g, ' ')
}
