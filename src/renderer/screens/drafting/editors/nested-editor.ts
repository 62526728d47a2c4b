import { createContext, useContext, type ComponentType } from 'react'
import type { EditorProps } from './editor.ts'

type NestedEditor = ComponentType<Omit<EditorProps, 'texts'>>

const NestedEditorContext = createContext<NestedEditor | undefined>(undefined)

/** Gives lists the editor for their fields. Handed down, because that editor may itself be a list. */
export const NestedEditorProvider = NestedEditorContext.Provider

export function useNestedEditor(): NestedEditor {
  const editor = useContext(NestedEditorContext)
  if (editor === undefined) throw new Error('A list needs an editor for its fields')
  return editor
}
