import type { RadarChart } from '../../../engine/document.ts'
import { cleanLine } from '../text-cleaning.ts'
import type { DrawingContext } from './drawing-context.ts'
import { packEntry, type Entry, type PartChange } from './repack.ts'
import { declaration, escapeXml } from './xml.ts'

const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const mainNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** English metric units, of which DrawingML counts, in a twip and in a point. */
const unitsInTwip = 635
const unitsInPoint = 12_700
const defaultHeight = 270

type RadarPlace = { readonly width: number; readonly figureHeight: number | undefined }

/** A run with a radar: a chart of Word's own, which stays sharp in print and can be restyled there. Its part is kept in the context. */
export function radarDrawing(context: DrawingContext, caption: string, chart: RadarChart, { width, figureHeight }: RadarPlace): string {
  const number = context.charts.push(radarXml(chart, context.languages[0] ?? 'en'))
  const says = `${caption}: ${chart.axes.map(({ label, text }) => `${label} ${text}`).join('; ')}`
  const size = `cx="${width * unitsInTwip}" cy="${Math.round((figureHeight ?? defaultHeight) * unitsInPoint)}"`
  const name = `<wp:docPr id="${9000 + number}" name="${escapeXml(cleanLine(caption).slice(0, 200))}" descr="${escapeXml(cleanLine(says))}"/>`
  const graphic = `<a:graphic xmlns:a="${mainNamespace}"><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" r:id="${relationOf(number)}"/></a:graphicData></a:graphic>`
  return `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>${name}<wp:cNvGraphicFramePr/>${graphic}</wp:inline></w:drawing></w:r>`
}

const relationOf = (number: number): string => `rIdChart${number}`

/** What a package with charts has besides: their parts, and the changes that make them known. */
export function chartParts(charts: readonly string[]): { readonly entries: readonly Entry[]; readonly changes: readonly (readonly [string, PartChange])[] } {
  if (charts.length === 0) return { entries: [], changes: [] }
  const numbers = charts.map((_, index) => index + 1)
  const types = numbers.map(
    (number) => `<Override PartName="/word/charts/chart${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
  )
  const links = numbers.map((number) => `<Relationship Id="${relationOf(number)}" Type="${relations}/chart" Target="charts/chart${number}.xml"/>`)
  return {
    entries: charts.map((xml, index) => packEntry(`word/charts/chart${index + 1}.xml`, xml)),
    changes: [
      ['[Content_Types].xml', (part) => part.replace('</Types>', `${types.join('')}</Types>`)],
      ['word/_rels/document.xml.rels', (part) => part.replace('</Relationships>', `${links.join('')}</Relationships>`)],
    ],
  }
}

const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`
const outline = (color: string, points: number, dash = ''): string =>
  `<a:ln w="${Math.round(points * unitsInPoint)}" cap="rnd">${solid(color)}${dash === '' ? '' : `<a:prstDash val="${dash}"/>`}<a:round/></a:ln>`
const type = (size: number, color: string): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0">${solid(color)}<a:latin typeface="Source Sans 3"/><a:ea typeface="Noto Serif JP"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`

const now = '24507A'
const before = '595959'
const grid = 'C7C7C7'

type Series = { readonly name: string; readonly values: readonly (number | undefined)[]; readonly color: string; readonly dash: string; readonly fill: string }

function radarXml({ axes, legend }: RadarChart, language: string): string {
  const series: readonly Series[] = [
    ...(legend.before === undefined ? [] : [{ name: legend.before, values: axes.map((axis) => axis.before), color: before, dash: 'dash', fill: 'FFFFFF' }]),
    { name: legend.now, values: axes.map(({ value }) => value), color: now, dash: '', fill: now },
  ]
  const labels = axes.map(({ label, text }) => `${wrapped(label)}\n${text}`)
  const drawn = series.map((one, index) => seriesXml(one, index, labels)).join('')
  const radar = `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${drawn}<c:axId val="111111111"/><c:axId val="222222222"/></c:radarChart>`
  const plot = `<c:plotArea><c:layout/>${radar}${categoryAxis}${valueAxis}</c:plotArea>`
  const key = `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${type(900, '333333')}</c:legend>`
  return `${declaration}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${mainNamespace}" xmlns:r="${relations}"><c:date1904 val="0"/><c:lang val="${language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>${plot}${key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${type(900, '1D2228')}</c:chartSpace>`
}

function seriesXml({ name, values, color, dash, fill }: Series, index: number, labels: readonly string[]): string {
  const marker = `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${solid(fill)}${outline(color, 0.8)}</c:spPr></c:marker>`
  const categories = `<c:cat><c:strLit><c:ptCount val="${labels.length}"/>${labels.map((label, at) => `<c:pt idx="${at}"><c:v>${escapeXml(label)}</c:v></c:pt>`).join('')}</c:strLit></c:cat>`
  const points = values.map((value, at) =>
    value === undefined || !Number.isFinite(value) ? '' : `<c:pt idx="${at}"><c:v>${Math.round(value * 100)}</c:v></c:pt>`,
  )
  const numbers = `<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numLit></c:val>`
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(cleanLine(name))}</c:v></c:tx><c:spPr>${outline(color, dash === '' ? 1.75 : 1.25, dash)}</c:spPr>${marker}${categories}${numbers}</c:ser>`
}

const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
const gridlines = `<c:majorGridlines><c:spPr>${outline(grid, 0.5)}</c:spPr></c:majorGridlines>`
const categoryAxis = `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>${gridlines}<c:numFmt formatCode="General" sourceLinked="0"/>${ticks}<c:spPr>${outline(grid, 0.5)}</c:spPr>${type(900, '1D2228')}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`
const valueAxis = `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:max val="100"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>${gridlines}<c:numFmt formatCode="0" sourceLinked="0"/>${ticks}<c:spPr>${outline(grid, 0.5)}</c:spPr>${type(700, '6B7280')}<c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="25"/></c:valAx>`

/** Word gives a long label so much room that little is left for the picture; broken into lines it needs less. */
const widestLabel = 22

function wrapped(label: string): string {
  const lines: string[] = []
  for (const word of cleanLine(label).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < widestLabel) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
