import type { Root } from 'mdast'
import type { z } from 'zod'
import { walk } from '../read/walk.ts'
import type { linkSchema } from './report.ts'
import { plainText } from './text.ts'

/** Every link and picture of a report with its address, in the order of the text. */
export function findLinks(tree: Root): z.infer<typeof linkSchema>[] {
  const found: z.infer<typeof linkSchema>[] = []
  walk(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image') return
    found.push({ text: plainText(node), url: node.url, line: node.position!.start.line })
  })
  return found
}
