import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workshop } from '../../src/build/formats.ts'
import { type PreparedBuild, prepareBuild } from '../../src/build/prepare.ts'
import { reportDate } from '../../src/build/run.ts'
import { type Dress, dresses } from '../../src/build/themes.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import type { Document } from '../../src/document/document.ts'
import type { Entity } from '../../src/model/report.ts'
import type { Printer } from '../../src/render/pdf/printer.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import type { TemplateFile } from '../../src/tailor/template.ts'

/** A document before it has a format. */
export interface TailoredDocument {
  name: string
  document: Document
  edition: Entity | null
  /** The template and its partials. */
  files: TemplateFile[]
  dress: Dress
  /** The files it is to become. */
  planned: { path: string; format: string }[]
}

export interface BuiltFile {
  path: string
  format: string
  data: string | Uint8Array
}

/** A document in all its formats. */
export interface BuiltDocument extends TailoredDocument {
  built: BuiltFile[]
}

export interface Tailored {
  prepared: PreparedBuild
  documents: TailoredDocument[]
}

/** Every document of a source folder. */
export async function tailorAll(source: string): Promise<Tailored> {
  const folders = foldersOf({ source })
  const prepared = await prepareBuild(folders, {})
  const dress = { brief: dresses(folders.templates), deck: dresses(folders.templates, 'deck') }
  const documents: TailoredDocument[] = []
  for (const { audience, document: wanted, edition, artifacts } of prepared.documents) {
    const made = await tailorDocument(audience, wanted, edition, prepared.material, folders.templates)
    const name = [audience.id, edition?.name].filter(Boolean).join('/')
    documents.push({
      ...made,
      name,
      edition,
      dress: await dress[made.document.kind](made.document.theme, {}),
      planned: artifacts,
    })
  }
  return { prepared, documents }
}

/** Documents with their files from where they were built. */
export function readBuilt({ documents }: Tailored, out: string): BuiltDocument[] {
  const read = (path: string, format: string) => {
    const data = readFileSync(join(out, path))
    return format === 'html' || format === 'md' ? data.toString('utf8') : new Uint8Array(data)
  }
  return documents.map((document) => ({
    ...document,
    built: document.planned.map(({ path, format }) => ({ path, format, data: read(path, format) })),
  }))
}

/** Documents with their files as `prisme build` makes them, kept in memory. */
export async function build({ prepared, documents }: Tailored, printer: Printer): Promise<BuiltDocument[]> {
  const date = reportDate(prepared.source.report.date)
  const all: BuiltDocument[] = []
  for (const [at, tailored] of documents.entries()) {
    const workshop = await Workshop.of(tailored.document, tailored.dress, printer, date)
    const files = prepared.documents[at]!.artifacts.map(
      async (file): Promise<BuiltFile> => ({ ...file, data: (await workshop.make(file.format)).data }),
    )
    all.push({ ...tailored, built: await Promise.all(files) })
  }
  return all
}
