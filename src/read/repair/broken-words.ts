import type { Root, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Step } from '../step.ts'

/**
 * A word still hyphenated from a lost line end is whole again, if the report itself writes it without the hyphen elsewhere:
 * more often than with it, or as often where its second half is no word of the report. A meant hyphen stays.
 */
export const brokenWords: Step = {
  rule: 'broken-word',
  run(tree, log) {
    const words = vocabulary(tree)
    visit(tree, 'text', (node) => {
      node.value = node.value.replace(hyphenated, (written, offset: number) => {
        const whole = written.replace('-', '')
        const count = (word: string) => words.get(word.toLowerCase()) ?? 0
        const lead = count(whole) - count(written)
        const isPart = count(written.split('-')[1]!) === 0
        if (!count(whole) || lead < 0 || (lead === 0 && !isPart)) return written
        log(placeOf(node, offset, written), written, whole)
        return whole
      })
    })
  },
}

/** Two parts of small letters with one hyphen, not part of a longer chain. */
const hyphenated = /(?<![\p{L}\p{N}-])\p{L}\p{Ll}*-\p{Ll}+(?![\p{L}\p{N}-])/gu

function vocabulary(tree: Root): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of textOf(tree).matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    const key = word.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** A place inside a text node; exact where the node holds no line end or character reference before it. */
function placeOf(node: Text, offset: number, written: string) {
  const lines = node.value.slice(0, offset).split('\n')
  const line = node.position!.start.line + lines.length - 1
  const column = (lines.length > 1 ? 1 : node.position!.start.column) + lines.at(-1)!.length
  return { start: { line, column }, end: { line, column: column + written.length } }
}
