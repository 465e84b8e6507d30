import { comparison } from './comparison.ts'
import type { Directive } from './directive.ts'
import { table } from './exhibit.ts'
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
  pageBreak,
  source,
} from './pieces.ts'

/** Every directive a template may write, by name. */
export const directives: Record<string, Directive> = {
  table,
  comparison,
  'key-figures': keyFigures,
  'key-figure': keyFigure,
  lead,
  entry,
  aside,
  card,
  cards,
  facts,
  columns,
  callout,
  source,
  contact,
  'page-break': pageBreak,
}
