import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { Slide, SourceLine } from '../document/nodes.ts'
import { Problem } from '../input/problem.ts'
import { plainText } from '../model/text.ts'
import type { Flow } from './directives/directive.ts'
import type { Rendering } from './rendering.ts'
import { placesSource, sourcesIn } from './source-line.ts'

/**
 * The tree of a deck: what stands between two `---` is a slide. Its first heading is the slide's title, `:::notes` what the speaker
 * says; all source lines go to its foot, and what is remarked on tables to the
 * speaker. A chart whose finding is the slide's own does not say it again.
 *
 * @param file the template, for messages
 */
export function toSlides(tree: Root, file: string, rendering: Rendering): void {
  const groups: RootContent[][] = [[]]
  for (const node of tree.children) {
    if (node.type === 'thematicBreak') groups.push([])
    else groups.at(-1)!.push(node)
  }
  tree.children = groups.map((group, index) => slideOf(group, index, file, rendering))
}

function slideOf(group: RootContent[], index: number, file: string, rendering: Rendering): Slide {
  const heading = group.find((node) => node.type === 'heading')
  if (!heading)
    throw new Problem(`slide ${index + 1} has no title`, {
      file,
      found: plainText(group).slice(0, 60) || 'nothing between two ---',
      expected: '## and a title',
    })
  const notes = group.flatMap((node) => (node.type === 'speakerNotes' ? (node.children as Flow[]) : []))
  const rest = group.filter((node) => node !== heading && node.type !== 'speakerNotes') as Flow[]
  const lifted: SourceLine[] = []
  const children = withoutSources(rest, lifted)
  dropEchoes(children, plainText(heading.children))
  const passages = sourcesIn([...heading.children, ...children])
  const remarks = lifted.flatMap((line) => line.children.splice(1))
  return {
    type: 'slide',
    title: heading.children as PhrasingContent[],
    isTitle: index === 0,
    sources: each([...lifted, ...(passages.length ? [placesSource(passages, rendering)] : [])]),
    notes: [...notes, ...remarks.map((remark): Flow => ({ type: 'paragraph', children: [remark] }))],
    children,
  }
}

/** Each source line once. */
function each(lines: SourceLine[]): SourceLine[] {
  return [...new Map(lines.map((line) => [plainText(line), line])).values()]
}

/** Nodes with the source lines taken out, at every depth. */
function withoutSources<T extends Nodes>(nodes: T[], lifted: SourceLine[]): T[] {
  return nodes.flatMap((node): T[] => {
    if (node.type === 'sourceLine') {
      lifted.push(node)
      return []
    }
    if (node.type === 'sourceNotes') return []
    if ('children' in node) (node as { children: Nodes[] }).children = withoutSources(node.children as Nodes[], lifted)
    return [node]
  })
}

/** Charts and diagrams whose title is that of their slide: it is said once. */
function dropEchoes(nodes: Nodes[], said: string): void {
  for (const node of nodes) {
    if ((node.type === 'chart' || node.type === 'diagram') && plainText(node.title) === said) node.title = []
    if ('children' in node) dropEchoes(node.children as Nodes[], said)
  }
}
