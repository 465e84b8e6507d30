import { z } from 'zod'
import { mergeLines } from '../../document/source.ts'
import { fingerprint, isStale, keyOf, type Statement } from '../../tailor/editorial.ts'
import type { Version } from './version.ts'

const lines = z.tuple([z.int(), z.int()])

/** An editorial statement that is not approved for what its lines say in the later version. */
export const waitingSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  line: z.int(),
  /** The lines of the report that it names. */
  basis: z.array(lines),
  /** Where these stand now, if not a word of them changed; null where they did. */
  movedTo: z.array(lines).nullable(),
})

export type Waiting = z.infer<typeof waitingSchema>

/** The statements that must be read again before the documents of the later version go out. */
export function waitingStatements(before: Version, after: Version): Waiting[] {
  if (!after.material) return []
  const { editorial, lines } = after.material
  const stale = editorial.statements.filter((statement) => isStale(statement, lines))
  const find = finder(lines)
  return stale.map((statement) => {
    const { file, line, basis } = statement
    return { id: keyOf(statement), file, line, basis, movedTo: movedTo(statement, before.material?.lines, find) }
  })
}

type Find = (passage: string[], near: number) => number | null

function movedTo({ basis, fingerprint: approved }: Statement, old: string[] | undefined, find: Find) {
  if (!old || approved !== fingerprint(basis, old)) return null
  const found = basis.flatMap(([first, last]): [number, number][] => {
    const at = find(old.slice(first - 1, last), first)
    return at === null ? [] : [[at, at + last - first]]
  })
  return found.length === basis.length ? mergeLines(found) : null
}

/** Finds lines that stand somewhere just as they are: the place nearest to a line. */
function finder(lines: string[]): Find {
  const places = new Map<string, number[]>()
  for (const [at, text] of lines.entries()) {
    const known = places.get(text)
    if (known) known.push(at)
    else places.set(text, [at])
  }
  return (passage, near) => {
    const starts = places.get(passage[0] ?? '') ?? []
    const whole = starts.filter((at) => passage.every((text, offset) => lines[at + offset] === text))
    const [nearest] = whole.map((at) => at + 1).sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
    return nearest ?? null
  }
}
