// What the tests put into the page's and into main's global scope, typed once.
import type { MusubiBridge } from '../../../src/shared/contract/bridge.ts'

/** A port the page was given, kept for the test. */
export type KeptPort = { readonly kind: 'core' | 'desktop'; readonly port: MessagePort }

/** The answer of a call: its status as in HTTP and its content. */
export type Answer = { readonly status: number; readonly body: unknown }

/** What the stand-in for the desktop was told and what it has seen. */
export type DesktopStubState = {
  save: string | null
  open: readonly string[]
  button: number | null
  boxes: { message: string; detail: string }[]
  suggested: string | null
  addresses: string[]
  files: string[]
}

declare global {
  // Global variables can only be declared with `var`.
  var keptPorts: KeptPort[] | undefined
  var musubiDesktopStub: DesktopStubState | undefined
  var musubi: MusubiBridge | undefined
  var isStillHere: boolean | undefined
  var injected: boolean | undefined
}
