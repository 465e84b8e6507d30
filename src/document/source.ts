import type { Strength } from '../locale/locale.ts'

/** Where a piece of a document comes from. Lines are 1-based, [first, last]. */
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
    /** What a node of a document rests on; framing words of a template have none. */
    sources?: Source[]
  }
}

/** `report.md:14 Table 2.1 | Ships | North`, several divided by `;`. */
export function describeSources(sources: Source[]): string {
  return sources.map(describe).join('; ')
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
