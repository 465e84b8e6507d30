import { posix } from 'node:path'
import { Workshop } from '../formats.ts'
import { type Effects, reportDate } from '../run.ts'
import { dresses } from '../themes.ts'
import type { Difference, DifferenceJson } from './difference.ts'
import { type News, newsOf } from './news.ts'
import { noteOf } from './note.ts'

/** How many entries a list of a note has; fewer are tried until it is one page. */
const lengths = [30, 24, 20, 16, 12, 9, 7, 5, 4, 3, 2, 1]

/** Writes a page for each audience and edition that tells what is new for it, as HTML and PDF. */
export async function writeNotes(
  { after, documents }: Difference,
  { printer, write, date }: Pick<Effects, 'printer' | 'write' | 'date'>,
): Promise<DifferenceJson['notes']> {
  const { material, folders } = after
  if (!material) return []
  const dress = dresses(folders.templates)
  const notes: DifferenceJson['notes'] = []
  for (const news of newsOf(documents)) {
    const { audience, edition, artifacts } = planned(news)
    const page = async (most: number) => {
      const document = noteOf(news, material, most)
      const dressed = await dress(document.theme, { file: audience.file })
      return Workshop.of(document, dressed, printer, date ?? reportDate(after.report.date))
    }
    const { html, pdf } = await onePage(page)
    const folder = posix.dirname(artifacts[0]!.path)
    const paths = [`${folder}/changes.html`, `${folder}/changes.pdf`]
    await write(paths[0]!, html)
    await write(paths[1]!, pdf)
    notes.push({ audience: audience.id, edition: edition?.name ?? null, paths })
  }
  return notes
}

const planned = ({ documents }: News) => (documents[0]!.after ?? documents[0]!.before)!.planned

/** With the longest lists that leave it one page; with the shortest where none do. */
async function onePage(page: (most: number) => Promise<Workshop>) {
  const [most, ...fewer] = lengths
  let workshop = await page(most!)
  let pdf = await workshop.make('pdf')
  for (const length of fewer) {
    if (pdf.pages === 1) break
    workshop = await page(length)
    pdf = await workshop.make('pdf')
  }
  return { html: (await workshop.make('html')).data, pdf: pdf.data }
}
