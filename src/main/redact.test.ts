import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { logLine } from './log-file.ts'
import { redact } from './redact.ts'

describe('redaction', () => {
  test.each([
    ['a posix path', "ENOENT: no such file, open '/home/erika/Verträge/Fraunhofer NDA.docx'", /erika|Fraunhofer|Vertr/],
    ['a bare posix path', 'cannot read /home/erika/Documents/nda.pdf now', /erika|nda\.pdf/],
    ['a Windows path', 'EBUSY: C:\\Users\\Erika Mustermann\\nda.docx', /Erika|nda/],
    ['a network path', 'at \\\\server\\share\\Erika\\nda.docx', /server|Erika/],
    ['an e-mail address', 'sent by erika.müller@firma-beispiel.de today', /erika|firma/],
    ['quoted text', 'Unexpected token in "Lichtwerk Optik GmbH, Jena"', /Lichtwerk/],
    ['German quotation marks', 'Wert „Lichtwerk Optik GmbH“ ungültig', /Lichtwerk/],
    ['a bank account', 'pay DE89 3704 0044 0532 0130 00 now', /3704|0532/],
    ['a telephone number', 'call +49 3641 123456 now', /3641/],
  ])('takes out %s', (_name, text, personal) => {
    expect(redact(text)).not.toMatch(personal)
  })

  test('keeps what says where in our own code something happened', () => {
    expect(redact('TypeError: x is not a function\n    at send (/opt/Musubi/resources/app.asar/out/main/index.cjs:55:11)')).toBe(
      'TypeError: x is not a function\n    at send (<app>/main/index.cjs:55:11)',
    )
    expect(redact('at f (file:///C:/Users/Erika/musubi/out/core/process.mjs:1:2)')).toBe('at f (<app>/core/process.mjs:1:2)')
  })

  test('never lengthens a text beyond the limit and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5000, unit: 'binary' }), (text) => {
        expect(redact(text).length).toBeLessThanOrEqual(4000)
      }),
    )
  })

  test('leaves one line per event', () => {
    expect(logLine('now', 'main.error', { error: 'a\nb', code: 3, isFatal: true })).toBe('now main.error error=a | b code=3 isFatal=true')
  })
})
