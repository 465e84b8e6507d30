import type { Yaml } from 'mdast'
import { parseDocument } from 'yaml'
import type { Range } from './literal.ts'
import { eachLine } from './refuse.ts'

/** What a report says of itself before its text begins. */
export interface FrontMatter {
  node: Yaml
  /** Where it stands in the file, its fences included. */
  range: Range
  values: Record<string, unknown>
}

/** A block of YAML at the very start, between `---` and `---` or `...`. */
const fenced = /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/
const opened = /^---[ \t]*[\r\n]+[\w-]+:[ \t]/

/**
 * The front matter of a text; null where there is none.
 *
 * @returns a message in its place where there is one that cannot be used: it is then read as text
 */
export function frontMatter(text: string): FrontMatter | string | null {
  const match = fenced.exec(text)
  if (!match) return opened.test(text) ? 'front matter is never closed: it is read as text' : null
  if (!match[1]!.trim()) return null
  const document = parseDocument(match[1]!, { prettyErrors: false, logLevel: 'silent' })
  const problem = document.errors[0]?.message ?? (valuesOf(document) ? null : 'it is no list of keys and values')
  if (problem) return opened.test(text) ? `front matter cannot be used, it is read as text: ${problem}` : null
  let end = { line: 1, column: 1 }
  eachLine(match[0], (line, number) => {
    end = { line: number, column: line.length + 1 }
  })
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { ...end, offset: match[0].length } }
  return {
    node: { type: 'yaml', value: match[1]!, position },
    range: [0, match[0].length],
    values: valuesOf(document)!,
  }
}

/** Plain values; null where they are no map, or aliases multiply without end. */
function valuesOf(document: ReturnType<typeof parseDocument>): Record<string, unknown> | null {
  try {
    const values: unknown = document.toJS({ maxAliasCount: 100 })
    return values && typeof values === 'object' && !Array.isArray(values) ? (values as Record<string, unknown>) : null
  } catch {
    return null
  }
}
