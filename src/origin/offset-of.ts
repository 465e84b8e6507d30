import { lengthOf, type Origin, type Point } from './origin.ts'

/** At which letter of a text that has an origin the letter stands that a file has at a point; null where the text has it not. */
export function offsetOf(origin: Origin, point: Point & { file?: string }): number | null {
  switch (origin.kind) {
    case 'original': {
      const offset = point.column - origin.column
      const isThere = origin.line === point.line && offset >= 0 && offset < origin.length
      return isThere && (point.file === undefined || point.file === origin.file) ? offset : null
    }
    case 'cell':
    case 'repaired':
      return offsetOf(origin.of, point)
    case 'join': {
      let before = 0
      for (const part of origin.parts) {
        const found = offsetOf(part, point)
        if (found !== null) return before + found
        before += lengthOf(part)
      }
      return null
    }
    default:
      return null
  }
}
