import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redline } from './redline.ts'
import { acceptAll, rejectAll } from './resolve.ts'
import { plainTree } from './testing/plain-tree.ts'
import { versions } from '../../../tests/support/random-documents.ts'

test('accepting everything gives the new document, rejecting everything the old one', () => {
  fc.assert(
    fc.property(versions, ([before, after]) => {
      const both = redline(before, after)
      expect(plainTree(acceptAll(both))).toEqual(plainTree(after))
      expect(plainTree(rejectAll(both))).toEqual(plainTree(before))
    }),
    { numRuns: 400 },
  )
})

test('a document against itself has no change', () => {
  fc.assert(
    fc.property(versions, ([document]) => {
      expect(JSON.stringify(redline(document, document))).not.toMatch(/"change"|rowChanges|labelBefore/)
      const copy = structuredClone(document)
      expect(redline(document, copy)).toEqual(copy)
    }),
  )
})
