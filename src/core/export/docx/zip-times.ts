const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfCentralDirectory = 0x06054b50

/** Midnight of 1 January 1980 as a zip file writes it, the first moment it can hold. */
const dosTime = 0
const dosDate = (1 << 5) | 1

/** Sets the times of all entries of a zip file to one fixed moment, in place, so that the same input gives the same bytes. */
export function fixZipTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  // The end record is the last 22 bytes: no comment is ever written.
  const end = zip.length - 22
  if (end < 0 || view.getUint32(end, true) !== endOfCentralDirectory) throw new Error('The packed file does not end like a zip file.')
  let at = view.getUint32(end + 16, true)
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry -= 1) {
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(at, true) !== centralHeader || view.getUint32(local, true) !== localHeader) throw new Error('The directory of the packed file is damaged.')
    view.setUint16(at + 12, dosTime, true)
    view.setUint16(at + 14, dosDate, true)
    view.setUint16(local + 10, dosTime, true)
    view.setUint16(local + 12, dosDate, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}
