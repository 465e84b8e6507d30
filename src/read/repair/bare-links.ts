import type { Nodes, Parent, PhrasingContent, Text } from 'mdast'
import { placesIn } from '../place.ts'
import type { Step } from '../step.ts'
import { walk } from '../walk.ts'

/** An address written as it is, with `http://`, `https://` or `www.`, is a link. */
export const bareLinks: Step = {
  rule: 'bare-link',
  run(tree) {
    walk(tree, (node, index, parent) => {
      if (node.type === 'link') return index + 1
      if (node.type !== 'text' || !parent || !mayHold.test(node.value)) return
      const parts = split(node)
      parent.children.splice(index, 1, ...(parts as Parent['children']))
      return index + parts.length
    })
  },
}

const mayHold = /https?:\/\/|www\./i
const address = /(?<![\p{L}\p{N}/@])(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu

function split(node: Text): PhrasingContent[] {
  const placeOf = placesIn(node)
  const text = (from: number, to: number): Text[] =>
    from < to ? [{ type: 'text', value: node.value.slice(from, to), position: placeOf(from, to - from) }] : []
  const parts: PhrasingContent[] = []
  let from = 0
  for (const match of node.value.matchAll(address)) {
    const written = withoutPunctuation(match[0])
    if (!/[\p{L}\p{N}]\.?[\p{L}\p{N}]/u.test(written.replace(/^https?:\/\/|^www\./i, ''))) continue
    parts.push(...text(from, match.index))
    from = match.index + written.length
    const url = /^www/i.test(written) ? `http://${written}` : written
    const [label] = text(match.index, from)
    parts.push({ type: 'link', url, title: null, children: [label!], position: label!.position } satisfies Nodes)
  }
  return from ? [...parts, ...text(from, node.value.length)] : [node]
}

/** Without the marks that end the sentence around it, and a closing bracket that it did not open. */
function withoutPunctuation(written: string): string {
  let end = written.length
  let surplus = count(written, ')') - count(written, '(')
  while (end > 0) {
    const last = written[end - 1]!
    if (last === ')' && surplus > 0) surplus--
    else if (!".,:;!?*_~'’".includes(last)) break
    end--
  }
  return written.slice(0, end)
}

const count = (text: string, character: string) => text.split(character).length - 1
