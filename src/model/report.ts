import type { Nodes, RootContent } from 'mdast'
import { z } from 'zod'
import { operations } from '../origin/operations.ts'
import type { Span } from '../origin/spans.ts'

/**
 * The typed report: the first of the two papers that pass through the house. Shapes and names are the contract with
 * everyone outside; lines are 1-based in report.md, `lines` is [first, last] of the content.
 */
const line = z.int().positive()
const lines = z.tuple([line, line])
const text = z.string()

/** Where the letters of a text stand in the report: see `Span`. */
const spans = z.array(
  z.union([z.tuple([z.int(), z.int(), z.int()]), z.tuple([z.int(), z.int(), z.int(), text])]),
) satisfies z.ZodType<Span[]>

/** An mdast node, positions included. Checked by its type only: the tree comes from the reader. */
const block = z.custom<RootContent>((node) => typeof (node as Nodes | null)?.type === 'string')

export const valueSchema = z.strictObject({
  value: z.number(),
  max: z.number().optional(),
  unit: text.nullable(),
  text,
})

/** A data file that gave values to a table: as of which date (a year, month or day), and who made them. */
export const updateSchema = z.strictObject({ date: text, source: text, file: text })

export const cellSchema = z.strictObject({
  text,
  items: z.array(text).optional(),
  values: z.array(valueSchema).optional(),
  line,
  /** Where its text stands, and each of its items; of an updated cell, what the report has. */
  spans: spans.optional(),
  itemSpans: z.array(spans).optional(),
  /** Where its new value stands; `printed` is what the report has. */
  updated: updateSchema.extend({ line, column: line.optional(), printed: text }).optional(),
})

export const tableKinds = ['table', 'figure', 'box', 'study', 'form'] as const

export const tableSchema = z.strictObject({
  id: text.nullable(),
  label: text.nullable(),
  number: text.nullable(),
  kind: z.enum(tableKinds),
  caption: text.nullable(),
  captionLine: line.nullable(),
  /** Where its word and number begin, and where its text stands. */
  captionColumn: line.optional(),
  captionSpans: spans.optional(),
  lines: lines.nullable(),
  header: z.array(text).nullable(),
  /** Where each heading stands. */
  headerSpans: z.array(spans).optional(),
  rows: z.array(z.array(cellSchema)),
  notes: z.array(text),
  /** The line of each note. */
  noteLines: z.array(line),
  source: text.nullable(),
  empty: z.boolean(),
  footnoteRefs: z.array(z.int()),
  section: text.nullable(),
  /** The updates that changed it, the last first. */
  updates: z.array(updateSchema).optional(),
})

export const sectionKinds = ['section', 'toc', 'box', 'runningHead', 'backMatter'] as const

export interface Section {
  id: string
  number: string | null
  title: string
  kind: (typeof sectionKinds)[number]
  level: number
  line: number
  /** Where its title stands. */
  titleSpans?: Span[] | undefined
  endLine: number
  /** The blocks between this heading and the next, tables left out: they stand in `tables`. */
  body: RootContent[]
  children: Section[]
}

export const sectionSchema: z.ZodType<Section> = z.strictObject({
  id: text,
  number: text.nullable(),
  title: text,
  kind: z.enum(sectionKinds),
  level: z.int().positive(),
  line,
  titleSpans: spans.optional(),
  endLine: line,
  body: z.array(block),
  get children() {
    return z.array(sectionSchema)
  },
})

const score = z.strictObject({ min: z.number(), max: z.number(), note: text.nullable() })

export const studySchema = z.strictObject({
  number: z.int(),
  title: text,
  authors: text,
  authorList: z.array(text),
  year: z.int().nullable(),
  publisher: text.nullable(),
  targetGroup: text.nullable(),
  geography: text.nullable(),
  purpose: text.nullable(),
  interventions: z.array(text),
  themes: z.array(text),
  expectations: z.array(text),
  results: z.array(text),
  recommendations: z.array(text),
  /** The words that lead up to a list, by field: "For small boats the study finds that:". */
  leadIns: z.record(text, text),
  design: text.nullable(),
  reliability: score.nullable(),
  transferability: score.nullable(),
  lines,
  /** The line of each field that is filled. */
  fieldLines: z.record(text, line),
  /** Where each text of a field stands; that of a lead-in is the field's, `leadIn.` before it. */
  fieldSpans: z.record(text, z.array(spans)),
})

export const cardSchema = z.strictObject({
  type: text,
  id: text,
  title: text,
  fields: z.record(text, z.union([text, z.number(), z.null()])),
  lines,
  /** Where the title and the texts of the fields stand, as far as the report has them letter by letter. */
  fieldSpans: z.record(text, spans).optional(),
  section: text.nullable(),
  /** The blocks of the card, its heading left out. */
  body: z.array(block),
})

