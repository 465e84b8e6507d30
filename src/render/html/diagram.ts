import type { ElementContent } from 'hast'
import type { Nodes } from 'mdast'
import type { Lane } from '../../document/nodes.ts'
import { element, text } from './element.ts'
import { type Build, inline, traced } from './traced.ts'

type Diagram = Extract<Nodes, { type: 'diagram' }>

/** A diagram as a table, which it is: stages across, ways down; the arrows between the steps are the style's. */
export const diagram: Build = (state, node: Diagram) => {
  const lanes = node.children.filter((child): child is Lane => child.type === 'lane')
  const line = node.children.filter((child) => child.type === 'sourceLine')
  const head = [element('td', {}, []), ...node.stages.map((stage) => element('th', { scope: 'col' }, [text(stage)]))]
  const bodies = groupsOf(lanes).map((group) =>
    element(
      'tbody',
      {},
      group.map((lane, at) => {
        const title = element('th', { scope: 'rowgroup', rowSpan: group.length }, inline(state, lane.title))
        const steps = lane.children.map((step) => element('td', traced(step.children[0] ?? step), state.all(step)))
        return element('tr', {}, [...(at ? [] : [title]), ...steps] satisfies ElementContent[])
      }),
    ),
  )
  const caption = node.title.length ? [element('caption', {}, inline(state, node.title))] : []
  return element('div', { className: ['exhibit', 'diagram', 'long'] }, [
    element('table', {}, [...caption, element('thead', {}, [element('tr', {}, head)]), ...bodies]),
    ...inline(state, line),
  ])
}

/** Lanes that begin alike, together. */
function groupsOf(lanes: Lane[]): Lane[][] {
  const groups: Lane[][] = []
  for (const lane of lanes) {
    if (lane.title.length || !groups.length) groups.push([lane])
    else groups.at(-1)!.push(lane)
  }
  return groups
}
