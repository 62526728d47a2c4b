/** A fault in the templates, for their author. `file` is relative to the templates folder, `line` counts from 1. */
export type ContentProblem = {
  readonly file: string
  readonly line?: number | undefined
  readonly cause: string
  readonly fix: string
}

/** A place in the templates. */
export type Place = { readonly file: string; readonly line?: number | undefined }
