import { expect, test } from 'vitest'
import { draftNameOf } from './dropped-file.ts'

test('names a draft after its file', () => {
  expect(draftNameOf('Akatsuki – IOMS (de+en).PDF')).toBe('Akatsuki – IOMS (de+en)')
  expect(draftNameOf('Vertrag.v2.docx')).toBe('Vertrag.v2')
  expect(draftNameOf('.docx')).toBe('')
  expect(draftNameOf(`${'x'.repeat(300)}.pdf`)).toHaveLength(200)
})
