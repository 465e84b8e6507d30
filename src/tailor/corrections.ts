import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Correction } from '../editorial/editorial.ts'
import { escapeRegExp, linesOf } from '../model/text.ts'
import { exchange, framing, reworded, type Traced } from '../origin/traced.ts'

/** Mends the slips of the printed text that editors have listed, in the lines they name, and sets ranges with an en dash. */
export class Corrector {
  private readonly rules: { pattern: RegExp; correct: string; lines: [number, number][] | null }[]

  constructor(corrections: Correction[]) {
    this.rules = corrections.map(({ printed, correct, lines }) => ({
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(printed)}(?![\\p{L}\\p{N}])`, 'gu'),
      correct,
      lines,
    }))
  }

  /** A printed text of some lines, mended. */
  text(printed: string, lines: [number, number]): string {
    return this.traced(framing(printed), lines).text
  }

  /** The same with where it comes from: a slip is repaired. */
  traced(printed: Traced, [first, last]: [number, number]): Traced {
    const mended = this.rules
      .filter(({ lines }) => !lines || lines.some(([from, to]) => from <= last && first <= to))
      .reduce(
        (text, { pattern, correct }) =>
          exchange(text, pattern, (_, slip) => {
            const { origin } = reworded(correct, slip.origin)
            return { text: correct, origin: { kind: 'repaired', rule: 'correction', of: origin } }
          }),
        printed,
      )
    return exchange(mended, range, (match, { origin }) => ({ text: `${match[1]!}–`, origin }))
  }

  /** Corrects a piece of some lines in place, its texts with their origins; it must be a copy. */
  tree(piece: Nodes, lines: [number, number]): void {
    visit(piece, 'text', (node) => {
      const own = node.position ? linesOf(node) : lines
      const origin = node.data?.origin
      const mended = origin ? this.traced({ text: node.value, origin }, own) : framing(this.text(node.value, own))
      node.value = mended.text
      if (origin) node.data = { ...node.data, origin: mended.origin }
    })
  }
}

/** A hyphen between two numbers that is no part of a longer chain, as a date's or a telephone number's is. */
const range = /(?<![\p{L}\d-][-.,]?)(\d[\d.,]*)-(?=\d+(?:[.,]\d+)*(?![\d-]))/gu
