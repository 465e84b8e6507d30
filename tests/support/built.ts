import { Workshop } from '../../src/build/formats.ts'
import { type PreparedBuild, prepareBuild, reportDate } from '../../src/build/run.ts'
import { dresses } from '../../src/build/themes.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import type { Document } from '../../src/document/document.ts'
import type { Entity } from '../../src/model/report.ts'
import type { Printer } from '../../src/render/pdf/printer.ts'
import type { Theme } from '../../src/render/theme.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import type { TemplateFile } from '../../src/tailor/template.ts'

/** A document that was tailored. */
export interface TailoredDocument {
  name: string
  document: Document
  edition: Entity | null
  /** The template and its partials. */
  files: TemplateFile[]
}

/** A document in all its formats. */
export interface BuiltDocument extends TailoredDocument {
  theme: Theme
  built: { path: string; format: string; data: string | Uint8Array }[]
}

type Planned = PreparedBuild['documents'][number]

/** Every document of a source folder, before it has a format. */
export async function tailorAll(source: string): Promise<{ prepared: PreparedBuild; documents: TailoredDocument[] }> {
  const prepared = await prepareBuild(foldersOf({ source }), {})
  const documents: TailoredDocument[] = []
  for (const planned of prepared.documents) documents.push(await tailor(source, prepared, planned))
  return { prepared, documents }
}

/** Every document of a source folder, built as `prisme build` does, the files kept in memory. */
export async function buildAll(
  source: string,
  printer: Printer,
): Promise<{ prepared: PreparedBuild; documents: BuiltDocument[] }> {
  const { prepared, documents } = await tailorAll(source)
  const dress = dresses(foldersOf({ source }).templates)
  const date = reportDate(prepared.source.report.date)
  const all: BuiltDocument[] = []
  for (const [at, tailored] of documents.entries()) {
    const dressed = await dress(tailored.document.theme, {})
    const workshop = new Workshop(tailored.document, dressed, printer, date)
    const built: BuiltDocument['built'] = []
    for (const { path, format } of prepared.documents[at]!.artifacts)
      built.push({ path, format, data: (await workshop.make(format)).data })
    all.push({ ...tailored, theme: dressed.theme, built })
  }
  return { prepared, documents: all }
}

async function tailor(source: string, { material }: PreparedBuild, planned: Planned): Promise<TailoredDocument> {
  const { audience, document: wanted, edition } = planned
  const made = await tailorDocument(audience, wanted, edition, material, foldersOf({ source }).templates)
  return { ...made, edition, name: [audience.id, edition?.name].filter(Boolean).join('/') }
}
