import { expect, test } from 'vitest'
import { fileNameFor } from './file-name.ts'

test('makes a name every system takes', () => {
  expect(fileNameFor('NDA: Akatsuki / IOMS?', ['de', 'en'], 'pdf')).toBe('NDA Akatsuki IOMS (de+en).pdf')
  expect(fileNameFor('...', ['de'], 'docx')).toBe('Musubi (de).docx')
  expect(fileNameFor('結び', ['en'], 'pdf')).toBe('結び (en).pdf')
  expect(fileNameFor('x'.repeat(300), ['en'], 'pdf').length).toBeLessThan(140)
})
