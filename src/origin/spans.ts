import { joinOf, lengthOf, type Origin } from './origin.ts'

/**
 * From an offset in a text on: the line and column that the text has there in its file, up to the next span, letter by letter; and
 * the step of reading that mended it, where one did. Line 0 says that it stands nowhere. This is how the report keeps origins, small:
 * most texts have one span.
 */
export type Span = [at: number, line: number, column: number] | [at: number, line: number, column: number, rule: string]

/** The origin that spans tell of a text of a length; what stands before the first comes from nowhere. */
export function originOf(spans: readonly Span[], length: number, file: string): Origin {
  const before = spans[0]?.[0] ?? length
  const parts = spans.map(([at, line, column, rule], index): Origin => {
    const own = (spans[index + 1]?.[0] ?? length) - at
    const written: Origin = line
      ? { kind: 'original', file, line, column, length: own }
      : { kind: 'framing', length: own }
    return rule === undefined ? written : { kind: 'repaired', rule, of: written }
  })
  return joinOf([{ kind: 'framing', length: before }, ...parts])
}

/** The spans that tell an origin of letters of one file. Of a block each letter stands where the block begins. */
export function spansOf(origin: Origin): Span[] {
  const spans: Span[] = []
  let at = 0
  const say = (line: number, column: number, rule: string | undefined) => {
    if (line || at) spans.push(rule === undefined ? [at, line, column] : [at, line, column, rule])
  }
  const add = (each: Origin, rule?: string): void => {
    switch (each.kind) {
      case 'join':
        for (const part of each.parts) add(part, rule)
        return
      case 'repaired':
        add(each.of, each.rule)
        return
      case 'cell':
      case 'updated':
        add(each.of, rule)
        return
      case 'original':
        say(each.line, each.column, rule)
        break
      case 'block':
        say(each.start.line, each.start.column, rule)
        break
      default:
        say(0, 0, rule)
    }
    at += lengthOf(each)
  }
  add(origin)
  return spans
}
