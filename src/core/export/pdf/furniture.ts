import type { AssembledDocument } from '../../../engine/document.ts'
import { documentWords } from '../../../engine/words.ts'
import { draftMark } from '../draft-mark.ts'
import type { ExportOptions } from '../options.ts'
import { cleanLine } from './clean-text.ts'
import { mm, page, textWidth } from './geometry.ts'
import type { Line } from './line-breaking.ts'
import type { PageContent } from './page-content.ts'
import { singleLine } from './text-lines.ts'
import { sans, serif, type TextStyle } from './text-style.ts'

const style = sans(8.5, 0.42)
const watermarkGrey = 0.945
const headerBaseline = 15 * mm
const headerLeading = 11.5
const footerBaseline = page.height - 14 * mm
const gap = 14

/** Draws header, footer and watermark of a page. They are artifacts: no part of the text. */
export type Furniture = { readonly drawBehind: (content: PageContent) => void; readonly draw: (content: PageContent, number: number, pages: number) => void }

/** Prepares what stands around the text of every page. */
export function furniture(document: AssembledDocument, options: ExportOptions): Furniture {
  const languages = document.languages.length === 0 ? (['de'] as const) : document.languages
  const first = languages[0] ?? 'de'
  const line = (text: string, width: number, look: TextStyle = style): Line =>
    singleLine([{ text: cleanLine(text), style: look, mark: undefined }], width, first)
  const draft = draftMark(languages, options)
  const draftLine = line(draft, textWidth * 0.6)
  const titleRoom = textWidth - (draft === '' ? 0 : draftLine.width + gap)
  const titles = document.titles.map((title, index) => {
    const language = languages[index] ?? first
    const isPrevailing = languages.length > 1 && document.prevailing === language
    return { text: cleanLine(title).slice(0, 300), suffix: isPrevailing ? ` (${documentWords[language].prevails})` : '' }
  })
  // One line per language; a long title gives way, the mark of the prevailing one does not.
  const titleLines = titles.map(({ text, suffix }) => line(`${shorten(text, titleRoom - line(suffix, 10_000).width)}${suffix}`, titleRoom))
  const top = headerBaseline - (titleLines.length - 1) * headerLeading
  const version = line(document.version, textWidth)
  const watermark = options.draft?.hasWatermark === true ? watermarkLine(languages.map((language) => documentWords[language].draft).join(' / ')) : undefined

  return {
    drawBehind: (content) => {
      if (watermark === undefined) return
      const angle = Math.atan2(page.height, page.width) * 0.92
      const half = watermark.width / 2
      content.beginArtifact('/Type /Pagination /Subtype /Watermark')
      content.turnedRuns(watermark.runs, page.width / 2 - half * Math.cos(angle) + 20, page.height / 2 + half * Math.sin(angle) + 24, angle)
      content.end()
    },
    draw: (content, number, pages) => {
      // The first page shows the title itself; only the prevailing language must be marked there as well.
      const hasTitle = number > 1 || titles.some(({ suffix }) => suffix !== '')
      if (hasTitle || draft !== '') {
        content.beginArtifact('/Type /Pagination /Subtype /Header /Attached [/Top]')
        if (hasTitle) titleLines.forEach((titleLine, index) => content.runs(titleLine.runs, page.left, top + index * headerLeading))
        if (draft !== '') content.runs(draftLine.runs, page.right - draftLine.width, top)
        content.end()
      }
      const counter = line(languages.map((language) => documentWords[language].page(number, pages)).join(' / '), textWidth)
      content.beginArtifact('/Type /Pagination /Subtype /Footer /Attached [/Bottom]')
      const shortTitle = line(document.titles[0] ?? '', textWidth - counter.width - gap)
      content.runs(shortTitle.runs, page.left, footerBaseline)
      content.runs(counter.runs, page.right - counter.width, footerBaseline)
      content.runs(version.runs, page.left, footerBaseline + headerLeading)
      content.end()
    },
  }

  function shorten(text: string, limit: number): string {
    if (line(text, 10_000).width <= limit) return text
    let short = text
    while (short.length > 1 && line(`${short}…`, 10_000).width > limit) short = short.slice(0, -1).trimEnd().toWellFormed()
    return `${short}…`
  }
}

function watermarkLine(word: string): Line {
  const look: TextStyle = { ...serif(100), grey: watermarkGrey }
  const at100 = singleLine([{ text: word, style: look, mark: undefined }], 100_000, 'de')
  const size = Math.min(110, (100 * 190 * mm) / Math.max(1, at100.width))
  return singleLine([{ text: word, style: { ...look, size }, mark: undefined }], 100_000, 'de')
}
