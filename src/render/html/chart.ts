import type { Element, ElementContent, Root as HastRoot } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Table } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Chart } from '../../document/nodes.ts'
import type { Drawing, Drawings } from '../chart/draw.ts'
import { element, text } from './element.ts'
import { tableElement } from './table.ts'
import { type Build, inline } from './traced.ts'

/**
 * The places of pictures in a page. A picture is our own drawing, and is set in once all else is sanitised: a sanitiser that
 * knows SVG would have to know all that it can do.
 */
export class Pictures {
  private readonly drawings: Drawing[] = []

  /** An element that {@link fill} exchanges for the picture. */
  placeholder(drawing: Drawing): Element {
    this.drawings.push(drawing)
    return {
      type: 'element',
      tagName: 'div',
      properties: { dataPicture: String(this.drawings.length - 1) },
      children: [],
    }
  }

  fill(tree: HastRoot): HastRoot {
    visit(tree, 'element', (node, index, parent) => {
      const { dataPicture } = node.properties
      if (dataPicture === undefined) return
      parent!.children.splice(index!, 1, ...elements(this.drawings[Number(dataPicture)]!))
    })
    return tree
  }
}

/** The picture, and where it is wider than a narrow screen the one for that; theme.css shows the one that fits. */
function elements({ svg, narrow }: Drawing): Element[] {
  const picture = (className: string, drawn: string): Element => ({
    type: 'element',
    tagName: 'div',
    properties: { className: ['picture', className] },
    children: fromHtml(drawn, { fragment: true, space: 'svg' }).children as ElementContent[],
  })
  return narrow ? [picture('wide', svg), picture('narrow', narrow)] : [picture('half', svg)]
}

/** The finding, the picture, its numbers as a table to be opened, and its source line. */
export function chartHandler(drawings: Drawings, pictures: Pictures, figures: string): Build {
  return (state, node: Chart) => {
    const [table, ...rest] = node.children
    const drawing = drawings.get(node)
    return element('div', { className: ['chart'] }, [
      ...(node.title.length ? [element('p', { className: ['title'] }, inline(state, node.title))] : []),
      ...(node.subtitle ? [element('p', { className: ['subtitle'] }, [text(node.subtitle)])] : []),
      ...(drawing ? [pictures.placeholder(drawing)] : []),
      element('details', { className: ['figures'] }, [
        element('summary', {}, [text(figures)]),
        tableElement(state, table as Table, []),
      ]),
      ...inline(state, rest),
    ])
  }
}
