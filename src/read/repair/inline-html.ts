import type { Html, List, ListItem, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { holdsBlocks } from '../blocks.ts'
import { htmlToMdast, isUnderstood } from '../html/to-mdast.ts'
import { limits } from '../limits.ts'
import type { Step } from '../step.ts'
import { walk } from '../walk.ts'

/**
 * `<b>`, `<i>`, `<sup>`, `<br>`, `<ul>` and their kin become the nodes they stand for. Any other tag becomes text:
 * what a report says in HTML is shown, never run. Comments stay, as nodes no renderer writes.
 */
export const inlineHtml: Step = {
  rule: 'inline-html',
  run(tree) {
    walk(tree, (node) => {
      if ('children' in node && node.children.some((child) => child.type === 'html')) {
        const parent = node as Parent
        parent.children = holdsBlocks(node)
          ? blockHtml(parent.children as Nodes[])
          : pair(parent.children as PhrasingContent[])
      }
    })
    walk(tree, (cell) => {
      if (cell.type === 'tableCell' && cell.children.some((child) => child.type === 'list'))
        cell.children = cell.children.filter((child, index, all) => !isSpaceBesideList(child, index, all))
    })
  },
}

function blockHtml(children: Nodes[]): Root['children'] {
  return children.map((child) =>
    child.type === 'html' && !isComment(child)
      ? {
          type: 'paragraph',
          children: [{ type: 'text', value: child.value, position: child.position }],
          position: child.position,
        }
      : child,
  ) as Root['children']
}

interface Frame {
  tag: string
  open: Html
  children: PhrasingContent[]
}

/** Opening and closing tags among siblings, paired with a stack; a tag without its partner is text. */
function pair(siblings: PhrasingContent[]): PhrasingContent[] {
  const stack: Frame[] = [{ tag: '', open: { type: 'html', value: '' }, children: [] }]
  const top = () => stack[stack.length - 1]!
  for (const node of siblings) {
    const tag = node.type === 'html' ? parseTag(node.value) : null
    if (node.type !== 'html' || !tag) {
      top().children.push(node.type === 'html' && !isComment(node) ? asText(node) : node)
    } else if (tag.name === 'br') {
      top().children.push({ type: 'break', position: node.position })
    } else if (tag.name === 'a' && /^<a\s[^>]*\/>$/i.test(node.value) && !/\shref/i.test(node.value)) {
      // a place to link to, which holds nothing
    } else if (tag.name === 'img' && isUnderstood(node.value)) {
      top().children.push(picture(node))
    } else if (!tag.closing && stack.length < limits.depth) {
      stack.push({ tag: tag.name, open: node, children: [] })
    } else if (tag.closing && stack.some((frame) => frame.tag === tag.name)) {
      while (top().tag !== tag.name) unpaired(stack)
      const frame = stack.pop()!
      top().children.push(...build(frame, node))
    } else {
      top().children.push(asText(node))
    }
  }
  while (stack.length > 1) unpaired(stack)
  return stack[0]!.children
}

function unpaired(stack: Frame[]): void {
  const frame = stack.pop()!
  stack[stack.length - 1]!.children.push(asText(frame.open), ...frame.children)
}

function asText(node: Html): PhrasingContent {
  return { type: 'text', value: node.value, position: node.position }
}

const isComment = (node: Html) => node.value.startsWith('<!--')

const known = new Set(
  'a b strong i em sup ul ol li br img code del s span u small mark sub abbr font ins kbd big tt cite q center samp var'.split(
    ' ',
  ),
)

function parseTag(html: string): { name: string; closing: boolean } | null {
  const match = /^<(\/?)([a-z]+)(?:\s[^>]*)?\/?>$/i.exec(html)
  const name = match?.[2]?.toLowerCase()
  return match && name && known.has(name) ? { name, closing: match[1] === '/' } : null
}

/** What a pair of tags stands for; those that only change the look of a text stand for the text. */
function build({ tag, open, children }: Frame, close: Html): PhrasingContent[] {
  const position = open.position && close.position && { start: open.position.start, end: close.position.end }
  switch (tag) {
    case 'b':
    case 'strong':
      return [{ type: 'strong', children, position }]
    case 'i':
    case 'em':
      return [{ type: 'emphasis', children, position }]
    case 'sup':
      return [{ type: 'superscript', children, position }]
    case 'del':
    case 's':
      return [{ type: 'delete', children, position }]
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return [{ type: 'inlineCode', value: textOf({ type: 'paragraph', children }), position }]
    case 'a': {
      const url = isUnderstood(open.value) && /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(open.value)
      const target = url && (url[1] ?? url[2] ?? url[3])
      return target
        ? [{ type: 'link', url: target.replaceAll('&amp;', '&'), title: null, children, position }]
        : children
    }
    case 'li':
      return [item(children, position) as unknown as PhrasingContent]
    case 'ul':
    case 'ol': {
      const items = children.filter((child) => (child as Nodes).type === 'listItem') as unknown as ListItem[]
      return [{ type: 'list', ordered: tag === 'ol', spread: false, children: items, position } satisfies List]
    }
    default:
      return children
  }
}

function picture({ value, position }: Html): PhrasingContent {
  const [paragraph] = htmlToMdast(value, position!, false)
  const [image] = paragraph?.type === 'paragraph' ? paragraph.children : []
  return image?.type === 'image' ? image : { type: 'text', value, position }
}

/** A list item; the bullet that the page maker printed before its text is the list's, not the text's. */
function item(children: PhrasingContent[], position: ListItem['position']): ListItem {
  const [first, ...rest] = children
  const text = first?.type === 'text' ? first.value.replace(/^\s*[-–•▪◦]\s+/, '') : null
  const content = text === null ? children : text === '' ? rest : [{ ...first, value: text } as Text, ...rest]
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: content, position }], position }
}

function isSpaceBesideList(node: PhrasingContent, index: number, all: PhrasingContent[]): boolean {
  const beside = all[index - 1]?.type === 'list' || all[index + 1]?.type === 'list'
  return beside && node.type === 'text' && !node.value.trim()
}
