import type { RootContent } from 'mdast'
import { mapBlocks } from '../blocks.ts'
import type { Step } from '../step.ts'

/** A paragraph that begins with a colon, right below or above a table, is its caption, as in Pandoc's Markdown. */
export const captionLines: Step = {
  rule: 'caption-line',
  run(tree) {
    mapBlocks(tree, (blocks) => {
      blocks.forEach((block, index) => {
        const first = block.type === 'paragraph' ? block.children[0] : undefined
        if (block.type !== 'paragraph' || first?.type !== 'text' || !colon.test(first.value)) return
        if (!isBelowTable(blocks, index) && !isAboveTable(blocks, index)) return
        first.value = first.value.replace(colon, '')
        block.data = { ...block.data, caption: true }
      })
      return blocks
    })
  },
}

const colon = /^:\s+(?=\S)/

/** Lines of text that stand right below the table, its source perhaps, may come before. */
function isBelowTable(blocks: RootContent[], index: number): boolean {
  let at = index - 1
  while (blocks[at]?.type === 'paragraph' && blocks[at]!.position!.start.line === lastLine(blocks[at - 1]) + 1) at--
  return blocks[at]?.type === 'table'
}

/** Below a line of text it would be what that line is a term of. */
function isAboveTable(blocks: RootContent[], index: number): boolean {
  return blocks[index + 1]?.type === 'table' && blocks[index - 1]?.type !== 'paragraph'
}

const lastLine = (block: RootContent | undefined) => block?.position?.end.line ?? Number.NaN
