import type { RootContent } from 'mdast'
import type { Report, Section } from '../../model/report.ts'
import { everySection, titleOf } from '../../model/sections.ts'
import { tracedText } from '../../model/traced-text.ts'
import type { Point } from '../../origin/origin.ts'
import { placeAt, type Traced } from '../../origin/traced.ts'

/** A paragraph, heading, item, note or cell as running text. */
export interface Passage extends Traced {
  section: Section | null
  /** The passages of one list stand in the same list. */
  list: RootContent | null
  isHeading: boolean
}

/** Where a letter of a passage stands in the report. */
export function placeIn(passage: Traced, at: number): Point {
  const { line, column } = placeAt(passage, at) ?? { line: 1, column: 1 }
  return { line, column }
}

/** A text as a passage that belongs to no section. */
export const loose = (traced: Traced): Passage => ({ ...traced, section: null, list: null, isHeading: false })

/** The running text of a report in its order; tables are left out. */
export function passagesOf(report: Report): Passage[] {
  const front = report.frontMatter.flatMap((block) => passagesIn(block, null, null))
  const sections = [...everySection(report.sections)].filter(({ kind }) => kind !== 'toc' && kind !== 'runningHead')
  const text = sections.flatMap((section) => [
    { ...titleOf(section), section, list: null, isHeading: true },
    ...section.body.flatMap((block) => passagesIn(block, section, null)),
  ])
  const cards = report.cards.flatMap((card) => card.body.flatMap((block) => passagesIn(block, null, null)))
  const seen = new Set<string>()
  return [...front, ...text, ...cards].filter((passage) => {
    const key = `${placeIn(passage, 0).line} ${passage.text}`
    return passage.text && !seen.has(key) && seen.add(key)
  })
}

function passagesIn(block: RootContent, section: Section | null, list: RootContent | null): Passage[] {
  if (block.type === 'paragraph' || block.type === 'heading')
    return [{ ...tracedText(block, { pictures: false }), section, list, isHeading: block.type === 'heading' }]
  if (block.type === 'table' || !('children' in block)) return []
  const inner = block.type === 'list' ? block : list
  return (block.children as RootContent[]).flatMap((child) => passagesIn(child, section, inner))
}
