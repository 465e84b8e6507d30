import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../document/document.ts'
import { type Place, placesOf } from '../../document/places.ts'
import { fitSlides } from '../../render/slides/fit.ts'
import { draftDocument } from '../../tailor/tailor.ts'
import type { PlannedDocument } from '../plan.ts'
import type { BuildFolders, PreparedBuild } from '../prepare.ts'
import { dresses } from '../themes.ts'
import { WrittenWords } from './written.ts'

/** A document, made anew, with all that is looked up in it. */
export interface Opened {
  planned: PlannedDocument
  document: Document
  places: Place[]
  written: WrittenWords
}

/** Opens planned documents, each theme read once. */
export function opener({ material }: PreparedBuild, { source, templates }: BuildFolders) {
  const dressOf = dresses(templates)
  const own = ['report.yaml', 'report.md']
    .map((name) => ({ path: join(source.path, name), shown: `${source.shown}/${name}` }))
    .filter(({ path }) => existsSync(path))

  return async function open(planned: PlannedDocument): Promise<Opened> {
    const { audience, document: wanted, edition } = planned
    const { document, files } = await draftDocument(audience, wanted, edition, material, templates)
    const asked = audience.at(['documents', audience.documents.indexOf(wanted), 'theme'])
    const { theme, files: themed } = await dressOf(document.theme, asked)
    const tree = document.kind === 'deck' ? (await fitSlides(document.tree, theme)).tree : document.tree
    const { name, phone, email, web } = theme.brand.contact ?? {}
    const contact = [name, phone, email, web].filter(Boolean).join(', ')
    const audienceFile = {
      path: join(source.path, 'audiences', audience.file.split('/').at(-1)!),
      shown: audience.file,
    }
    const brand = themed.filter(({ shown }) => shown === theme.file)
    return {
      planned,
      document,
      places: placesOf({ ...document, tree }, contact),
      written: await WrittenWords.of([...files, audienceFile, ...brand, ...own]),
    }
  }
}
