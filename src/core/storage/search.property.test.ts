import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementFixture, temporaryFolder, testEnvironment } from '../../../tests/support/core.ts'
import { type Json, jsonSchema } from '../../engine/answers.ts'
import { draftIdSchema } from '../../shared/contract/ids.ts'
import { openStorage } from './open-storage.ts'
import { searchWords } from './search-words.ts'

const id = draftIdSchema.parse('draft')
const content = agreementFixture()

async function storageWithDraft() {
  const folder = temporaryFolder()
  const { environment } = testEnvironment(folder)
  const storage = await openStorage({ folder, now: environment.now, log: environment.log })
  storage.contents.put(content, 'hash', environment.now())
  storage.drafts.insert({ id, contentHash: 'hash', name: 'Draft', languages: ['de'], at: environment.now() })
  const save = (question: string, value: Json) => storage.drafts.saveAnswer(id, question, value, searchWords(content, question, value), environment.now())
  return { storage, save }
}

test('whatever is typed is a search, never a broken or an endless query', async () => {
  const { storage, save } = await storageWithDraft()
  save('purpose', 'Laser')
  const syntax = fc.constantFrom(
    '"',
    "'",
    '*',
    '(',
    ')',
    ':',
    '-',
    '^',
    '+',
    ' AND ',
    ' OR ',
    ' NOT ',
    'NEAR(',
    '{',
    '}',
    '%',
    '_',
    '\\',
    '\0',
    '\ud800',
    ';',
    '--',
  )
  const typed = fc
    .array(fc.oneof(syntax, fc.string({ unit: 'grapheme', maxLength: 5 }), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(typed, fc.boolean(), (search, isTrash) => {
      storage.drafts.list({ search, isTrash })
    }),
    { numRuns: 500 },
  )
  await storage.close()
})

test('every word of an answer is found, and no longer once the answer is gone', async () => {
  const { storage, save } = await storageWithDraft()
  const word = fc.stringMatching(/^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}0-9"%_*-]{1,12}$/u).map((text) => text.normalize('NFC'))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      save('purpose', words.join(' '))
      for (const search of words) expect([search, storage.drafts.list({ search, isTrash: false }).length]).toEqual([search, 1])
      save('purpose', '')
      const rare = words.find((search) => [...search].length > 3 && !'draft'.includes(search.toLowerCase()))
      if (rare !== undefined) expect(storage.drafts.list({ search: rare, isTrash: false })).toEqual([])
    }),
    { numRuns: 150 },
  )
  await storage.close()
})

test('finds words whatever way their accents are composed', async () => {
  const { storage, save } = await storageWithDraft()
  save('purpose', 'Messgerät'.normalize('NFD'))
  for (const form of ['NFC', 'NFD']) expect(storage.drafts.list({ search: 'Gerät'.normalize(form), isTrash: false })).toHaveLength(1)
  await storage.close()
})

test('finds Japanese whatever kana and width it is typed in', async () => {
  const { storage, save } = await storageWithDraft()
  save('purpose', 'ﾗｲｾﾝｽのｶﾐﾅﾘ技術　ＡＢＣ１２３ ものづくり')
  for (const search of ['ライセンス', 'らいせんす', 'ﾗｲｾﾝｽ', 'カミナリ', 'ABC123', 'ａｂｃ', 'モノヅクリ', '技術', '１２', 'らい'])
    expect([search, storage.drafts.list({ search, isTrash: false }).length]).toEqual([search, 1])
  save('purpose', 'Laser')
  for (const search of ['Ｌａｓｅｒ', 'laser']) expect([search, storage.drafts.list({ search, isTrash: false }).length]).toEqual([search, 1])
  expect(storage.drafts.list({ search: 'カミナリ', isTrash: false })).toEqual([])
  storage.drafts.rename(id, 'カミナリ研究', '2026-11-25T00:00:00.000Z')
  for (const search of ['かみなり', 'ｶﾐﾅﾘ', '研究']) expect([search, storage.drafts.list({ search, isTrash: false }).length]).toEqual([search, 1])
  await storage.close()
})

test('answers come back exactly as they were saved, whatever their shape', async () => {
  const { storage, save } = await storageWithDraft()
  fc.assert(
    fc.property(fc.constantFrom('company', 'purpose', 'law', 'staff', 'unknown'), fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (question, raw) => {
      const value: Json = answerOf(JSON.stringify(raw))
      save(question, value)
      expect(JSON.stringify(storage.drafts.answers(id)[question])).toBe(JSON.stringify(value))
    }),
    { numRuns: 300 },
  )
  await storage.close()
})

test('a part of an answer named like the prototype of objects never gets in', () => {
  expect(JSON.stringify(answerOf('{"__proto__":0,"name":"Akatsuki"}'))).toBe('{"name":"Akatsuki"}')
})

function answerOf(text: string): Json {
  return jsonSchema.parse(JSON.parse(text))
}
