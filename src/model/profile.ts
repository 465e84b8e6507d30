import { z } from 'zod'
import { languages } from '../locale/locales.ts'

/**
 * `report.yaml`: what is particular to one report, as data. It tells the model which words head its captions, which
 * tables, headings and paragraphs are cards, and which things the report is about.
 */
const words = z.array(z.string().min(1)).min(1)

const tableCards = z.strictObject({
  from: z.literal('tables'),
  /** The text of the first cell by which such a table is known. */
  firstCell: z.string().min(1),
  /** The printed label of each field. A card type `study` has the fields of a study, any other its own. */
  fields: z.record(z.string(), z.string()),
})

const headingCards = z.strictObject({
  from: z.literal('headings'),
  /** The section whose headings are meant, by number or title. */
  in: z.string().min(1),
  /** The printed heading, with `{number}` and `{title}` in their places. */
  heading: z.string().includes('{title}'),
})

const paragraphCards = z.strictObject({
  from: z.literal('paragraphs'),
  in: z.string().min(1),
  /** The type of entity that a paragraph is about; one that names none goes on with the last. */
  about: z.string().min(1),
  /** A table whose rows sort such cards by category, by its id. */
  categories: z.string().optional(),
})

export const profileSchema = z.strictObject({
  language: z.enum(languages),
  title: z.string().optional(),
  shortTitle: z.string().optional(),
  subtitle: z.string().optional(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  /** Caption words, where they are not those of the language. */
  captions: z.strictObject({ table: words.optional(), figure: words.optional(), box: words.optional() }).optional(),
  /** Sections after the report proper, by title. */
  backMatter: words.optional(),
  /** The section that lists the literature, by number or title. */
  bibliography: z.string().optional(),
  cards: z.record(z.string(), z.discriminatedUnion('from', [tableCards, headingCards, paragraphCards])).default({}),
  /** What the report is about, by type, each with the other names it goes by. */
  entities: z
    .record(z.string(), z.array(z.strictObject({ name: z.string().min(1), aliases: words.optional() })))
    .default({}),
  /** How the report is checked against itself. */
  check: z
    .strictObject({
      /** What becomes of a rule's findings, by its id. */
      rules: z.record(z.string(), z.enum(['off', 'info', 'warning', 'error'])).default({}),
      /** Findings that someone has seen: of a rule, in a line that has a text, with the reason why they may stand. */
      acknowledged: z
        .array(z.strictObject({ rule: z.string().min(1), text: z.string().min(1), reason: z.string().min(1) }))
        .default([]),
    })
    .optional(),
})

export type Profile = z.infer<typeof profileSchema>
export type HeadingCards = z.infer<typeof headingCards>
export type ParagraphCards = z.infer<typeof paragraphCards>
export type TableCards = z.infer<typeof tableCards>
