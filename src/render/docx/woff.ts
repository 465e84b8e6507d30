import { unzlibSync } from 'fflate'

/** A typeface as WOFF, unpacked to the TrueType it was made of. */
export function toTrueType(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  const count = from.getUint16(12)
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + 20 * at
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) => from.getUint32(entry + field))
    const stored = woff.subarray(offset!, offset! + packed!)
    return { tag: tag!, checksum: checksum!, data: packed! < length! ? unzlibSync(stored) : stored }
  })
  const starts: number[] = []
  let end = 12 + 16 * count
  for (const { data } of tables) {
    starts.push(end)
    end += Math.ceil(data.length / 4) * 4
  }
  const font = new Uint8Array(end)
  const to = new DataView(font.buffer)
  const power = Math.floor(Math.log2(count))
  to.setUint32(0, from.getUint32(4))
  for (const [at, value] of [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].entries())
    to.setUint16(4 + 2 * at, value)
  for (const [at, { tag, checksum, data }] of tables.entries()) {
    for (const [field, value] of [tag, checksum, starts[at]!, data.length].entries())
      to.setUint32(12 + 16 * at + 4 * field, value)
    font.set(data, starts[at])
  }
  return font
}
