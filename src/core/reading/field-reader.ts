/** Follows the fields of a document: which words are their results, which only tell Word how to make them. */
export type FieldReader = {
  /** A mark of a field: "begin", "separate" or "end". */
  readonly mark: (type: string | undefined) => void
  /** A piece of an instruction. */
  readonly instruct: (text: string) => void
  /** Whether words that stand here are part of the text. */
  readonly isShown: () => boolean
  /** Whether the place is inside a table of contents. */
  readonly isContents: () => boolean
}

/** Begins outside of any field. Marks without a partner are forgiven: a damaged field must not hide the rest of a contract. */
export function createFieldReader(): FieldReader {
  let fields: { instruction: string; isResult: boolean }[] = []
  return {
    mark: (type) => {
      const last = fields.at(-1)
      if (type === 'begin') fields.push({ instruction: '', isResult: false })
      else if (type === 'separate' && last !== undefined) last.isResult = true
      else if (type === 'end') fields = fields.slice(0, -1)
    },
    instruct: (text) => {
      const last = fields.at(-1)
      if (last !== undefined && last.instruction.length < 100) last.instruction += text
    },
    isShown: () => fields.every(({ isResult }) => isResult),
    isContents: () => fields.some(({ instruction }) => /^\s*TOC\b/i.test(instruction)),
  }
}
