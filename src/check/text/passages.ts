import type { Nodes, RootContent } from 'mdast'
import type { Report, Section } from '../../model/report.ts'
import { everySection } from '../../model/sections.ts'
import { walk } from '../../read/walk.ts'

/** A paragraph, heading, item or note as running text that knows the line of each of its characters. */
export interface Passage {
  text: string
  section: Section | null
  /** The passages of one list stand in the same list. */
  list: RootContent | null
  isHeading: boolean
  lineAt(offset: number): number
}

/** The running text of a report in its order; tables are left out. */
export function passagesOf(report: Report): Passage[] {
  const front = report.frontMatter.flatMap((block) => passagesIn(block, null, null))
  const sections = [...everySection(report.sections)].filter(({ kind }) => kind !== 'toc' && kind !== 'runningHead')
  const text = sections.flatMap((section) => [
    heading(section),
    ...section.body.flatMap((block) => passagesIn(block, section, null)),
  ])
  const cards = report.cards.flatMap((card) => card.body.flatMap((block) => passagesIn(block, null, null)))
  const seen = new Set<string>()
  return [...front, ...text, ...cards].filter((passage) => {
    const key = `${passage.lineAt(0)} ${passage.text}`
    return passage.text && !seen.has(key) && seen.add(key)
  })
}

function heading(section: Section): Passage {
  return { text: section.title, section, list: null, isHeading: true, lineAt: () => section.line }
}

function passagesIn(block: RootContent, section: Section | null, list: RootContent | null): Passage[] {
  if (block.type === 'paragraph' || block.type === 'heading')
    return [{ ...lined(block), section, list, isHeading: block.type === 'heading' }]
  if (block.type === 'table' || !('children' in block)) return []
  const inner = block.type === 'list' ? block : list
  return (block.children as RootContent[]).flatMap((child) => passagesIn(child, section, inner))
}

/** The text of a node with white space folded, each line ending a space. */
function lined(node: Nodes): Pick<Passage, 'text' | 'lineAt'> {
  let text = ''
  const starts: { at: number; line: number }[] = []
  const add = (piece: string, line: number) => {
    starts.push({ at: text.length, line })
    text += piece
  }
  walk(node, (inner) => {
    const line = inner.position?.start.line ?? node.position!.start.line
    if (inner.type === 'break') add(' ', line)
    if (inner.type !== 'text' && inner.type !== 'inlineCode') return
    inner.value.split('\n').forEach((part, at) => {
      add((at ? ' ' : '') + part.replace(/\s/g, ' '), line + at)
    })
  })
  return { text, lineAt: (offset) => starts.findLast(({ at }) => at <= offset)?.line ?? node.position!.start.line }
}
