import { describe, expect, test } from 'vitest'

import { createFileHandles } from './file-handles.ts'

describe('file handles', () => {
  test('stand for the path they were made for and say nothing about it', () => {
    const handles = createFileHandles()
    const handle = handles.create('/home/erika/nda.pdf')
    expect(handle).not.toContain('erika')
    expect(handles.pathOf(handle)).toBe('/home/erika/nda.pdf')
    expect(handles.create('/home/erika/nda.pdf')).not.toBe(handle)
  })

  test('do not pile up', () => {
    const handles = createFileHandles()
    const first = handles.create('/first')
    for (let count = 0; count < 1000; count += 1) handles.create(`/${count}`)
    expect(handles.pathOf(first)).toBeNull()
  })
})
