import type { List, Nodes } from 'mdast'
import { runs } from './paragraph.ts'

/** What the speaker says, a line a paragraph. */
export function notesText(nodes: Nodes[]): string {
  return nodes.flatMap((node) => lines(node)).join('\n')
}

function lines(node: Nodes): string[] {
  if (node.type === 'list') return items(node)
  if (node.type === 'paragraph' || node.type === 'heading') return [runs(node.children).map(textOf).join('')]
  return 'children' in node ? node.children.flatMap((child) => lines(child)) : []
}

function items(list: List): string[] {
  return list.children.flatMap((item, at) => {
    const mark = list.ordered ? `${(list.start ?? 1) + at}.` : '–'
    return item.children.flatMap((child) => lines(child)).map((line, part) => (part ? line : `${mark} ${line}`))
  })
}

const textOf = ({ text, newLine }: { text: string; newLine?: boolean }) => (newLine ? ` ${text}` : text)
