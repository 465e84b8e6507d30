import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { type Face, fontParts } from './fonts.ts'

/** What a file says of itself. */
export interface About {
  title: string
  creator: string
  language: string
  date: Date
}

/**
 * A docx as the library wrote it, made the same each time: its own date, ids in the order they come in, parts sorted; and the
 * language where the library has no word for it.
 */
export function finish(written: Uint8Array, about: About, faces: Face[]): Uint8Array {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(written)))
  const rewrite = (path: string, change: (xml: string) => string) => {
    const part = parts.get(path)
    if (part) parts.set(path, strToU8(change(strFromU8(part))))
  }
  for (const path of [...parts.keys()].filter((each) => each.endsWith('.rels'))) {
    const names = relationshipNames(strFromU8(parts.get(path)!))
    rewrite(path, (xml) => xml.replace(/\bId="([^"]+)"/g, (_, id: string) => `Id="${names.get(id)}"`))
    rewrite(ownerOf(path), (xml) =>
      xml.replace(
        /\br:(id|embed|link)="([^"]+)"/g,
        (_, kind: string, id: string) => `r:${kind}="${names.get(id) ?? id}"`,
      ),
    )
  }
  const count = { drawing: 0, bookmark: 0 }
  for (const path of parts.keys()) if (/^word\/[^/]+\.xml$/.test(path)) rewrite(path, (xml) => numbered(xml, count))
  rewrite('word/styles.xml', (xml) =>
    xml.replace(
      '<w:style w:type="paragraph" w:styleId="Normal"',
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"',
    ),
  )
  rewrite('word/settings.xml', (xml) =>
    xml
      .replace('<w:displayBackgroundShape/>', '<w:displayBackgroundShape/><w:embedTrueTypeFonts/>')
      .replace('</w:settings>', `<w:themeFontLang w:val="${about.language}"/></w:settings>`),
  )
  for (const [path, content] of fontParts(faces))
    parts.set(path, typeof content === 'string' ? strToU8(content) : content)
  parts.set('docProps/core.xml', strToU8(coreProperties(about)))
  return packed(parts)
}

/** The part whose relationships a file lists. */
const ownerOf = (path: string) => path.replace('_rels/', '').replace(/\.rels$/, '')

function relationshipNames(xml: string): Map<string, string> {
  const ids = [...xml.matchAll(/\bId="([^"]+)"/g)].map(([, id]) => id!)
  return new Map(ids.map((id, at) => [id, `rId${at + 1}`]))
}

/** Drawings and bookmarks counted anew, through all parts: the library gives each the number 1. */
function numbered(xml: string, count: { drawing: number; bookmark: number }): string {
  const open: number[] = []
  return xml
    .replace(/<wp:docPr id="\d+"/g, () => {
      count.drawing += 1
      return `<wp:docPr id="${count.drawing}"`
    })
    .replace(/<w:bookmark(Start|End)([^>]*?) w:id="\d+"/g, (_, kind: string, before: string) => {
      if (kind === 'Start') {
        count.bookmark += 1
        open.push(count.bookmark)
      }
      return `<w:bookmark${kind}${before} w:id="${kind === 'Start' ? count.bookmark : open.pop()}"`
    })
}

function coreProperties({ title, creator, language, date }: About): string {
  const at = `xsi:type="dcterms:W3CDTF">${date.toISOString().slice(0, 19)}Z`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dc:language>${language}</dc:language><dcterms:created ${at}</dcterms:created><dcterms:modified ${at}</dcterms:modified></cp:coreProperties>`
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Parts as a zip. Its clock has no time zone and begins in 1980: all parts get its first noon. */
function packed(parts: Map<string, Uint8Array>): Uint8Array {
  const mtime = new Date(1980, 0, 1, 12)
  const contentTypes = '[Content_Types].xml'
  const paths = [...parts.keys()].filter((path) => path !== contentTypes && !path.endsWith('/')).sort()
  const files: Zippable = {}
  for (const path of [contentTypes, ...paths]) files[path] = [parts.get(path)!, { mtime, level: 9 }]
  return zipSync(files)
}
