import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { type Plot, specOf } from './plot.ts'

/** Draws a plot as an SVG that says in words what it shows; it has no ids, so that many can stand on one page. */
export type Painter = (plot: Plot, words: string) => Promise<string>

/** Vega takes longer to load than to draw: it is asked for where there is something to draw. */
export async function painter(): Promise<Painter> {
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')])
  return async (plot, words) => {
    const view = new View(parse(compile(specOf(plot)).spec), { renderer: 'none' })
    const svg = await view.toSVG()
    view.finalize()
    return tidy(svg, words)
  }
}

const stringify = unified().use(rehypeStringify, { space: 'svg', closeEmptyElements: true }).freeze()

/** One picture with one description; of the marks only numbers tell something, where they come from. */
function tidy(svg: string, words: string): string {
  const tree: Root = fromHtml(svg, { fragment: true, space: 'svg' })
  visit(tree, 'element', (node: Element, index, parent) => {
    const { properties } = node
    if (node.tagName === 'path' && /background|foreground/.test(String(properties.className))) {
      parent!.children.splice(index!, 1)
      return index
    }
    const source = properties.ariaLabel
    for (const name of Object.keys(properties))
      if (/^(?:aria|role$|className$|xmlnsXLink$|version$)/.test(name)) delete properties[name]
    for (const [name, value] of Object.entries(properties))
      if (typeof value === 'string') properties[name] = value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, rounded)
    if (node.tagName === 'text' && source) properties.dataSource = source
    // letters as wide as they are measured, not fitted to the pixels of a screen
    if (node.tagName === 'svg')
      Object.assign(properties, { role: 'img', ariaLabel: words, textRendering: 'geometricPrecision' })
    return undefined
  })
  return stringify.stringify(tree)
}

const rounded = (number: string) => String(Number(Number(number).toFixed(2)))
