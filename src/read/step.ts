import type { Root } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'

/** One change that reading makes to the tree: a small plugin, named after what it does. */
export interface Step {
  /** The id of its repairs. */
  rule: string
  run(tree: Root, log: Log): void
}

/** Tells what a step changed: where, what stood there and what stands there now. */
export type Log = (place: Position, before: string, after: string) => void

/** What reading changed in the text, with its lines in the file. */
export interface Repair {
  rule: string
  line: number
  endLine: number
  before: string
  after: string
}

/** A log that writes each change as a message of the file. */
export function logTo(file: VFile, rule: string): Log {
  return (place, before, after) => {
    const message = file.info(`read as "${shorten(after)}"`, { place, ruleId: rule, source: 'prisme' })
    message.actual = before
    message.expected = [after]
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

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
