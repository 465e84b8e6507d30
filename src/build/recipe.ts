import { readFile } from 'node:fs/promises'
import type { Document } from '../document/document.ts'
import type { AudienceDocument, Format } from '../tailor/audience.ts'
import { hashOf, programHash } from './cache.ts'
import type { Effects } from './run.ts'
import { sha256 } from './sha256.ts'
import type { Dress } from './themes.ts'

/**
 * The hash of all that a document's artifact in a format is made from: the document as it was tailored, its theme and layout,
 * the date, the limits it is held to, this program and, where it has a part in it, the browser. The same recipe gives the
 * same bytes.
 */
export async function recipes(
  document: Document,
  dress: Dress,
  { date, limits, browser }: { date: Date; limits: AudienceDocument['limits']; browser: Effects['browser'] },
): Promise<(format: Format) => Promise<string>> {
  const dressed = await Promise.all(dress.files.map(async ({ name, path }) => [name, sha256(await readFile(path))]))
  const common = JSON.stringify([document, dressed.sort(), date, limits ?? null], withoutPlaces)
  return async (format) => hashOf([programHash(), common, format, printed.includes(format) ? await browser() : ''])
}

/** Formats that the browser prints or draws for. */
const printed: Format[] = ['pdf', 'pdf-notes', 'pdf-print', 'docx']

/** Where something stands in its template is for messages, and how that is shown depends on the folder. */
const withoutPlaces = (key: string, value: unknown) => (key === 'asked' || key === 'position' ? undefined : value)
