import type { Strength } from '../locale/locale.ts'
import type { Block, Origin, Original } from '../origin/origin.ts'
import { firstPlace } from '../origin/places.ts'
import { originsOf } from '../origin/walk.ts'

/** Where a piece of a document comes from, as it is told: a walk of its origin. Lines are 1-based, [first, last]. */
export interface Source {
  file: string
  lines: [number, number]
  /** The table, row and column of a cell, as printed. */
  table?: string
  row?: string
  column?: string
  /** Where the value stands that an update gave, as of which date it holds and who made it. */
  updated?: { file: string; line: number; date: string; source: string }
  /** The editorial statement that says it; its lines are those it rests on. */
  statement?: string
}

declare module 'unist' {
  interface Data {
    /** How strong the evidence is that a statement tells of. */
    strength?: Strength
    /** Is what it rests on told where it stands? */
    told?: true
    /** Does it stand in the report in just these words? */
    verbatim?: true
    /** Where the text of a node of a document comes from, letter by letter; framing words of a template have none. */
    origin?: Origin
  }
}

/** An origin as it is told: letters that follow each other by the lines they stand on, a cell by its names, a statement by its basis. */
export function sourcesFrom(origin: Origin | undefined): Source[] {
  switch (origin?.kind) {
    case 'original':
    case 'block':
      return [{ file: origin.file, lines: linesOf(origin) }]
    case 'repaired':
      return sourcesFrom(origin.of)
    case 'join':
      return joined(origin.parts)
    case 'computed':
      return origin.of.flatMap(sourcesFrom)
    case 'stated':
      return origin.of.flatMap(sourcesFrom).map((source) => ({ ...source, statement: origin.statement }))
    case 'updated':
      return sourcesFrom(origin.of).map((source) => ({ ...source, updated: updateOf(origin) }))
    case 'cell': {
      const { table, row, column, of } = origin
      const place = firstPlace(of)
      if (!place) return []
      const [updated] = originsOf(of, 'updated')
      return [
        {
          file: place.file,
          lines: [place.line, place.line],
          ...(table === null ? {} : { table }),
          ...(row === null ? {} : { row }),
          ...(column === null ? {} : { column }),
          ...(updated ? { updated: updateOf(updated) } : {}),
        },
      ]
    }
    default:
      return []
  }
}

function joined(parts: Origin[]): Source[] {
  const sources: Source[] = []
  let open: Source | null = null
  for (const part of parts) {
    const isLetters = part.kind === 'original' || part.kind === 'repaired' || part.kind === 'updated'
    // among letters, what an update put in the place of some stands where they do
    for (const source of sourcesFrom(part.kind === 'updated' ? part.of : part)) {
      if (isLetters && open?.file === source.file)
        open.lines = [Math.min(open.lines[0], source.lines[0]), Math.max(open.lines[1], source.lines[1])]
      else if (!isEqual(source, sources.at(-1))) {
        sources.push(source)
        open = isLetters ? source : null
      }
    }
    if (!isLetters) open = null
  }
  return sources
}

const isEqual = (one: Source, other: Source | undefined) => JSON.stringify(one) === JSON.stringify(other)

const linesOf = (origin: Original | Block): [number, number] =>
  origin.kind === 'original' ? [origin.line, origin.line] : [origin.start.line, origin.end.line]

const updateOf = ({ file, line, date, source }: Extract<Origin, { kind: 'updated' }>) => ({ date, source, file, line })

/** `report.md:14 Table 2.1 | Ships | North`, several divided by `;`. */
export function describeOrigin(origin: Origin | undefined): string {
  return sourcesFrom(origin).map(describe).join('; ')
}

function describe({ file, lines: [first, last], table, row, column, statement, updated }: Source): string {
  const place = `${file}:${first === last ? first : `${first}-${last}`}`
  const update = updated ? `(${updated.file}:${updated.line})` : ''
  return [place, statement ? `#${statement}` : '', [table, row, column].filter(Boolean).join(' | '), update]
    .filter(Boolean)
    .join(' ')
}

/** Line ranges sorted and joined where they touch or lie at most `gap` lines apart. */
export function mergeLines(ranges: [number, number][], gap = 0): [number, number][] {
  const merged: [number, number][] = []
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const open = merged.at(-1)
    if (open && first <= open[1] + 1 + gap) open[1] = Math.max(open[1], last)
    else merged.push([first, last])
  }
  return merged
}
