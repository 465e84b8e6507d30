import type { Root } from 'mdast'
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { Locale } from '../locale/locale.ts'

/** One change that reading makes to the tree: a small plugin, named after what it does. */
export interface Step {
  /** The id of its repairs and warnings. */
  rule: string
  run(tree: Root, log: Log, report: Written): void
}

/** What a step may look at beside the tree. */
export interface Written {
  /** The file's content. */
  text: string
  locale: Locale
  warn: Warn
}

/** Tells what a step changed: where, what stood there and what stands there now. */
export type Log = (place: Position, before: string, after: string) => void

/** Tells what a step found and left as it is. */
export type Warn = (place: Position | Point, message: string) => void

/** What reading changed in the text, with its lines in the file. */
export interface Repair {
  rule: string
  line: number
  endLine: number
  before: string
  after: string
}

/** What is odd in the text and was read all the same. */
export interface Warning {
  rule: string
  line: number
  column: number
  message: string
}

/** A log that writes each change as a message of the file. */
export function logTo(file: VFile, rule: string): Log {
  return (place, before, after) => {
    const message = file.info(`read as "${shorten(after)}"`, { place, ruleId: rule, source: 'prisme' })
    message.actual = before
    message.expected = [after]
  }
}

/** Writes each warning as a message of the file. */
export function warnTo(file: VFile, rule: string): Warn {
  return (place, message) => {
    file.message(message, { place, ruleId: rule, source: 'prisme' })
  }
}

/** The repairs among the messages of a file, in the order of their lines. */
export function repairsOf(file: VFile): Repair[] {
  return file.messages
    .filter((message) => message.source === 'prisme' && message.expected?.length)
    .map((message) => ({
      rule: message.ruleId!,
      line: message.line ?? 1,
      endLine: (message.place && 'end' in message.place ? message.place.end.line : message.line) ?? 1,
      before: message.actual ?? '',
      after: message.expected![0]!,
    }))
    .sort((a, b) => a.line - b.line || a.endLine - b.endLine)
}

/** The warnings among the messages of a file, in the order of their lines. */
export function warningsOf(file: VFile): Warning[] {
  return file.messages
    .filter((message) => message.source === 'prisme' && !message.expected?.length)
    .map(({ ruleId, line = 1, column = 1, reason }) => ({ rule: ruleId!, line, column, message: reason }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
