import { createHash } from 'node:crypto'
import { z } from 'zod'

/** `NAME.fetched.yaml`: what `prisme fetch` remembers of the file that it wrote; nobody edits it. */
export const recordSchema = z.strictObject({
  /** The data file. */
  file: z.string(),
  url: z.string(),
  /** The day of the fetch. */
  fetched: z.string(),
  /** As of which date the values hold, and who made them. */
  date: z.string(),
  source: z.string(),
  /** Hash of the file as it was written, and of the one that it replaced. */
  sha256: z.string(),
  replaced: z.string().nullable(),
})

export type FetchRecord = z.output<typeof recordSchema>

/** The record of a query's name. */
export const recordFile = (name: string) => `${name}.fetched.yaml`

/** The hash of a data file, whatever line endings it was checked out with. */
export function dataHash(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n')
  return createHash('sha256').update(text, 'latin1').digest('hex')
}
