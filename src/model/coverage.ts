import type { Root, RootContent } from 'mdast'
import type { Repair } from '../read/step.ts'
import type { Coverage, Report } from './report.ts'
import { everySection } from './sections.ts'
import { writtenLines } from './text.ts'

/**
 * Which lines of the file stand in the model, which in a repair, and which in neither: none should.
 *
 * @param alsoModelled blocks whose text is in the model but that it does not keep as blocks: captions, notes
 */
export function coverageOf(
  { text, repairs, tree }: { text: string; repairs: Repair[]; tree: Root },
  report: Omit<Report, 'coverage'>,
  alsoModelled: Iterable<RootContent>,
): Coverage {
  const written = writtenLines(text)
  const modelled = new Set<number>()
  const mark = (first: number | null | undefined, last = first) => {
    for (let line = first ?? 1; line <= (last ?? 0); line++) modelled.add(line)
  }
  for (const block of [...report.frontMatter, ...alsoModelled])
    mark(block.position!.start.line, block.position!.end.line)
  for (const section of everySection(report.sections)) {
    mark(section.line)
    for (const block of section.body) mark(block.position!.start.line, block.position!.end.line)
  }
  for (const table of report.tables) {
    mark(table.captionLine)
    if (table.lines) mark(...table.lines)
  }
  for (const note of report.footnotes) mark(note.definitionLine)
  for (const note of report.marginNotes) mark(note.line)
  for (const node of tree.children) {
    const { start, end } = node.position!
    if (keepsItsLines.has(node.type) || (node.type === 'heading' && modelled.has(start.line)))
      mark(start.line, end.line)
  }
  const repaired = new Set(repairs.flatMap(({ line, endLine }) => range(line, endLine)))
  const lines = written.map((_, index) => index + 1)
  const blank = lines.filter((line) => !written[line - 1]!.trim())
  const filled = lines.filter((line) => written[line - 1]!.trim())
  return {
    lines: lines.length,
    modelled: filled.filter((line) => modelled.has(line)).length,
    repaired: filled.filter((line) => !modelled.has(line) && repaired.has(line)).length,
    blank: blank.length,
    unaccounted: filled.filter((line) => !modelled.has(line) && !repaired.has(line)),
  }
}

/** Nodes that carry no text of their own beyond what is listed elsewhere. */
const keepsItsLines = new Set(['thematicBreak', 'footnoteDefinition', 'definition'])

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, step) => first + step)
