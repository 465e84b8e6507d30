import { z } from 'zod'
import { strengths } from '../locale/locale.ts'
import { basisSchema } from './basis.ts'

const text = z.string().min(1)

const statementSchema = z.strictObject({
  id: text,
  for: z.union([z.string(), z.number()]).optional(),
  group: z.string().optional(),
  text,
  /** How strong the evidence is that it tells of. */
  strength: z.enum(strengths).optional(),
  /** Is it a quotation? Then its words stand in its basis. */
  verbatim: z.boolean().optional(),
  basis: z.array(basisSchema).min(1),
  /** Written by earlier versions; `prisme approve` takes them to the lock file. */
  fingerprint: z.string().optional(),
  approved: z.string().optional(),
})

const correctionSchema = z.strictObject({
  printed: text,
  correct: text,
  lines: z
    .array(
      z.union([z.int().positive(), z.string().regex(/^\d+-\d+$/, 'a line or a range of lines, as 674 or 678-683')]),
    )
    .optional(),
  reason: z.string().optional(),
})

/** Written by earlier versions; `prisme approve` takes them to the lock file. */
const sentenceSchema = z.strictObject({ id: text, sentence: text, fingerprint: text, approved: text })

/** `editorial.yaml`: what editors say about the world that the report does not say in so many words. */
export const editorialSchema = z.strictObject({
  statements: z.array(statementSchema).default([]),
  corrections: z.array(correctionSchema).default([]),
  claims: z.array(sentenceSchema).default([]),
})

export type WrittenEditorial = z.infer<typeof editorialSchema>
export type WrittenStatement = WrittenEditorial['statements'][number]
