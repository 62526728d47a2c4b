import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRowBookmark, rowBookmarkName } from './row-bookmarks.ts'

const place = fc.record({ section: fc.nat(999_999), row: fc.nat(999_999), column: fc.nat(9) })

describe('the bookmark of a row', () => {
  it('is read back as the place it was made for', () => {
    fc.assert(
      fc.property(place, (where) => {
        expect(readRowBookmark(rowBookmarkName(where))).toEqual(where)
      }),
    )
  })

  it('is a name Word accepts: at most 40 letters, figures and underscores', () => {
    fc.assert(
      fc.property(place, (where) => {
        expect(rowBookmarkName(where)).toMatch(/^_\w{1,39}$/)
      }),
    )
  })

  it.each([
    '',
    '_Toc800000000',
    '_Ref700000010',
    '_GoBack',
    '_Musubi_1_2',
    '_Musubi_1_2_3_1',
    '_Musubi_-1_2_0',
    '_Musubi_1_2_0 ',
    '_musubi_1_2_0',
    '_Musubi_1_2_0\n',
  ])('is not found in %j', (name) => {
    expect(readRowBookmark(name)).toBeUndefined()
  })
})
