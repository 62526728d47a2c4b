import { deflateSync } from 'node:zlib'

/** A PDF as small as one with attachments can be; `objects` are finished bodies, numbered from 1. */
export function pdfFile(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = objects.map((body, index) => Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]))
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n')])
}

/** A stream object; deflated unless said otherwise. */
export function pdfStream(content: Uint8Array | string, entries = '', isDeflated = true): Uint8Array {
  const bytes = isDeflated ? deflateSync(content) : Buffer.from(content)
  const filter = isDeflated ? ' /Filter /FlateDecode' : ''
  return Buffer.concat([Buffer.from(`<< /Length ${bytes.length}${filter} ${entries} >>\nstream\n`), bytes, Buffer.from('\nendstream')])
}

/** A file specification that leads to a stream. */
export const fileSpecification = (name: string, stream: number): string => `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${stream} 0 R >> >>`
