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
 * The front matter of a text; null where there is none. One that is never closed, or is no YAML and holds empty lines as text does,
 * is none: it is read as text. One that is no YAML and looks like some says nothing.
 */
export function frontMatter(text: string, warn: (message: string) => void): FrontMatter | null {
  const match = fenced.exec(text)
  const looksLike = opened.test(text)
  if (!match) {
    if (looksLike) warn('this front matter is never closed: it is read as text')
    return null
  }
  const written = match[1]!
  if (!written.trim()) return null
  const { values, problem } = parsed(written)
  if (problem && (!looksLike || /[\r\n][ \t]*[\r\n]/.test(written.replaceAll('\r\n', '\n')))) {
    if (looksLike) warn(`this front matter cannot be used, it is read as text: ${problem}`)
    return null
  }
  if (problem) warn(`this front matter cannot be used: ${problem}`)
  let end = { line: 1, column: 1 }
  eachLine(match[0], (line, number) => {
    end = { line: number, column: line.length + 1 }
  })
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { ...end, offset: match[0].length } }
  return { node: { type: 'yaml', value: written, position }, range: [0, match[0].length], values }
}

/** The keys and values of a YAML map, the keys in lower case; and why there are none. */
function parsed(written: string): { values: Record<string, unknown>; problem: string | null } {
  const document = parseDocument(written, { prettyErrors: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) return { values: {}, problem: error.message }
  try {
    // no more aliases than any writer needs: each may stand for a hundred others
    const values: unknown = document.toJS({ maxAliasCount: 100 })
    if (!values || typeof values !== 'object' || Array.isArray(values))
      return { values: {}, problem: 'it holds no keys and values' }
    const entries = Object.entries(values).map(([key, value]) => [key.toLowerCase(), value as unknown])
    return { values: Object.fromEntries(entries), problem: null }
  } catch (error) {
    return { values: {}, problem: (error as Error).message }
  }
}
