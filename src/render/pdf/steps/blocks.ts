import { Mark, ObjectReference, StructureElement } from '../file/element.ts'
import type { Step, Unfinished } from './step.ts'

/**
 * Takes away the elements that say nothing. The browser has a NonStruct for each box and each run of text; what they hold
 * goes to the element about them, or, where that may hold no text, into a paragraph.
 */
export const blocks: Step = ({ structure }) => {
  for (const element of structure.elements) element.children = unwrapped(element, structure)
}

type Child = StructureElement['children'][number]

function unwrapped(element: StructureElement, structure: Unfinished['structure']): Child[] {
  const groups = grouping.has(structure.roleOf(element))
  const below = (parent: StructureElement): Child[] => {
    const isLine = parent.children.some(isRun)
    return parent.children.flatMap((child) => {
      if (!(child instanceof StructureElement)) return [child]
      if (child.type !== 'NonStruct') {
        child.children = unwrapped(child, structure)
        return [child]
      }
      const inner = below(child)
      const isBlock = groups && !isLine && inner.length > 0 && inner.every((each) => isInline(each, structure))
      return isBlock && !isRun(child) ? [structure.make('P', inner)] : inner
    })
  }
  const children = below(element)
  return groups ? inParagraphs(children, structure) : children
}

/** Text that stands beside blocks, in paragraphs of its own. */
function inParagraphs(children: Child[], structure: Unfinished['structure']): Child[] {
  const runs: Child[][] = []
  for (const child of children) {
    const last = runs.at(-1)
    if (last && isInline(child, structure) && isInline(last[0]!, structure)) last.push(child)
    else runs.push([child])
  }
  return runs.flatMap((run) => (isInline(run[0]!, structure) ? [structure.make('P', run)] : run))
}

/** Is it text of a line, or a box of nothing else? What stands beside it stands on that line. */
const isRun = (child: Child) =>
  child instanceof Mark ||
  (child instanceof StructureElement &&
    child.type === 'NonStruct' &&
    child.children.some((each) => each instanceof Mark))

const isInline = (child: Child, structure: Unfinished['structure']) =>
  child instanceof Mark || child instanceof ObjectReference || inline.has(structure.roleOf(child))

/** Elements that hold elements only (ISO 32000-1, 14.8.4.2). */
const grouping = new Set(['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'TOC', 'TOCI', 'Index'])
/** And those within a line (14.8.4.4). */
const inline = new Set('Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu'.split(' '))
