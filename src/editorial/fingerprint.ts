import { createHash } from 'node:crypto'
import type { Lines } from './paper.ts'

/**
 * What earlier versions remembered of a basis, in editorial.yaml itself: SHA-256 of its lines with white space folded, 16 hex digits.
 * It tells whether lines are as they were, and nothing of what they were.
 */
export function fingerprint(basis: Lines[], lines: string[]): string {
  const text = basis
    .map(([first, last]) =>
      lines
        .slice(first - 1, last)
        .join('\n')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
