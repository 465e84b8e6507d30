import type { Origin } from './origin.ts'
import { everyOrigin } from './walk.ts'

/** Lines of a file, the first and the last. */
export interface LineRange {
  file: string
  lines: [number, number]
}

/** The lines that an origin stands on, in the order of the text; lines that follow each other are one range. */
export function lineRanges(origin: Origin): LineRange[] {
  const ranges: LineRange[] = []
  for (const each of everyOrigin(origin)) {
    if (each.kind !== 'original' && each.kind !== 'block') continue
    const [first, last] = each.kind === 'block' ? [each.start.line, each.end.line] : [each.line, each.line]
    const open = ranges.at(-1)
    if (open?.file === each.file && first >= open.lines[0] && first <= open.lines[1] + 1)
      open.lines[1] = Math.max(open.lines[1], last)
    else ranges.push({ file: each.file, lines: [first, last] })
  }
  return ranges
}
