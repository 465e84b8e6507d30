import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Correction } from '../editorial/editorial.ts'
import { escapeRegExp } from '../model/text.ts'

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

  text(printed: string, [first, last]: [number, number]): string {
    return this.rules
      .filter(({ lines }) => !lines || lines.some(([from, to]) => from <= last && first <= to))
      .reduce((text, { pattern, correct }) => text.replace(pattern, () => correct), printed)
      .replace(range, '$1–')
  }

  /** Corrects a tree in place; its nodes must be a copy. */
  tree(node: Nodes): void {
    visit(node, 'text', (inner) => {
      const { position } = inner
      if (position) inner.value = this.text(inner.value, [position.start.line, position.end.line])
    })
  }
}

/** A hyphen between two numbers that is no part of a longer chain, as a date's or a telephone number's is. */
const range = /(?<![\p{L}\d-][-.,]?)(\d[\d.,]*)-(?=\d+(?:[.,]\d+)*(?![\d-]))/gu
