import type { Paragraph, RootContent, Table } from 'mdast'
import { mapBlocks } from '../blocks.ts'
import type { Step } from '../step.ts'

/** A paragraph that begins with a colon, next to a table, is its caption, as in Pandoc's Markdown. */
export const captionLines: Step = {
  rule: 'caption-line',
  run(tree) {
    mapBlocks(tree, (blocks) => {
      const captions = new Set<RootContent>()
      blocks.forEach((block, index) => {
        const caption = block.type === 'paragraph' && captionIn(block)
        const table = caption && [blocks[index - 1], blocks[index + 1]].find(isBare)
        if (!caption || !table) return
        table.data = { ...table.data, caption }
        captions.add(block)
      })
      return captions.size ? blocks.filter((block) => !captions.has(block)) : blocks
    })
  },
}

const isBare = (block: RootContent | undefined): block is Table => block?.type === 'table' && !block.data?.caption

function captionIn(paragraph: Paragraph): Paragraph | null {
  const [first, ...rest] = paragraph.children
  const text = first?.type === 'text' ? /^:\s+(?=\S)/.exec(first.value) : null
  if (!text || first?.type !== 'text') return null
  return { ...paragraph, children: [{ ...first, value: first.value.slice(text[0].length) }, ...rest] }
}
