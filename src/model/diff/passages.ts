import type { Nodes } from 'mdast'
import type { Report, Section } from '../report.ts'
import { everySection } from '../sections.ts'
import { linesOf, plainText } from '../text.ts'
import type { Lines } from './change.ts'

/** A paragraph, an item of a list, a note in the margin. */
export interface Passage {
  text: string
  lines: Lines
}

/** The running text of a report by section; under null what stands before the first. */
export function passagesOf({ frontMatter, sections, marginNotes }: Report): Map<Section | null, Passage[]> {
  const found = new Map<Section | null, Passage[]>([[null, frontMatter.flatMap(passagesIn)]])
  for (const section of everySection(sections)) {
    const margin = marginNotes
      .filter(({ belongsTo }) => belongsTo === section.id)
      .map(({ text, line }): Passage => ({ text, lines: [line, line] }))
    found.set(section, [...section.body.flatMap(passagesIn), ...margin])
  }
  return found
}

const whole = new Set<string>(['paragraph', 'heading', 'tableRow'])

function passagesIn(node: Nodes): Passage[] {
  if ('children' in node && !whole.has(node.type)) return node.children.flatMap(passagesIn)
  const text = node.type === 'tableRow' ? node.children.map(plainText).join(' | ') : plainText(node)
  return text ? [{ text, lines: linesOf(node) }] : []
}
