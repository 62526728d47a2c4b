import { type AssembledDocument, isReport } from '../../../engine/document.ts'
import type { ExportOptions } from '../options.ts'
import { documentXml } from './body.ts'
import { collectBookmarks } from './bookmarks.ts'
import { createChangeMarks, isRedline, redlineBookmarks } from './changes.ts'
import type { DrawingContext } from './drawing-context.ts'
import { corePropertiesXml, settingsXml } from './fixed-parts.ts'
import { footnoteBook, footnotesXml } from './footnotes.ts'
import { embeddedFonts } from './fonts/embedded-fonts.ts'
import { frameTexts, packFrame } from './frame.ts'
import { createLists } from './lists.ts'
import { measuresFor } from './measures.ts'
import { noPlan, planPages } from './page-plan.ts'
import { chartParts } from './radar-part.ts'
import { repack, type PartChange } from './repack.ts'
import { styleId } from './style-names.ts'
import { stylesXml } from './styles.ts'

/**
 * Writes a document as DOCX: the bytes of the file. The same input gives the same bytes. Rejects when `options.signal` is aborted.
 *
 * docx builds the package, the header and footer, the watermark and the comments; text, styles and lists are written here, because one style
 * per list level and column, fields with cached results and a contents table in each column are beyond its model, and because it is faster.
 */
export async function writeDocx(document: AssembledDocument, options: ExportOptions): Promise<Uint8Array> {
  options.signal?.throwIfAborted()
  const { languages } = document
  const measures = measuresFor(languages, isReport(document))
  const lists = createLists(languages, measures, (name, column) => styleId(name, column, languages))
  const hasMarks = isRedline(document)
  // Word sets a redline with its marks as the reader likes, and contents would list neither version.
  const plan = hasMarks ? noPlan : await planPages(document, options, measures.allowance)
  const marked = hasMarks ? redlineBookmarks(document) : undefined
  const context: DrawingContext = {
    languages,
    measures,
    lists,
    bookmarks: marked?.after ?? collectBookmarks(document),
    redline: marked && { marks: createChangeMarks(options.author, options.date), bookmarksBefore: marked.before },
    comments: [],
    contents: languages.map(() => []),
    plan,
    footnotes: footnoteBook(),
    charts: [],
    counters: { bookmark: 0 },
  }
  const body = documentXml(context, document, options)
  const fonts = embeddedFonts([body, ...context.charts].join(''))
  const charts = chartParts(context.charts)
  const frame = await packFrame(document, options, context.comments)
  options.signal?.throwIfAborted()
  const bytes = repack(
    frame,
    new Map<string, PartChange>([
      ['word/document.xml', body],
      ['word/styles.xml', stylesXml(languages, plan.look, measures)],
      ['word/numbering.xml', lists.numberingXml(plan.headingIndent)],
      ['word/settings.xml', settingsXml],
      ['word/footnotes.xml', footnotesXml(context.footnotes)],
      ['word/fontTable.xml', fonts.tableXml],
      ['word/_rels/fontTable.xml.rels', fonts.relationsXml],
      ['docProps/core.xml', corePropertiesXml(document, options)],
      ...frameTexts(document, options),
      ...charts.changes,
    ]),
    [...fonts.entries, ...charts.entries],
  )
  options.onProgress?.(1)
  return bytes
}
