import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Exhibit, Slide } from '../../document/nodes.ts'
import { textWidth } from '../glyph-widths.ts'
import type { Theme } from '../theme.ts'
import { heightOf, type Typeface, tableHeights } from './height.ts'
import { slide as measures } from './measures.ts'

/** A slide that holds too much, and by how much. */
export interface Overfull {
  /** From 1. */
  slide: number
  title: string
  /** Points below the lower edge. */
  by: number
}

const width = measures.width - 2 * measures.margin
const room = measures.body.bottom - measures.body.top

/**
 * Divides tables that are too long for their slide among several, each with the table's header and its part: no table is made
 * smaller. Heights are reckoned from the widths of the typeface's letters.
 *
 * @returns the tree with the slides it takes, and those that hold too much all the same
 */
export async function fitSlides(tree: Root, { brand }: Theme): Promise<{ tree: Root; overfull: Overfull[] }> {
  const { family } = brand.fonts.body
  const face: Typeface = { regular: await textWidth(family, 400), bold: await textWidth(family, 600) }
  const slides = tree.children.flatMap((node) => (node.type === 'slide' ? partsOf(node, face) : []))
  const overfull = slides.flatMap((slide, at): Overfull[] => {
    const by = heightOf(slide.children as Nodes[], width, face) - room
    return by > 0 && !slide.isTitle ? [{ slide: at + 1, title: textOf(slide.title), by }] : []
  })
  return { tree: { ...tree, children: slides }, overfull }
}

/** A slide, or the slides that its table is divided among; what else stands on it stays with the first. */
function partsOf(slide: Slide, face: Typeface): Slide[] {
  const exhibit = slide.children.find((child): child is Exhibit => child.type === 'exhibit')
  const [table] = exhibit?.children ?? []
  if (!exhibit || table?.type !== 'table' || heightOf(slide.children as Nodes[], width, face) <= room) return [slide]
  const others = slide.children.filter((child) => child !== exhibit)
  const {
    rows: [head = 0, ...rows],
  } = tableHeights(table, width, face)
  const caption = exhibit.caption.length ? 26 : 0
  const roomOf = (part: number) => room - caption - head - (part ? 0 : heightOf(others as Nodes[], width, face))
  const parts = grouped(rows, roomOf).length
  // as even as they go in no more parts
  const even = rows.reduce((sum, height) => sum + height, 0) / parts
  const tries = [1.05, 1.15, 1.3, 1.5].map((slack) => grouped(rows, (part) => Math.min(roomOf(part), even * slack)))
  const groups = tries.find((each) => each.length === parts) ?? grouped(rows, roomOf)
  if (groups.length < 2) return [slide]
  const [header, ...lines] = table.children
  return groups.map((group, at): Slide => {
    const { highlight, ...data } = table.data ?? {}
    const row = highlight?.row === undefined ? -1 : group.indexOf(highlight.row)
    const led = highlight?.row === undefined ? highlight : row >= 0 ? { row } : undefined
    const part = {
      ...table,
      data: { ...data, ...(led ? { highlight: led } : {}) },
      children: [header!, ...group.map((line) => lines[line]!)],
    }
    const piece: Exhibit = { ...exhibit, children: [part] }
    const children = at ? [piece] : slide.children.map((child) => (child === exhibit ? piece : child))
    return { ...slide, children, notes: at ? [] : slide.notes, part: { at: at + 1, of: groups.length } }
  })
}

/** Rows by part, each part as long as it has room. */
function grouped(rows: number[], roomOf: (part: number) => number): number[][] {
  const groups: number[][] = [[]]
  let used = 0
  rows.forEach((height, row) => {
    if (used + height > roomOf(groups.length - 1) && groups.at(-1)!.length) {
      groups.push([])
      used = 0
    }
    groups.at(-1)!.push(row)
    used += height
  })
  return groups
}
