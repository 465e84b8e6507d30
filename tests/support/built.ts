import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PreparedBuild, prepareBuild } from '../../src/build/prepare.ts'
import { type Dress, dresses } from '../../src/build/themes.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import type { Document } from '../../src/document/document.ts'
import type { Entity } from '../../src/model/report.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import type { TemplateFile } from '../../src/tailor/template.ts'
import { builtOnce } from './built-once.ts'

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

const known = new Map<string, Promise<Tailored>>()

/** Every document of a source folder, tailored once in a process: nobody may change them. */
export function tailorAll(source: string): Promise<Tailored> {
  const tailored = known.get(source) ?? tailorAnew(source)
  known.set(source, tailored)
  return tailored
}

async function tailorAnew(source: string): Promise<Tailored> {
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

/** Every document of a source folder with its files, which are built once in a run of the tests. */
export async function builtAll(source: string): Promise<BuiltDocument[]> {
  const { out } = await builtOnce(source)
  const { documents } = await tailorAll(source)
  const read = (path: string, format: string) => {
    const data = readFileSync(join(out, path))
    return format === 'html' || format === 'md' ? data.toString('utf8') : new Uint8Array(data)
  }
  return documents.map((document) => ({
    ...document,
    built: document.planned.map(({ path, format }) => ({ path, format, data: read(path, format) })),
  }))
}
