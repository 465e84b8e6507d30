import type { RootContent } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import { arePictures, isPageFurniture } from '../read/blocks.ts'
import { type Captions, captionOf } from './captions.ts'
import { isNote, isUnitLine } from './notes.ts'
import { isContents } from './sections.ts'

/**
 * Which table each caption belongs to. A caption stands above its table or below it: where it has one on both sides, the other
 * captions of its kind tell which, above if they do not. What a page break leaves may stand between; so may the units below a
 * caption above, and notes above a caption below. A figure's caption next to a picture belongs to the picture.
 *
 * @returns the index of the table by the index of the caption, in a list of sibling blocks
 */
export function captionPlaces(blocks: RootContent[], captions: Captions, locale: Locale): Map<number, number> {
  const isTable = (at: number) => blocks[at]?.type === 'table' && !isContents(blocks[at])
  const found = blocks.flatMap((block, at) => {
    const caption = captionOf(block, captions)
    if (!caption || caption.kind === 'box') return []
    const { kind } = caption
    const [next, previous] = [
      skip(isUnitLine(blocks[at + 1]) ? at + 1 : at, 1, isPageFurniture),
      skip(at, -1, (block) => isPageFurniture(block) || isNote(block, locale)),
    ]
    if (kind === 'figure' && (isPicture(blocks[next]) || isPicture(blocks[previous]))) return []
    return [{ at, kind, above: isTable(next) ? next : null, below: isTable(previous) ? previous : null }]
  })
  const standBelow = (kind: string) => {
    const only = (side: 'above' | 'below', other: 'above' | 'below') =>
      found.filter((caption) => caption.kind === kind && caption[side] !== null && caption[other] === null).length
    return only('below', 'above') > only('above', 'below')
  }
  const below = { table: standBelow('table'), figure: standBelow('figure') }
  const places = new Map<number, number>()
  const taken = new Set<number>()
  for (const caption of found) {
    const touched = touches(caption.at) ? caption.below : null
    const sides = below[caption.kind] ? [caption.below, caption.above] : [caption.above, touched]
    const table = sides.find((side) => side !== null && !taken.has(side))
    if (table === undefined || table === null) continue
    places.set(caption.at, table)
    taken.add(table)
  }
  return places

  /** Does a caption stand on the line below a table, without an empty one between? */
  function touches(at: number): boolean {
    return isTable(at - 1) && blocks[at - 1]!.position!.end.line + 1 === blocks[at]!.position!.start.line
  }

  function skip(from: number, step: 1 | -1, over: (block: RootContent) => boolean): number {
    let at = from + step
    while (blocks[at] && over(blocks[at]!)) at += step
    return at
  }
}

const isPicture = (block: RootContent | undefined) => block?.type === 'paragraph' && arePictures(block.children)
