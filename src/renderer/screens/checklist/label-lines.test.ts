import { describe, expect, test } from 'vitest'
import { labelLines } from './label-lines.ts'

describe('the label of a topic', () => {
  test('breaks at spaces where a line would get too long', () => {
    expect(labelLines('Access and technology')).toEqual(['Access and', 'technology'])
    expect(labelLines('People')).toEqual(['People'])
  })
  test('leaves a long word whole', () => {
    expect(labelLines('Produktpflichten im Netz')).toEqual(['Produktpflichten', 'im Netz'])
  })
  test('breaks Japanese between letters, which are twice as wide, and keeps Latin words in it whole', () => {
    expect(labelLines('アクセスとIT')).toEqual(['アクセスとIT'])
    expect(labelLines('輸出管理とITセキュリティ')).toEqual(['輸出管理とIT', 'セキュリティ'])
  })
})
