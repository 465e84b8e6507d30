import type { Warning } from '../read/step.ts'
import type { Footnote, Table } from './report.ts'
import { fold } from './text.ts'

/** What a reader of the report would stumble over: two tables of one name, footnotes without text or without a mark. */
export function oddities(tables: Table[], footnotes: Footnote[]): Warning[] {
  const warnings: Warning[] = []
  const warn = (rule: string, line: number, column: number, message: string) =>
    warnings.push({ rule, line, column, message })
  const seen = new Map<string, number>()
  for (const { id, captionLine, captionColumn = 1, lines } of tables) {
    if (id === null) continue
    const line = captionLine ?? lines?.[0] ?? 1
    const first = seen.get(fold(id))
    if (first === undefined) seen.set(fold(id), line)
    else warn('duplicate-table', line, captionColumn, `"${id}" stands at line ${first} already: it is found there`)
  }
  for (const { number, definitionLine, spans = [], referenceLines, referenceColumns = [] } of footnotes) {
    if (definitionLine === null)
      warn('footnote', referenceLines[0]!, referenceColumns[0] ?? 1, `footnote ${number} has no text`)
    else if (!referenceLines.length)
      warn('footnote', definitionLine, spans[0]?.[2] ?? 1, `nothing refers to footnote ${number}`)
  }
  return warnings
}
