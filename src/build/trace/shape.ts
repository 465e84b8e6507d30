import { z } from 'zod'
import { placeKinds } from '../../document/places.ts'

/** What `prisme trace --json` prints. Lines are 1-based, [first, last]. */
const text = z.string()
const line = z.int().positive()
const point = z.strictObject({ line, column: line })
const ranges = z.array(z.tuple([line, line]))

/** Where the value of a cell stands that a data update gave. */
const updated = z.strictObject({ date: text, source: text, file: text, line, column: line.optional(), printed: text })

const cellSchema = z.strictObject({
  table: text.nullable(),
  caption: text.nullable(),
  /** As printed: its row's first cell, and its heading. */
  row: text.nullable(),
  column: text.nullable(),
  line,
  /** Where its text begins. */
  place: point,
  printed: text,
  updated: updated.nullable(),
})

/** The cells that a number in a sentence repeats, or follows from. */
const repeatSchema = z.strictObject({
  table: text,
  alsoIn: z.array(text),
  /** How it follows: "sum", "difference"…; null where it is the cell's own. */
  derived: text.nullable(),
  agrees: z.boolean(),
  cells: z.array(cellSchema),
})

const originSchema = z.strictObject({
  /** The report. */
  file: text,
  lines: ranges,
  /** Where its first letter stands; null where no more than lines are known, as of a statement, whose words are an editor's. */
  place: point.nullable(),
  /** The cell it is; null for running text. */
  cell: cellSchema.nullable(),
  /** The table whose caption, heading or cell it is. */
  table: text.nullable(),
  /** The sentence of these lines that has what was found. */
  sentence: text.nullable(),
  /** The editor's statement that says it; its lines are those it rests on. */
  statement: z.strictObject({ id: text, file: text, line, stale: z.boolean() }).nullable(),
  repeats: z.array(repeatSchema),
})

const placeSchema = z.strictObject({
  /** The file, or all files of the document. */
  artifacts: z.array(text),
  audience: text,
  edition: text.nullable(),
  document: text,
  kind: z.enum(placeKinds),
  /** The headings above it, outermost first. */
  under: z.array(text),
  slide: z.int().nullable(),
  /** Of a PDF that is built. */
  page: z.int().nullable(),
  /** Of a cell, as the document shows it. */
  row: text.nullable(),
  column: text.nullable(),
  /** The whole passage, and what of it was found; null where that is all of it. */
  text,
  found: text.nullable(),
  /** Empty where it does not come from the report. */
  origins: z.array(originSchema),
  /** Where words stand that do not come from the report: a template, the audience, the theme. */
  written: z.strictObject({ file: text, line }).nullable(),
})

export const traceSchema = z.strictObject({
  schemaVersion: z.literal(1),
  asked: z.strictObject({
    /** A file of the output folder, or something of the report. */
    kind: z.enum(['artifact', 'table', 'lines', 'statement', 'entity']),
    name: text,
    text: text.nullable(),
    /** Of the table. */
    row: text.nullable(),
    column: text.nullable(),
  }),
  places: z.array(placeSchema),
  /** Where nothing was found, the nearest text that is there. */
  nearest: text.nullable(),
  /** What is not as it was when the artifact was built, and documents that could not be traced. */
  warnings: z.array(text),
})

export type Trace = z.infer<typeof traceSchema>
export type TracedPlace = z.infer<typeof placeSchema>
export type Origin = z.infer<typeof originSchema>
export type Repeat = z.infer<typeof repeatSchema>
export type OriginCell = z.infer<typeof cellSchema>
