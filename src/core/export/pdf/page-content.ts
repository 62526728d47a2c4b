import type { Change } from '../../../engine/document.ts'
import type { EmbeddedFont } from './embedded-font.ts'
import type { Polygon, Shape } from './flow.ts'
import { page } from './geometry.ts'
import type { Run } from './line-breaking.ts'
import { pdfNumber as n } from './pdf-objects.ts'
import type { Typeface } from './typeface.ts'

/** Quiet, and as dark as text must be to be read on white: blue for what is new, red for what is gone. */
const changeColors: Readonly<Record<Change, readonly [number, number, number]>> = { inserted: [0.1, 0.3, 0.56], deleted: [0.62, 0.17, 0.15] }

/**
 * The drawing commands of one page. Commands are written straight into the content stream, one text object per element and one command per run:
 * a call of pdfkit per word or line would cost more than the whole layout. Coordinates count from the top left corner.
 */
export type PageContent = {
  /** Begins content that belongs to an element, as number `id` of this page. */
  readonly beginElement: (type: string, id: number) => void
  /** Begins content that is no part of the text, such as a header; `properties` are those of ISO 32000-1, 14.8.2.2. */
  readonly beginArtifact: (properties: string) => void
  readonly end: () => void
  readonly shapes: (shapes: readonly Shape[]) => void
  readonly runs: (runs: readonly Run[], x: number, baseline: number) => void
  /** Draws runs turned counter-clockwise around their start. */
  readonly turnedRuns: (runs: readonly Run[], x: number, y: number, angle: number) => void
  /** All commands so far. */
  readonly take: () => string
}

/** Begins the commands of a page; `fontOf` registers a typeface with the page when it is first used there. */
export function pageContent(fontOf: (face: Typeface) => EmbeddedFont): PageContent {
  // pdfkit turns the page upside down; text is drawn in the native direction.
  const commands: string[] = [`1 0 0 -1 0 ${n(page.height)} cm`]
  let isInText = false
  let font = ''
  let grey = ''

  const endText = (): void => {
    if (isInText) commands.push('ET')
    isInText = false
  }
  const startText = (): void => {
    if (!isInText) commands.push('BT')
    isInText = true
  }
  const setFont = (run: Run): EmbeddedFont => {
    const embedded = fontOf(run.face)
    const wanted = `/${embedded.name} ${n(run.style.size)} Tf`
    if (wanted !== font) commands.push(wanted)
    font = wanted
    const { change } = run.style
    const color = change === undefined ? `${n(run.style.grey)} g` : `${changeColors[change].map(n).join(' ')} rg`
    if (color !== grey) commands.push(color)
    grey = color
    return embedded
  }
  const show = (run: Run, embedded: EmbeddedFont): string => {
    let text = ''
    for (const shape of run.shapes) text += embedded.encode(shape)
    return `[${text.replaceAll('><', '')}]TJ`
  }

  /** The line that says inserted or deleted to those who see no colour. */
  const changeLine = (run: Run, change: Change, x: number, y: number): void => {
    const { size, rise } = run.style
    const height = change === 'inserted' ? -0.13 : 0.25
    endText()
    commands.push(`${n(x + run.x)} ${n(y + rise + size * height)} ${n(run.width)} ${n(size * 0.055)} re f`)
  }

  return {
    beginElement: (type, id) => {
      endText()
      commands.push(`/${type} <</MCID ${id}>> BDC`)
    },
    beginArtifact: (properties) => {
      endText()
      commands.push(properties === '' ? '/Artifact BMC' : `/Artifact <<${properties}>> BDC`)
    },
    end: () => {
      endText()
      commands.push('EMC')
    },
    shapes: (shapes) => {
      endText()
      for (const shape of shapes) {
        grey = ''
        if ('points' in shape) {
          commands.push(polygonCommands(shape))
          continue
        }
        const { x, y, width, height, color, isDotted } = shape
        const ink = color.map(n).join(' ')
        if (isDotted === true)
          commands.push(`q ${ink} RG ${n(height)} w 1 J [0 3] 0 d ${n(x)} ${n(page.height - y)} m ${n(x + width)} ${n(page.height - y)} l S Q`)
        else commands.push(`${ink} rg ${n(x)} ${n(page.height - y - height)} ${n(width)} ${n(height)} re f`)
      }
    },
    runs: (runs, x, baseline) => {
      const y = page.height - baseline
      for (const run of runs) {
        if (run.mark?.kind === 'gap') {
          endText()
          const { size } = run.style
          commands.push(`q 0.93 g 0.4 G 0.5 w ${n(x + run.x - 1.4)} ${n(y - size * 0.28)} ${n(run.width + 2.8)} ${n(size * 1.2)} re B Q`)
        }
        startText()
        const embedded = setFont(run)
        commands.push(`1 0 0 1 ${n(x + run.x)} ${n(y + run.style.rise)} Tm`, show(run, embedded))
        if (run.style.change !== undefined) changeLine(run, run.style.change, x, y)
      }
    },
    turnedRuns: (runs, x, y, angle) => {
      const cosine = Math.cos(angle)
      const sine = Math.sin(angle)
      startText()
      for (const run of runs) {
        const embedded = setFont(run)
        commands.push(`${n(cosine)} ${n(sine)} ${n(-sine)} ${n(cosine)} ${n(x + run.x * cosine)} ${n(page.height - y + run.x * sine)} Tm`, show(run, embedded))
      }
    },
    take: () => {
      endText()
      return commands.join('\n')
    },
  }
}

function polygonCommands({ points, isClosed, fill, stroke }: Polygon): string {
  const path = points.map(([x, y], index) => `${n(x)} ${n(page.height - y)} ${index === 0 ? 'm' : 'l'}`).join(' ')
  const ink = fill === undefined ? '' : `${fill.map(n).join(' ')} rg `
  const line =
    stroke === undefined
      ? ''
      : `${stroke.color.map(n).join(' ')} RG ${n(stroke.width)} w 1 j ${stroke.dash === undefined ? '' : `[${stroke.dash.map(n).join(' ')}] 0 d `}`
  const paint = fill === undefined ? 'S' : stroke === undefined ? 'f' : 'B'
  return `q ${ink}${line}${path}${isClosed ? ' h' : ''} ${paint} Q`
}
