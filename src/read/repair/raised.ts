import type { PhrasingContent, Text } from 'mdast'
import { placesIn } from '../place.ts'
import type { Step } from '../step.ts'
import { walk } from '../walk.ts'

/** `x^2^` and `H~2~O`, as in Pandoc's Markdown: what is raised is so in the tree; what is lowered is text, as it is of HTML. */
export const raised: Step = {
  rule: 'raised',
  run(tree) {
    walk(tree, (node, index, parent) => {
      if (node.type !== 'text' || !parent || !/[\^~]/.test(node.value)) return
      const parts = split(node)
      parent.children.splice(index, 1, ...(parts as typeof parent.children))
      return index + parts.length
    })
  },
}

/** They follow a letter, digit or bracket, and hold no space. */
const marks = /(?<=[\p{L}\p{N})\]])(?:\^(?<high>[^\s^[\]]{1,20})\^|~(?<low>[^\s~]{1,20})~)/gu

function split(node: Text): PhrasingContent[] {
  const placeOf = placesIn(node)
  const parts: PhrasingContent[] = []
  let from = 0
  const add = (end: number) => {
    if (end <= from) return
    parts.push({ type: 'text', value: node.value.slice(from, end), position: placeOf(from, end - from) })
  }
  for (const match of node.value.matchAll(marks)) {
    const { high, low } = match.groups!
    add(match.index)
    const position = placeOf(match.index, match[0].length)
    const inner: Text = { type: 'text', value: (high ?? low)!, position }
    parts.push(high === undefined ? inner : { type: 'superscript', children: [inner], position })
    from = match.index + match[0].length
  }
  add(node.value.length)
  return from ? parts : [node]
}
