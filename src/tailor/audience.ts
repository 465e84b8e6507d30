import { readdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { z } from 'zod'
import type { Document } from '../document/document.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem } from '../input/problem.ts'
import { readYaml, type YamlFile } from '../input/yaml.ts'

/**
 * The formats a document can be had in; `pdf-notes` is a deck's with what the speaker says below each slide, `pdf-print` one with
 * bleed and crop marks for a printing house.
 */
export const formats = ['pdf', 'pdf-notes', 'pdf-print', 'html', 'docx', 'pptx', 'md'] as const
export type Format = (typeof formats)[number]

const name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'letters, digits, - and _')

/** The formats of each kind of document. */
const formatsOf: Record<Document['kind'], readonly Format[]> = {
  brief: ['pdf', 'pdf-print', 'html', 'docx', 'md'],
  deck: ['pdf', 'pdf-notes', 'pdf-print', 'html', 'pptx'],
}

/** What stands in `templates/decks/` is a deck. */
export const kindOf = ({ template }: { template: string }): Document['kind'] =>
  template.startsWith('decks/') ? 'deck' : 'brief'

const documentSchema = z
  .strictObject({
    name,
    template: z.string().min(1),
    theme: z.string().min(1),
    formats: z.array(z.enum(formats)).min(1),
    /** What it may not exceed: pages in print, slides, words, and the reading level LIX. */
    limits: z
      .strictObject({
        pages: z.int().positive().optional(),
        slides: z.int().positive().optional(),
        words: z.int().positive().optional(),
        lix: z.number().positive().optional(),
      })
      .optional(),
  })
  .superRefine((document, context) => {
    const allowed = formatsOf[kindOf(document)]
    document.formats.forEach((format, index) => {
      if (!allowed.includes(format))
        context.addIssue({
          code: 'custom',
          path: ['formats', index],
          message: `a ${kindOf(document)} is not to be had as ${format}: ${allowed.join(', ')}`,
        })
    })
  })

/** The build fails with their list; they are shown with the new number and a mark; they are left out. */
export const stalePolicies = ['fail', 'show', 'leave-out'] as const

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** `audiences/*.yaml`: who reads, what they get, and how much of it. */
export const audienceSchema = z.strictObject({
  title: z.string().min(1),
  kicker: z.string().min(1),
  reader: z.string().optional(),
  forEach: z.string().optional(),
  select: z.record(z.string(), z.union([scalar, z.array(scalar)])).default({}),
  /** What becomes of sentences that a data update made untrue. */
  stale: z.enum(stalePolicies).default('fail'),
  documents: z.array(documentSchema).min(1),
})

export type AudienceDocument = z.infer<typeof documentSchema>

export interface Audience extends z.infer<typeof audienceSchema> {
  /** The name of its file. */
  id: string
  file: string
  at: YamlFile<unknown>['at']
}

/** The ids of a folder's audiences, in order. */
export async function audienceIds(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => [])
  return files
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => parse(file).name)
    .sort()
}

/**
 * The audiences of a folder.
 *
 * @param wanted their ids; all where it is left out
 * @throws {Problem} for an id that is not there, with the nearest that is
 */
export async function readAudiences(folder: string, shown: string, wanted?: string[]): Promise<Audience[]> {
  const ids = await audienceIds(folder)
  if (!ids.length) throw new Problem('holds no audience', { file: shown, expected: 'a YAML file for each audience' })
  for (const id of wanted ?? []) {
    if (!ids.includes(id)) {
      throw noSuch(`unknown audience "${id}"`, id, ids, { file: shown })
    }
  }
  const files = await readdir(folder)
  return Promise.all(
    ids
      .filter((id) => !wanted?.length || wanted.includes(id))
      .map(async (id) => {
        const file = files.find((candidate) => parse(candidate).name === id && /\.ya?ml$/.test(candidate))!
        const { value, at } = await readYaml(join(folder, file), audienceSchema, `${shown}/${file}`)
        return { ...value, id, file: `${shown}/${file}`, at }
      }),
  )
}
