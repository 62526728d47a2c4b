import type { Place } from '../problem.ts'
import type { MergedText } from '../merge-clauses.ts'

/** A Liquid tag or output in a text: what it is, what it holds, where it stands. */
export type TextTag = {
  /** "output" for `{{ }}`, otherwise the name of the tag: "if", "case", … */
  readonly name: string
  readonly content: string
  readonly place: Place
  /** Names that only exist inside the text at this point: loop variables (with the list they run over) and assigned ones. */
  readonly locals: ReadonlyMap<string, readonly string[] | undefined>
}

/** All tags of a text in order; comments are passed over. */
export function textTags(text: MergedText): readonly TextTag[] {
  const tags: TextTag[] = []
  const loops: (readonly [string, readonly string[] | undefined])[] = []
  const assigned = new Map<string, readonly string[] | undefined>()
  let isComment = false
  let line = 0
  let end = 0
  for (const match of text.text.matchAll(/\{\{-?([\s\S]*?)-?\}\}|\{%-?\s*(\w+|#)([\s\S]*?)-?%\}/g)) {
    line += countLines(text.text.slice(end, match.index))
    end = match.index
    const [, output, name = 'output', rest = ''] = match
    if (name === 'comment') isComment = true
    if (name === 'endcomment') isComment = false
    if (isComment || name === 'endcomment' || name === '#') continue
    const content = (output ?? rest).trim()
    const place = text.lines[line] ?? { file: '' }
    const locals = new Map([...assigned, ...loops])
    if (name === 'for') {
      const [, variable = '', list = ''] = /^(\w+)\s+in\s+([\w.]+)/.exec(content) ?? []
      tags.push({ name, content: list, place, locals })
      const parent = loops.findLast(([known]) => known === list.split('.')[0])?.[1]
      loops.push([variable, parent === undefined ? [list] : [...parent, ...list.split('.').slice(1)]])
      continue
    }
    if (name === 'endfor') {
      loops.pop()
      continue
    }
    if (name === 'assign') {
      const [, variable = '', expression = ''] = /^(\w+)\s*=\s*([\s\S]*)$/.exec(content) ?? []
      tags.push({ name, content: expression, place, locals })
      assigned.set(variable, undefined)
      continue
    }
    tags.push({ name, content, place, locals })
  }
  return tags
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
