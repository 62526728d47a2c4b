import { strFromU8, unzipSync } from 'fflate'

/** A paragraph as a reader of the file sees it: the number Word computes (empty for none, "•" for a bullet) and its words. */
export type WordParagraph = { readonly number: string; readonly text: string; readonly style: string }

type Level = { readonly start: number; readonly format: string; readonly text: string }
type List = { readonly abstract: string; readonly restarts: ReadonlyMap<number, number> }

const kana = 'アイウエオカキクケコサシスセソタチツテト'
const attribute = (xml: string, element: string): string | undefined => new RegExp(`<w:${element} w:val="([^"]*)"`).exec(xml)?.[1]
/** Fixed spaces count as spaces: only where lines end do they differ. */
const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('\u00a0', ' ')

function print(format: string, value: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
  if (format === 'lowerLetter') return letter
  if (format === 'upperLetter') return letter.toUpperCase()
  if (format === 'aiueoFullWidth') return kana.charAt(value - 1)
  if (format === 'lowerRoman') {
    const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc']
    const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
    return `${tens[Math.floor(value / 10)] ?? ''}${ones[value % 10] ?? ''}`
  }
  return format === 'none' ? '' : String(value)
}

/** Marks of footnotes are no words, whether Word counts them or they are typed. */
const withoutTypedMarks = (xml: string): string => xml.replaceAll(/(<w:footnoteReference w:customMarkFollows="1"[^>]*\/>)<w:t [^>]*>[^<]*<\/w:t>/g, '$1')

function readNumbering(xml: string): { readonly lists: ReadonlyMap<string, List>; readonly levels: ReadonlyMap<string, readonly Level[]> } {
  const levels = new Map<string, readonly Level[]>()
  for (const [, id = '', body = ''] of xml.matchAll(/<w:abstractNum w:abstractNumId="(\d+)".*?>(.*?)<\/w:abstractNum>/gs)) {
    levels.set(
      id,
      [...body.matchAll(/<w:lvl .*?<\/w:lvl>/gs)].map(([level]) => ({
        start: Number(attribute(level, 'start')),
        format: attribute(level, 'numFmt') ?? '',
        text: unescape(attribute(level, 'lvlText') ?? ''),
      })),
    )
  }
  const lists = new Map<string, List>()
  for (const [, id = '', body = ''] of xml.matchAll(/<w:num w:numId="(\d+)">(.*?)<\/w:num>/gs)) {
    const restarts = [...body.matchAll(/<w:lvlOverride w:ilvl="(\d)"><w:startOverride w:val="(\d+)"/g)].map(([, level, start]): [number, number] => [
      Number(level),
      Number(start),
    ])
    lists.set(id, { abstract: attribute(body, 'abstractNumId') ?? '', restarts: new Map(restarts) })
  }
  return { lists, levels }
}

/**
 * Counts the paragraphs of a DOCX as Word does, from its three parts alone and knowing nothing of how they were written: lists of one abstract
 * definition share their counters, a level restarts below each higher one, and a start override counts when its list is first used at all.
 */
export function readWordParagraphs(file: Uint8Array): readonly WordParagraph[] {
  const parts = unzipSync(file)
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  const { lists, levels } = readNumbering(part('word/numbering.xml'))
  const styles = new Map(
    [...part('word/styles.xml').matchAll(/<w:style w:type="paragraph".*?w:styleId="([^"]*)".*?>(.*?)<\/w:style>/gs)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  )
  const numberOf = (xml: string, style: string): { readonly list: string; readonly level: number } | undefined => {
    const own = attribute(xml, 'numId')
    if (own !== undefined) return { list: own, level: Number(attribute(xml, 'ilvl') ?? 0) }
    const body = styles.get(style)
    if (body === undefined) return undefined
    const basedOn = attribute(body, 'basedOn')
    return numberOf(body, basedOn ?? '')
  }
  const counters = new Map<string, (number | undefined)[]>()
  const used = new Set<string>()
  return [...part('word/document.xml').matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, body = '']) => {
    const properties = /<w:pPr>(.*?)<\/w:pPr>/s.exec(body)?.[1] ?? ''
    const style = attribute(properties, 'pStyle') ?? 'Normal'
    // Only results of fields are read: what stands between "begin" and "separate" is an instruction.
    const shown = [...withoutTypedMarks(body).matchAll(/<w:fldChar w:fldCharType="(\w+)"\/>|<w:t xml:space="preserve">([^<]*)<\/w:t>/g)].reduce<{
      depth: number
      text: string
    }>(
      (state, [, mark, words = '']) => ({
        depth: state.depth + (mark === 'begin' ? 1 : mark === 'separate' ? -1 : 0),
        text: state.depth === 0 ? state.text + words : state.text,
      }),
      { depth: 0, text: '' },
    ).text
    const place = numberOf(properties, style)
    const list = place === undefined ? undefined : lists.get(place.list)
    const level = place === undefined || list === undefined ? undefined : levels.get(list.abstract)?.[place.level]
    if (place === undefined || list === undefined || level === undefined) return { number: '', text: unescape(shown), style }
    const counter = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counter)
    if (!used.has(place.list)) for (const [restarted, start] of list.restarts) counter[restarted] = start - 1
    used.add(place.list)
    counter[place.level] = (counter[place.level] ?? level.start - 1) + 1
    counter.fill(undefined, place.level + 1)
    const number = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return print(levels.get(list.abstract)?.[at]?.format ?? '', counter[at] ?? 1)
    })
    return { number: level.format === 'bullet' ? '•' : number, text: unescape(shown), style }
  })
}
