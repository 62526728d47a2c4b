import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../engine/language.ts'
import type { ExportOptions } from '../options.ts'
import { sampleDocument } from '../sample-document.ts'
import { writePdf } from './write-pdf.ts'

const fillable: ExportOptions = { draft: undefined, date: '2026-11-21T10:00:00Z', author: '', hasNotes: false, profile: 'fillable' }
const document = (languages: readonly Language[]) => sampleDocument({ languages, isShort: true })

type Field = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly tooltip: string
  readonly value: unknown
  readonly rect: readonly number[]
}

const fieldOf = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined)
const numbersIn = (value: unknown): readonly number[] => (Array.isArray(value) ? value.filter((one: unknown) => typeof one === 'number') : [])

/** Opens a PDF with pdf.js, independent of the writer; `fill` puts values into fields by their names and saves. */
async function open(bytes: Uint8Array): Promise<{
  readonly fields: readonly Field[]
  readonly roles: string
  readonly fill: (values: Readonly<Record<string, string>>) => Promise<Uint8Array>
}> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const file = await task.promise
  const fields: Field[] = []
  let roles = ''
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    roles += JSON.stringify(await page.getStructTree())
    const annotations: readonly unknown[] = await page.getAnnotations()
    for (const annotation of annotations.filter((one) => fieldOf(one, 'subtype') === 'Widget'))
      fields.push({
        id: String(fieldOf(annotation, 'id')),
        name: String(fieldOf(annotation, 'fieldName')),
        type: String(fieldOf(annotation, 'fieldType')),
        tooltip: String(fieldOf(annotation, 'alternativeText')),
        value: fieldOf(annotation, 'fieldValue'),
        rect: numbersIn(fieldOf(annotation, 'rect')),
      })
  }
  return {
    fields,
    roles,
    fill: async (values) => {
      for (const { id, name } of fields) if (values[name] !== undefined) file.annotationStorage.setValue(id, { value: values[name] })
      return file.saveDocument()
    },
  }
}

describe('a PDF to be filled in', () => {
  it('has a place, a date and a signature for everybody who signs, told apart in the languages of the document', async () => {
    const { fields } = await open(await writePdf(document(['de', 'en']), fillable))
    expect(fields.map(({ name, type }) => `${name} ${type}`)).toEqual(
      [1, 2, 3].flatMap((number) => [`place-${number} Tx`, `date-${number} Tx`, `signature-${number} Sig`]),
    )
    expect(fields.slice(0, 3).map(({ tooltip }) => tooltip)).toEqual([
      'Ort der Unterschrift: Prof. Dr. Anna Weber / Place of signature: Prof. Dr. Anna Weber',
      'Datum der Unterschrift (TT.MM.JJJJ): Prof. Dr. Anna Weber / Date of signature (day month year): Prof. Dr. Anna Weber',
      'Unterschrift: Prof. Dr. Anna Weber / Signature: Prof. Dr. Anna Weber',
    ])
    expect(new Set(fields.map(({ tooltip }) => tooltip)).size).toBe(fields.length)
  })

  it('has fields beside each other that never overlap', async () => {
    const { fields } = await open(await writePdf(document(['ja']), fillable))
    for (const { rect: one, name } of fields)
      for (const { rect: other, name: otherName } of fields) {
        if (name === otherName) continue
        const [left = 0, bottom = 0, right = 0, top = 0] = one
        const [otherLeft = 0, otherBottom = 0, otherRight = 0, otherTop = 0] = other
        expect(left >= otherRight || otherLeft >= right || bottom >= otherTop || otherBottom >= top).toBe(true)
      }
    expect(fields[0]?.tooltip).toBe('署名地：Prof. Dr. Anna Weber')
  })

  it('has each field in the structure, where it is read', async () => {
    const { fields, roles } = await open(await writePdf(document(['de']), fillable))
    expect(roles.split('"role":"Form"').length - 1).toBe(fields.length)
  })

  it('can be filled in', async () => {
    const { fill } = await open(await writePdf(document(['de']), fillable))
    const { fields } = await open(await fill({ 'place-1': 'Düsseldorf – „Süd“', 'date-2': '25.11.2026' }))
    const values = new Map(fields.map(({ name, value }) => [name, value]))
    expect(values.get('place-1')).toBe('Düsseldorf – „Süd“')
    expect(values.get('date-2')).toBe('25.11.2026')
  })

  it('breaks its pages as the one for the archive, which has no fields', async () => {
    const archive = await writePdf(document(['de']), { ...fillable, profile: 'archive' })
    expect((await open(archive)).fields).toEqual([])
    expect(Buffer.from(archive).equals(Buffer.from(await writePdf(document(['de']), { ...fillable, profile: 'fillable' })))).toBe(false)
    const { profile: _, ...unsaid } = fillable
    expect(Buffer.from(await writePdf(document(['de']), unsaid)).equals(Buffer.from(archive))).toBe(true)
  })
})
