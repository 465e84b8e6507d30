import { Problem } from './problem.ts'

/** A value of a JSON text, with where it begins. */
export type JsonNode = { at: number } & (
  | { kind: 'object'; entries: Map<string, { key: JsonNode; value: JsonNode }> }
  | { kind: 'array'; items: JsonNode[] }
  | { kind: 'plain'; value: string | number | boolean | null; raw: string }
)

/** A JSON text in which every value keeps its place. */
export interface JsonFile {
  root: JsonNode
  /** The 1-based line and column of a place in the text. */
  place(at: number): { file: string; line: number; column: number }
}

/** Deeper than any data is nested; what goes deeper would use up the stack. */
const mostLevels = 100

/**
 * Reads JSON (RFC 8259) and keeps the place of every value.
 *
 * @throws {Problem} at the first sign that is not JSON: a text that ends too early, a key that stands twice in an object
 */
export function parseJson(text: string, shown: string): JsonFile {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const place: JsonFile['place'] = (at) => {
    let [low, high] = [0, lineStarts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (lineStarts[middle]! <= at) low = middle
      else high = middle
    }
    return { file: shown, line: low + 1, column: at - lineStarts[low]! + 1 }
  }
  const reader = new Reader(text, place)
  const root = reader.value(0)
  reader.end()
  return { root, place }
}

class Reader {
  private at = 0
  private readonly text: string
  private readonly place: JsonFile['place']

  constructor(text: string, place: JsonFile['place']) {
    this.text = text
    this.place = place
  }

  value(level: number): JsonNode {
    if (level > mostLevels) throw this.wrong(`values at most ${mostLevels} levels deep`)
    const sign = this.next()
    if (sign === '{') return this.object(level)
    if (sign === '[') return this.array(level)
    return this.plain()
  }

  end(): void {
    if (this.next() !== undefined) throw this.wrong('nothing behind the value')
  }

  private next(): string | undefined {
    while (/[ \t\n\r]/.test(this.text[this.at] ?? '')) this.at++
    return this.text[this.at]
  }

  private object(level: number): JsonNode {
    const at = this.at++
    const entries = new Map<string, { key: JsonNode; value: JsonNode }>()
    if (this.next() === '}') return this.closed({ kind: 'object', at, entries })
    for (;;) {
      if (this.next() !== '"') throw this.wrong('a key in quotes')
      const start = this.at
      const key = this.plain()
      const name = String((key as { value: unknown }).value)
      if (entries.has(name)) throw this.wrong(`the key "${name}" once`, start)
      if (this.next() !== ':') throw this.wrong('":" behind a key')
      this.at++
      entries.set(name, { key, value: this.value(level + 1) })
      const sign = this.next()
      if (sign === '}') return this.closed({ kind: 'object', at, entries })
      if (sign !== ',') throw this.wrong('"," or "}"')
      this.at++
    }
  }

  private array(level: number): JsonNode {
    const at = this.at++
    const items: JsonNode[] = []
    if (this.next() === ']') return this.closed({ kind: 'array', at, items })
    for (;;) {
      items.push(this.value(level + 1))
      const sign = this.next()
      if (sign === ']') return this.closed({ kind: 'array', at, items })
      if (sign !== ',') throw this.wrong('"," or "]"')
      this.at++
    }
  }

  private closed(node: JsonNode): JsonNode {
    this.at++
    return node
  }

  private plain(): JsonNode {
    const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[a-z]+/sy
    token.lastIndex = this.at
    const raw = token.exec(this.text)?.[0]
    if (raw === undefined) throw this.wrong('a value')
    try {
      const node: JsonNode = { kind: 'plain', at: this.at, value: JSON.parse(raw), raw }
      this.at += raw.length
      return node
    } catch {
      throw this.wrong('a value')
    }
  }

  private wrong(expected: string, at = this.at): Problem {
    const rest = this.text.slice(at, at + 20).split('\n')[0]
    const found = at >= this.text.length ? 'the end of the file' : rest || 'the end of the line'
    return new Problem('is not valid JSON', { ...this.place(at), found, expected })
  }
}
