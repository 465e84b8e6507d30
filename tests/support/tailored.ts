import { prepareBuild } from '../../src/build/prepare.ts'
import type { Document } from '../../src/document/document.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import { makeSource } from './source.ts'

/** The document that a template makes of the small report, or of the files given. */
export async function tailored(template: string, files: Record<string, string> = {}): Promise<Document> {
  const { folders } = makeSource({ 'templates/briefs/brief.md.hbs': template, ...files })
  const { documents, material } = await prepareBuild(folders, {})
  const { audience, document, edition } = documents[0]!
  return (await tailorDocument(audience, document, edition, material, folders.templates)).document
}
