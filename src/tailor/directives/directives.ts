import { chart } from './chart.ts'
import { comparison } from './comparison.ts'
import { diagram } from './diagram.ts'
import type { Directive } from './directive.ts'
import {
  aside,
  callout,
  card,
  cards,
  columns,
  contact,
  entry,
  facts,
  keyFigure,
  keyFigures,
  lead,
  notes,
  pageBreak,
  quote,
  source,
  sources,
} from './pieces.ts'
import { table } from './table.ts'
import { writtenTable } from './written-table.ts'

/** Every directive a template may write, by name. */
export const directives: Record<string, Directive> = {
  table,
  comparison,
  exhibit: writtenTable,
  diagram,
  chart,
  'key-figures': keyFigures,
  'key-figure': keyFigure,
  lead,
  notes,
  entry,
  aside,
  card,
  cards,
  facts,
  columns,
  callout,
  quote,
  source,
  sources,
  contact,
  'page-break': pageBreak,
}
