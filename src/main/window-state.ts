import { z } from 'zod'

import type { JsonFile } from './json-file.ts'

const boundsSchema = z.object({
  /** Null: let the system place the window. */
  position: z.object({ x: z.number().int(), y: z.number().int() }).nullable(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
})

/** Where the window was when it was closed. */
const windowStateSchema = z.object({ bounds: boundsSchema, isMaximised: z.boolean() })
export type WindowState = z.infer<typeof windowStateSchema>

/** A rectangle in screen pixels. */
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The size of a first start. */
export const defaultWindowState: WindowState = { bounds: { position: null, width: 1360, height: 880 }, isMaximised: false }

/** How much of a window must be on a screen so that a person can get hold of its title bar. */
const minimumVisible = { width: 160, height: 60 } as const

const overlap = (startA: number, lengthA: number, startB: number, lengthB: number): number =>
  Math.min(startA + lengthA, startB + lengthB) - Math.max(startA, startB)

/** The kept state, but without a position that is on no screen any more, and never larger than the largest screen. */
export const onScreen = (state: WindowState, workAreas: readonly Rectangle[]): WindowState => {
  const { position } = state.bounds
  const width = Math.min(state.bounds.width, Math.max(...workAreas.map((area) => area.width), minimumVisible.width))
  const height = Math.min(state.bounds.height, Math.max(...workAreas.map((area) => area.height), minimumVisible.height))
  const isVisible =
    position !== null &&
    workAreas.some(
      (area) =>
        overlap(position.x, width, area.x, area.width) >= minimumVisible.width &&
        overlap(position.y, height, area.y, area.height) >= minimumVisible.height &&
        position.y >= area.y,
    )
  return { ...state, bounds: { position: isVisible ? position : null, width, height } }
}

/** The kept state of the last run, or the default. */
export const readWindowState = (file: JsonFile, workAreas: readonly Rectangle[]): WindowState => {
  const parsed = windowStateSchema.safeParse(file.read())
  return onScreen(parsed.success ? parsed.data : defaultWindowState, workAreas)
}
