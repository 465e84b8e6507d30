import { z } from 'zod'

const line = z.int().positive()
const text = z.string()
const known = text.nullable()

const changeKinds = ['added', 'removed', 'moved', 'changed'] as const

/** The pieces of a report that are compared. */
const pieces = [
  'report',
  'section',
  'text',
  'table',
  'row',
  'column',
  'cell',
  'card',
  'study',
  'claim',
  'footnote',
  'reference',
  'link',
  'entity',
] as const

/** Where a piece stands, by printed names; null where that says nothing of it. After the change, or before it for what is gone. */
const placeSchema = z.strictObject({
  section: known,
  /** The card or study, by its title. */
  card: known,
  /** What of the piece: "caption", a field of a card, a row of a study. */
  field: known,
  table: known,
  row: known,
  column: known,
})

/** A number that changed; `difference` is after less before, in the decimals that they are written with. */
const numberChangeSchema = z.strictObject({
  before: z.number(),
  after: z.number(),
  difference: z.number(),
  unit: known,
})

/** Where a data file has the value of a cell. */
const given = z.strictObject({ file: text, line, date: text, source: text })

/** A cell that a claim rests on and that changed; null where there is no such cell. */
const restsOn = z.strictObject({ table: text, row: known, column: known, before: known, after: known })

/**
 * One difference between two reports.
 */
export const changeSchema = z.strictObject({
  kind: z.enum(changeKinds),
  what: z.enum(pieces),
  /** What the piece is called: "Table 2.1", "3.2 Cranes"; of a text and a claim its first words. */
  name: text,
  place: placeSchema,
  /** As printed, white space folded; a row's cells divided by " | ". */
  before: known,
  after: known,
  numbers: z.array(numberChangeSchema),
  /** [first, last] in each report. */
  lines: z.strictObject({ before: z.tuple([line, line]).nullable(), after: z.tuple([line, line]).nullable() }),
  /** The data files that give the values of a cell; null where the report does. */
  data: z.strictObject({ before: given.nullable(), after: given.nullable() }),
  /** Its number, section or place among its like, where these are others now. */
  moved: z.strictObject({ from: text, to: text }).nullable(),
  /** Of a claim: does its sentence say what the tables do? And the cells that changed under it. */
  claim: z
    .strictObject({
      agrees: z.strictObject({ before: z.boolean().nullable(), after: z.boolean().nullable() }),
      restsOn: z.array(restsOn),
    })
    .nullable(),
})

export type Change = z.infer<typeof changeSchema>
export type Place = z.infer<typeof placeSchema>
export type NumberChange = z.infer<typeof numberChangeSchema>
export type Lines = [number, number]

const nowhere: Place = { section: null, card: null, field: null, table: null, row: null, column: null }

/** A change with all that is not said of it left empty. */
export function changeOf({
  kind,
  what,
  name,
  place,
  ...said
}: Pick<Change, 'kind' | 'what' | 'name'> & { place?: Partial<Place> } & Partial<Omit<Change, 'place'>>): Change {
  return {
    kind,
    what,
    name,
    place: { ...nowhere, ...place },
    before: null,
    after: null,
    numbers: [],
    lines: { before: null, after: null },
    data: { before: null, after: null },
    moved: null,
    claim: null,
    ...said,
  }
}

/** The first words of a text, as it is called by. */
export function firstWords(text: string, most = 60): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,.;:–-]+$/, '')}…`
}
