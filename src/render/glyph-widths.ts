import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

/** How wide a text stands, in ems. */
export type TextWidth = (text: string) => number

/** The widths of a typeface's letters, from its own file. A letter that is not in it counts as a square. */
export async function textWidth(family: string, weight: number): Promise<TextWidth> {
  const name = family.toLowerCase().replace(/\s+/g, '-')
  const path = require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`)
  const table = tablesOf(await readFile(path))
  const unitsPerEm = table('head').readUInt16BE(18)
  const advances = advancesOf(table('hmtx'), table('hhea').readUInt16BE(34))
  const glyphs = glyphsOf(table('cmap'))
  return (text) => {
    const widths = [...text].map((letter) => {
      const glyph = glyphs.get(letter.codePointAt(0)!)
      return glyph === undefined ? 1 : advances(glyph) / unitsPerEm
    })
    return widths.reduce((sum, width) => sum + width, 0)
  }
}

const require = createRequire(import.meta.url)

/** The tables of a WOFF file, by tag. */
function tablesOf(file: Buffer): (tag: string) => Buffer {
  const count = file.readUInt16BE(12)
  const entries = Array.from({ length: count }, (_, at) => file.subarray(44 + at * 20, 64 + at * 20))
  return (tag) => {
    const entry = entries.find((candidate) => candidate.toString('latin1', 0, 4) === tag)
    if (!entry) throw new Error(`a typeface without "${tag}"`)
    const [offset, packed, length] = [4, 8, 12].map((at) => entry.readUInt32BE(at)) as [number, number, number]
    const data = file.subarray(offset, offset + packed)
    return packed < length ? inflateSync(data) : data
  }
}

/** Each glyph's advance; those past the last one listed share its own. */
function advancesOf(hmtx: Buffer, count: number): (glyph: number) => number {
  return (glyph) => hmtx.readUInt16BE(Math.min(glyph, count - 1) * 4)
}

/** Characters and their glyphs, from the subtable of format 4 that every typeface for the web has. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(8 + at * 8))
  const offset = offsets.find((candidate) => cmap.readUInt16BE(candidate) === 4)
  const glyphs = new Map<number, number>()
  if (offset === undefined) return glyphs
  const doubled = cmap.readUInt16BE(offset + 6)
  for (let at = offset + 14; at < offset + 14 + doubled; at += 2) {
    const startAt = at + doubled + 2
    const [end, start] = [cmap.readUInt16BE(at), cmap.readUInt16BE(startAt)]
    const delta = cmap.readUInt16BE(startAt + doubled)
    const rangeAt = startAt + 2 * doubled
    const range = cmap.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range ? cmap.readUInt16BE(rangeAt + range + 2 * (code - start)) : code
      if (!range || glyph) glyphs.set(code, (glyph + delta) & 0xffff)
    }
  }
  return glyphs
}