export const footnoteSchema = z.strictObject({
  number: z.int(),
  text: text.nullable(),
  definitionLine: line.nullable(),
  /** Where its text stands. */
  spans: spans.optional(),
  referenceLines: z.array(line),
  /** The columns of its marks. */
  referenceColumns: z.array(line).optional(),
})

export const referenceSchema = z.strictObject({
  authors: z.array(text),
  /** Where each of them stands, in their order: last names may come first. */
  authorSpans: z.array(spans).optional(),
  year: z.int().nullable(),
  title: text,
  publisher: text.nullable(),
  lines,
})

export const crossReferenceSchema = z.strictObject({
  text,
  line,
  column: line,
  targetKind: z.enum(['section', 'table', 'figure', 'appendix', 'recommendation']),
  target: text,
  resolves: z.boolean(),
})

/** How a sentence takes a number that is not meant as it stands: "about 40", "over 40", "nearly 40", "up to 40". */
export const approximations = ['about', 'over', 'under', 'upTo'] as const

/** How a text writes a number: in figures, as a year, as a word, or as one for so many times or such a share. */
export const numberForms = ['figures', 'year', 'word', 'times', 'share'] as const

export const claimSchema = z.strictObject({
  line,
  /** Where the number begins. */
  place: z.strictObject({ line, column: line }),
  quote: text,
  /** The whole sentence, where it stands, and where the number stands in it. */
  sentence: text,
  spans,
  said: z.tuple([z.int(), z.int()]),
  form: z.enum(numberForms),
  value: z.number(),
  max: z.number().optional(),
  unit: text.nullable(),
  table: text,
  alsoIn: z.array(text),
  row: text.nullable(),
  column: text.nullable(),
  /** The cells it repeats or follows from, each by row and column from 0. */
  cells: z.array(z.tuple([z.int(), z.int()])),
  derived: text.nullable(),
  /** How it follows, from which numbers of cells, each by row, column and place in the cell from 0; and from what beside them. */
  operation: z.enum(operations),
  inputs: z.array(z.tuple([z.int(), z.int(), z.int()])),
  beside: z.array(z.number()).optional(),
  /** The number of `alsoIn` that it repeats, where it does. */
  alsoAt: z.array(z.strictObject({ table: text, row: z.int(), column: z.int(), number: z.int() })).optional(),
  approximation: z.enum(approximations).nullable(),
  agrees: z.boolean(),
})

export const factSchema = z.strictObject({
  table: text.nullable(),
  column: text.nullable(),
  row: text.nullable(),
  value: text,
  line,
})

export const entitySchema = z.strictObject({
  type: text,
  name: text,
  aliases: z.array(text),
  facts: z.array(factSchema),
})

export const marginNoteSchema = z.strictObject({ text, line, belongsTo: text.nullable() })

export const repairSchema = z.strictObject({ rule: text, line, endLine: line, before: text, after: text })

/** Where a link or picture of the report leads to. */
export const linkSchema = z.strictObject({ text, url: text, line })

export const warningSchema = z.strictObject({ rule: text, line, column: line, message: text })

export const coverageSchema = z.strictObject({
  lines: z.int(),
  modelled: z.int(),
  repaired: z.int(),
  blank: z.int(),
  unaccounted: z.array(line),
})

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  title: text,
  subtitle: text.nullable(),
  shortTitle: text,
  publisher: text.nullable(),
  date: text.nullable(),
  language: text,
  sections: z.array(sectionSchema),
  tables: z.array(tableSchema),
  cards: z.array(cardSchema),
  studies: z.array(studySchema),
  footnotes: z.array(footnoteSchema),
  references: z.array(referenceSchema),
  crossReferences: z.array(crossReferenceSchema),
  claims: z.array(claimSchema),
  entities: z.array(entitySchema),
  marginNotes: z.array(marginNoteSchema),
  /** Every link and picture, also those in headings, cells and notes. */
  links: z.array(linkSchema),
  repairs: z.array(repairSchema),
  /** What is odd in the file and was read all the same. */
  warnings: z.array(warningSchema),
  coverage: coverageSchema,
  /** What stands before the first section: the title page. */
  frontMatter: z.array(block),
})

export type Value = z.infer<typeof valueSchema>
export type Update = z.infer<typeof updateSchema>
export type Cell = z.infer<typeof cellSchema>
export type Table = z.infer<typeof tableSchema>
export type Study = z.infer<typeof studySchema>
export type Card = z.infer<typeof cardSchema>
export type Footnote = z.infer<typeof footnoteSchema>
export type Reference = z.infer<typeof referenceSchema>
export type CrossReference = z.infer<typeof crossReferenceSchema>
export type Claim = z.infer<typeof claimSchema>
export type Entity = z.infer<typeof entitySchema>
export type Fact = z.infer<typeof factSchema>
export type MarginNote = z.infer<typeof marginNoteSchema>
export type Coverage = z.infer<typeof coverageSchema>
export type Report = z.infer<typeof reportSchema>
