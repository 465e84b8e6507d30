import type { Point } from 'unist'
import type { Span } from '../origin/spans.ts'
import type { Repair } from './step.ts'

/** A text that stands in a file, but perhaps not letter by letter. */
export interface Placed {
  value: string
  start: Point
  end: Point
}

/**
 * Where the letters of a node's text stand in its file: an escape, a character reference, the start of a line in a quote or list,
 * or what a step took out or put in, may stand between them.
 *
 * @param file the file's content
 * @param repairs what the steps changed, of which those are named that changed the text
 * @returns null where the text stands as it is, line by line
 */
export function aligned({ value, start, end }: Placed, file: string, repairs: readonly Repair[]): Span[] | null {
  if (start.offset === undefined || end.offset === undefined) return null
  const source = file.slice(start.offset, end.offset)
  if (source === value) return null
  const spans: Span[] = []
  const pointAt = points(source, start)
  let read = 0
  let after = -1
  let rule: string | undefined
  /** The letter at an offset stands at one in the source, or nowhere. */
  const stand = (at: number, from: number | null) => {
    if (from !== after || from === null) {
      const [line, column] = from === null ? [0, 0] : pointAt(from)
      spans.push(rule === undefined ? [at, line, column] : [at, line, column, rule])
    }
    after = from === null || isLineEnd(source, from) ? -1 : from + 1
  }
  for (let at = 0; at < value.length; at++) {
    if (rule !== undefined && !/\p{L}/u.test(value[at]!)) [rule, after] = [undefined, -1]
    if (value[at - 1] === '\n' || value[at - 1] === '\r')
      while (/[ \t>]/.test(source[read] ?? '') && source[read] !== value[at]) read++
    if (isEscape(source, read, value, at)) read++
    const reference = referenceAt(source, read, value, at)
    if (reference) {
      stand(at, read)
      after = -1
      read += reference.length
      if (isHighSurrogate(value, at)) at++
    } else if (source[read] === value[at]) stand(at, read++)
    else {
      const found = resumed(source, read, value, at)
      const isMended = found === null || /[^\s>]/.test(source.slice(read, found))
      rule = isMended ? mendedBy(at) : undefined
      if (rule !== undefined) after = -1
      stand(at, found)
      if (found !== null) read = found + 1
    }
  }
  return isPlain(spans, { value, start, end }) ? null : spans

  /** The step that changed the word at an offset. */
  function mendedBy(at: number): string | undefined {
    const word = /\S*$/.exec(value.slice(0, at))![0] + /^\S*/.exec(value.slice(at))![0]
    const [line] = pointAt(Math.min(read, Math.max(0, source.length - 1)))
    return repairs.find((repair) => repair.line <= line && repair.endLine >= line && repair.after.includes(word))?.rule
  }
}

/** No more is skipped between two letters than this. */
const reach = 400

/** Where the text goes on in the source. */
function resumed(source: string, read: number, value: string, at: number): number | null {
  for (const length of [8, 3, 1]) {
    const [wanted] = value.slice(at, at + length).split('\n', 1)
    const found = wanted ? source.indexOf(wanted, read) : source.indexOf('\n', read)
    if (found >= 0 && found - read <= (length === 1 ? 12 : reach)) return found
  }
  return null
}

const isLineEnd = (source: string, at: number) =>
  source[at] === '\n' || (source[at] === '\r' && source[at + 1] !== '\n')

/** The line and column of offsets that are asked for in their order. */
function points(source: string, start: Point): (offset: number) => [number, number] {
  let [line, lineStart, seen] = [start.line, 1 - start.column, 0]
  return (offset) => {
    for (; seen < offset; seen++) {
      if (source[seen] === '\n' || (source[seen] === '\r' && source[seen + 1] !== '\n')) {
        line++
        lineStart = seen + 1
      }
    }
    return [line, offset - lineStart + 1]
  }
}

const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][\da-zA-Z]{0,31});/y

/** A character reference in the source that stands for a letter of the text, which does not have it as it is. */
function referenceAt(source: string, read: number, value: string, at: number): string | null {
  if (source[read] !== '&') return null
  reference.lastIndex = read
  const found = reference.exec(source)?.[0]
  return found && !value.startsWith(found, at) ? found : null
}

/** Does a backslash stand before the letter, and is none of the text's own? */
function isEscape(source: string, read: number, value: string, at: number): boolean {
  if (source[read] !== '\\' || source[read + 1] !== value[at]) return false
  return value[at] !== '\\' || backslashes(source, read) > backslashes(value, at)
}

function backslashes(text: string, from: number): number {
  let to = from
  while (text[to] === '\\') to++
  return to - from
}

const isHighSurrogate = (text: string, at: number) => /[\ud800-\udbff]/.test(text[at]!)

/** Is a single span what the position says already? */
function isPlain(spans: Span[], { value, start }: Placed): boolean {
  const [only, ...more] = spans
  return more.length === 0 && !value.includes('\n') && only?.[1] === start.line && only[2] === start.column && !only[3]
}

/** The spans of a text that stands as it is from a point on, line by line. */
export function plainSpans(value: string, { line, column }: Point): Span[] {
  const spans: Span[] = [[0, line, column]]
  for (const match of value.matchAll(/\r\n|\r|\n/g))
    if (match.index + match[0].length < value.length)
      spans.push([match.index + match[0].length, line + spans.length, 1])
  return spans
}
