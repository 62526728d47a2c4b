/** A field of a Word file: what it computes, and what it last printed. */
export type Field = { readonly instruction: string; readonly result: string }

type Open = { instruction: string; result: string; isResult: boolean }

/** Follows the fields of a paragraph, which may stand inside each other; every outermost one is handed to `check` when it ends. */
export function openFields(check: (field: Field) => void): {
  /** Whether words here are printed: they stand in no instruction. */
  readonly isShown: () => boolean
  readonly say: (words: string) => void
  readonly instruct: (instruction: string) => void
  readonly mark: (type: string | undefined) => void
} {
  const open: Open[] = []
  return {
    isShown: () => open.every(({ isResult }) => isResult),
    say: (words) => {
      const inner = open.at(-1)
      if (inner?.isResult === true) inner.result += words
    },
    // The instruction of a field inside another one belongs to both.
    instruct: (instruction) => {
      for (const field of open) if (!field.isResult) field.instruction += instruction
    },
    mark: (type) => {
      const last = open.at(-1)
      if (type === 'begin') open.push({ instruction: '', result: '', isResult: false })
      else if (type === 'separate' && last !== undefined) last.isResult = true
      else if (type === 'end' && last !== undefined) {
        open.pop()
        const outer = open.at(-1)
        if (outer === undefined) check(last)
        else if (outer.isResult) outer.result += last.result
      }
    },
  }
}
