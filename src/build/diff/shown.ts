import type { Document } from '../../document/document.ts'
import { type Source, sourcesFrom } from '../../document/source.ts'
import type { Change, Lines } from '../../model/diff/change.ts'
import type { Origin } from '../../origin/origin.ts'

/** What the pieces of a document rest on; source lines and notes tell of these again, often of more than is shown. */
export function sourcesShown({ tree }: Document): Source[] {
  const found = new Map<string, Source>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    if (!isRecord(value) || value.type === 'sourceLine' || value.type === 'sourceNotes') return
    for (const [key, inner] of Object.entries(value))
      if (key !== 'origin') walk(inner)
      else for (const source of sourcesFrom(inner as Origin)) found.set(JSON.stringify(source), source)
  }
  walk(tree)
  return [...found.values()]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Does a document show, on one side of a change, what changed? */
export function shows(sources: Source[], change: Change, side: 'before' | 'after'): boolean {
  const lines = telling(change, side)
  if (!lines) return false
  const { column } = change.place
  const isNarrow = change.what === 'cell'
  return sources.some(
    (source) =>
      source.lines[0] <= lines[1] &&
      lines[0] <= source.lines[1] &&
      (!isNarrow || source.column === undefined || source.column === column),
  )
}

/** The lines by which a change shows: of a section that is still there its heading, of a table its caption. */
function telling({ what, kind, lines }: Change, side: 'before' | 'after'): Lines | null {
  const own = lines[side]
  const isThere = kind === 'moved' || kind === 'changed'
  return own && isThere && (what === 'section' || what === 'table') ? [own[0], own[0]] : own
}
