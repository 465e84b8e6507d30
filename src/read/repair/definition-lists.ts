import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { mapBlocks } from '../blocks.ts'
import { linesOf, paragraphOf } from '../lines.ts'
import type { Step } from '../step.ts'

/**
 * A term on its line and below it a line that begins with a colon are a definition list. It becomes a list with an item for
 * each term, in bold, and its definitions.
 */
export const definitionLists: Step = {
  rule: 'definition-list',
  run(tree) {
    mapBlocks(tree, (blocks) => {
      const found: RootContent[] = []
      for (const block of blocks) {
        const entries = block.type === 'paragraph' ? entriesOf(block, found) : null
        if (!entries) {
          found.push(block)
          continue
        }
        const items = entries.map(toItem)
        // lines of HTML are folded into one: only the block knows where it ends
        const position = { start: items[0]!.position!.start, end: block.position!.end }
        items.at(-1)!.position!.end = position.end
        const above = found.at(-1)
        if (above?.type === 'list' && above.data?.definitions) {
          above.children.push(...items)
          above.position = { start: above.position!.start, end: position.end }
        } else
          found.push({
            type: 'list',
            ordered: false,
            spread: false,
            children: items,
            position,
            data: { definitions: true },
          })
      }
      return found
    })
  },
}

interface Entry {
  term: PhrasingContent[]
  definitions: PhrasingContent[][][]
}

/** The entries of a paragraph; one that is all definition takes its term from the paragraph above. */
function entriesOf(paragraph: Paragraph, above: RootContent[]): Entry[] | null {
  if (!/(?:^|\n):\s/.test(textOf(paragraph))) return null
  const lines = linesOf(paragraph)
  const entries: Entry[] = []
  if (isDefinition(lines[0]!)) {
    const term = above.at(-1)
    if (term?.type !== 'paragraph' || linesOf(term).length !== 1) return null
    above.pop()
    entries.push({ term: term.children, definitions: [] })
  } else if (!lines[1] || !isDefinition(lines[1])) return null
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    if (isDefinition(line)) entries.at(-1)!.definitions.push([withoutColon(line)])
    else if (next && isDefinition(next)) entries.push({ term: line, definitions: [] })
    else entries.at(-1)!.definitions.at(-1)!.push(line)
  })
  return entries
}

const isDefinition = ([first]: PhrasingContent[]) => first?.type === 'text' && /^:\s+\S/.test(first.value)

function withoutColon([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
  return first?.type === 'text' ? [{ ...first, value: first.value.replace(/^:\s+/, '') }, ...rest] : []
}

function toItem({ term, definitions }: Entry): ListItem {
  const head = paragraphOf([term])
  const body = definitions.map((lines) => paragraphOf(lines))
  head.children = [{ type: 'strong', children: term, position: head.position }]
  return {
    type: 'listItem',
    spread: false,
    children: [head, ...body],
    position: { start: head.position!.start, end: body.at(-1)!.position!.end },
  }
}
