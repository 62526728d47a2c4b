import type { Place } from '../problem.ts'
import type { MergedText } from '../merge-clauses.ts'

/** A line of a text as a reader sees it: comments and tags blanked out, so that columns and lines stay. */
export type TextLine = { readonly text: string; readonly raw: string; readonly place: Place; readonly section: string }

/** The lines of a text with the section each belongs to ("opening" before the first). */
export function textLines({ text, lines }: MergedText): readonly TextLine[] {
  const visible = text
    .replaceAll(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, blanked)
    .replaceAll(/\{%[\s\S]*?%\}/g, blanked)
    .split('\n')
  let section = 'opening'
  return text.split('\n').map((raw, index) => {
    section = /^##\s.*\{#([^}\s]+)/.exec(raw)?.[1] ?? section
    return { text: visible[index] ?? '', raw, place: lines[index] ?? { file: '' }, section }
  })
}

function blanked(piece: string): string {
  return piece.replaceAll(/[^\n]/g, ' ')
}
