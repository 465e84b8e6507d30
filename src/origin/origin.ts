/**
 * Where a text comes from, letter by letter: the one value of provenance, from the reader to the artifact. The laws stand in
 * `README.md`. Every origin has the length of the text it is the origin of, in UTF-16 code units.
 */
export type Origin = Original | Block | CellOrigin | Join | Repaired | Computed | Updated | Stated | Framing

/** It stands so in a file, letter by letter, within one line. Line and column are from 1. */
export interface Original {
  kind: 'original'
  file: string
  line: number
  column: number
  length: number
}

/** It comes from a stretch of a file, but not letter by letter: each part of it comes from the whole. */
export interface Block {
  kind: 'block'
  file: string
  start: Point
  end: Point
  length: number
}

export interface Point {
  line: number
  column: number
}

/** It stands in a cell of a table, all named as printed. */
export interface CellOrigin {
  kind: 'cell'
  table: string | null
  row: string | null
  column: string | null
  of: Origin
}

/** One after the other. */
export interface Join {
  kind: 'join'
  parts: Origin[]
}

/** A step of reading mended it. */
export interface Repaired {
  kind: 'repaired'
  rule: string
  of: Origin
}

/** It was worked out. */
export interface Computed {
  kind: 'computed'
  operation: string
  of: Origin[]
  length: number
}

/** A data file gave it, in the place of what stood there. */
export interface Updated {
  kind: 'updated'
  file: string
  line: number
  date: string
  source: string
  of: Origin
  length: number
}

/** An editor said it, in a file and line, resting on what it names. */
export interface Stated {
  kind: 'stated'
  statement: string
  file: string
  line: number
  of: Origin[]
  length: number
}

/** It comes from nowhere in the report: the words of a template, a space between two pieces. */
export interface Framing {
  kind: 'framing'
  length: number
}

/** The origin of an empty text. */
export const nothing: Origin = { kind: 'join', parts: [] }

/** How long the text is that an origin is of. */
export function lengthOf(origin: Origin): number {
  switch (origin.kind) {
    case 'cell':
    case 'repaired':
      return lengthOf(origin.of)
    case 'join':
      return origin.parts.reduce((sum, part) => sum + lengthOf(part), 0)
    default:
      return origin.length
  }
}

/** The origin of the letters from one offset up to another, both within the text. */
export function partOf(origin: Origin, from: number, to: number): Origin {
  const length = lengthOf(origin)
  const [start, end] = [Math.max(0, from), Math.min(length, to)]
  if (start === 0 && end === length) return origin
  if (end <= start) return nothing
  switch (origin.kind) {
    case 'original':
      return { ...origin, column: origin.column + start, length: end - start }
    case 'cell':
    case 'repaired':
      return { ...origin, of: partOf(origin.of, start, end) }
    case 'join':
      return joinOf(partsWithin(origin.parts, start, end))
    default:
      return { ...origin, length: end - start }
  }
}

/** The origin of texts that follow each other; neighbours that are one are told as one. */
export function joinOf(origins: Origin[]): Origin {
  const parts: Origin[] = []
  for (const origin of origins) {
    for (const part of origin.kind === 'join' ? origin.parts : [origin]) {
      if (!lengthOf(part)) continue
      const last = parts.at(-1)
      const both = last && joined(last, part)
      if (both) parts[parts.length - 1] = both
      else parts.push(part)
    }
  }
  return parts.length === 1 ? parts[0]! : { kind: 'join', parts }
}

function partsWithin(parts: Origin[], from: number, to: number): Origin[] {
  let at = 0
  return parts.flatMap((part) => {
    const start = at
    at += lengthOf(part)
    return at > from && start < to ? partOf(part, from - start, to - start) : []
  })
}

/** Two neighbours as one: letters that follow each other in a line, or parts of the same whole. Null where they are two. */
function joined(one: Origin, other: Origin): Origin | null {
  if (one.kind === 'original') {
    const follows =
      other.kind === 'original' &&
      one.file === other.file &&
      one.line === other.line &&
      one.column + one.length === other.column
    return follows ? { ...one, length: one.length + other.length } : null
  }
  if (one.kind === 'join' || one.kind !== other.kind) return null
  if (one.kind === 'cell' || one.kind === 'repaired') {
    const { of } = other as CellOrigin | Repaired
    return isSame({ ...one, of: nothing }, { ...other, of: nothing } as Origin)
      ? { ...one, of: joinOf([one.of, of]) }
      : null
  }
  const length = lengthOf(one) + lengthOf(other)
  return isSame({ ...one, length }, { ...other, length } as Origin) ? { ...one, length } : null
}

/** Are two origins one and the same? */
export function isSame(one: Origin, other: Origin): boolean {
  return one === other || JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}

const sorted = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
