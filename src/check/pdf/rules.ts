import { claim } from './claim.ts'
import { readable } from './readable.ts'
import type { AboutPdf, PdfRule } from './rule.ts'
import { alternatives } from './rules/alternatives.ts'
import { annotations } from './rules/annotations.ts'
import { artifacts } from './rules/artifacts.ts'
import { contrast } from './rules/contrast.ts'
import { fonts } from './rules/fonts.ts'
import { headings } from './rules/headings.ts'
import { language } from './rules/language.ts'
import { links } from './rules/links.ts'
import { lists } from './rules/lists.ts'
import { markNesting } from './rules/mark-nesting.ts'
import { marks } from './rules/marks.ts'
import { metadata } from './rules/metadata.ts'
import { notes } from './rules/notes.ts'
import { outline } from './rules/outline.ts'
import { parents } from './rules/parents.ts'
import { readingOrder } from './rules/reading-order.ts'
import { roles } from './rules/roles.ts'
import { tabOrder } from './rules/tab-order.ts'
import { tableGrid } from './rules/table-grid.ts'
import { tableHeaders } from './rules/table-headers.ts'
import { tables } from './rules/tables.ts'
import { tagged } from './rules/tagged.ts'
import { title } from './rules/title.ts'
import { unicode } from './rules/unicode.ts'
import { untagged } from './rules/untagged.ts'

/** What is looked for in a PDF, in the order in which it is told and documented. */
export const pdfRules: PdfRule[] = [
  title,
  metadata,
  language,
  outline,
  tagged,
  untagged,
  artifacts,
  marks,
  markNesting,
  parents,
  roles,
  headings,
  readingOrder,
  alternatives,
  tables,
  tableGrid,
  tableHeaders,
  lists,
  notes,
  links,
  annotations,
  tabOrder,
  fonts,
  unicode,
  contrast,
]

/** Every kind of finding of a PDF there is, as told to users. */
export const pdfKinds: AboutPdf[] = [readable, ...pdfRules, claim]
