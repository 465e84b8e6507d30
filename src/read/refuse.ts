import type { Nodes, Root } from 'mdast'
import { Problem } from '../input/problem.ts'
import { limits } from './limits.ts'

/** What cannot be read is refused before it is parsed: nothing there, too much of it, or nested without end. */

/** @throws {Problem} for a text with nothing to read, or one that is larger than the limits */
export function refuseSize(text: string, file: string): void {
  if (!/[^\s\0\u200b-\u200f\u2060\ufeff]/u.test(text))
    throw new Problem('is empty', { file, line: 1, column: 1, expected: 'a report in Markdown' })
  if (text.length > limits.file)
    throw new Problem('is too long', {
      file,
      line: 1,
      column: 1,
      found: counted(text.length, 'characters'),
      expected: `at most ${counted(limits.file, 'characters')}: divide the report`,
    })
  eachLine(text, (line, number) => {
    if (number > limits.lines)
      throw new Problem('is too long', {
        file,
        line: number,
        column: 1,
        found: `more than ${counted(limits.lines, 'lines')}`,
        expected: `at most ${counted(limits.lines, 'lines')}: divide the report`,
      })
    if (line.length > limits.line)
      throw new Problem('holds a line that is too long', {
        file,
        line: number,
        column: limits.line + 1,
        found: counted(line.length, 'characters'),
        expected: `at most ${counted(limits.line, 'characters')} in a line`,
      })
  })
}

/**
 * Counts how deep quotes and lists lie inside each other, by their marks and indents alone: a parser needs the square of the
 * depth to find out.
 *
 * @throws {Problem} at the first mark that is nested too deeply
 */
export function refuseNesting(text: string, file: string): void {
  let open: number[] = []
  eachLine(text, (line, number) => {
    if (!line.trim()) return
    let column = indentOf(line, 0)
    open = open.filter((indent) => indent <= column)
    for (let mark = markAt(line, column); mark; mark = markAt(line, column)) {
      const content = column + mark.length
      column = content + indentOf(line, content)
      open.push(content)
      if (open.length > limits.depth) throw tooDeep(file, number, content - mark.length + 1)
    }
  })
}

/** @throws {Problem} at the first node that is nested too deeply */
export function refuseDepth(tree: Root, file: string): void {
  const descend = (node: Nodes, depth: number) => {
    if (depth > limits.depth) throw tooDeep(file, node.position!.start.line, node.position!.start.column)
    if ('children' in node) for (const child of node.children) descend(child, depth + 1)
  }
  descend(tree, 0)
}

function tooDeep(file: string, line: number, column: number): Problem {
  return new Problem('is nested too deeply', { file, line, column, expected: `at most ${limits.depth} levels` })
}

const quoteOrItem = /(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y

function markAt(line: string, column: number): string | null {
  quoteOrItem.lastIndex = column
  return quoteOrItem.exec(line)?.[0] ?? null
}

function indentOf(line: string, from: number): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t') at++
  return at - from
}

const counted = (count: number, what: string) => `${count.toLocaleString('en-GB')} ${what}`

/** Calls back with each line, without its ending, and its number from 1. */
export function eachLine(text: string, say: (line: string, number: number, offset: number) => void): void {
  const ending = /\r\n|\r|\n/g
  let from = 0
  let number = 1
  for (let match = ending.exec(text); match; match = ending.exec(text)) {
    say(text.slice(from, match.index), number++, from)
    from = ending.lastIndex
  }
  if (from < text.length) say(text.slice(from), number, from)
}
