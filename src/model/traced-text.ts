import type { Nodes } from 'mdast'
import { originOf } from '../origin/spans.ts'
import { concat, framing, shorten, type Traced, trimmed } from '../origin/traced.ts'
import { plainSpans } from '../read/align.ts'
import { walk } from '../read/walk.ts'
import { holders, isInNumber } from './text.ts'

/** The name of the report's file in origins. */
export const reportFile = 'report.md'

/** The text of a node or of several, as `plainText` gives it, and where each of its letters stands in the report. */
export function tracedText(node: Nodes | Nodes[], { pictures = true } = {}): Traced {
  const parts: Traced[] = []
  for (const root of [node].flat()) {
    walk(root, (inner, index, parent) => {
      const isNext = index > 0 && parent !== null && holders.has(parent.type)
      if (inner.type === 'break') parts.push(letters(' ', inner))
      else if (inner.type === 'listItem' || isNext) parts.push(framing(' '))
      if (inner.type === 'text' || inner.type === 'inlineCode' || inner.type === 'code')
        parts.push(letters(inner.value, inner))
      else if (inner.type === 'image' && pictures) parts.push(letters(inner.alt ?? '', inner))
      return undefined
    })
  }
  return folded(concat(parts))
}

/** What a node says in letters of its own, with its origin; from nowhere where the node has no place. */
export function letters(value: string, { position }: Nodes): Traced {
  const spans = position && (position.spans ?? plainSpans(value, position.start))
  return spans ? { text: value, origin: originOf(spans, value.length, reportFile) } : framing(value)
}

const folded = (traced: Traced): Traced =>
  trimmed(shorten(traced, /\s+/g, ({ 0: space, index }) => (isInNumber(space, index, traced.text) ? null : ' ')))
