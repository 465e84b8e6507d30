import { strToU8 } from 'fflate'
import { type About, coreProperties } from '../ooxml/core.ts'
import { packed, renumberRelationships, rewrite, unpacked } from '../ooxml/package.ts'
import { type Face, fontParts } from './fonts.ts'

/**
 * A docx as the library wrote it, made the same each time: its own date, ids in the order they come in, parts sorted; and the
 * language where the library has no word for it.
 */
export function finish(written: Uint8Array, about: About, faces: Face[]): Uint8Array {
  const parts = unpacked(written)
  renumberRelationships(parts)
  const count = { drawing: 0, bookmark: 0 }
  for (const path of parts.keys())
    if (/^word\/[^/]+\.xml$/.test(path)) rewrite(parts, path, (xml) => numbered(xml, count))
  rewrite(parts, 'word/styles.xml', (xml) =>
    xml.replace(
      '<w:style w:type="paragraph" w:styleId="Normal"',
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"',
    ),
  )
  rewrite(parts, 'word/settings.xml', (xml) =>
    xml
      .replace('<w:displayBackgroundShape/>', '<w:displayBackgroundShape/><w:embedTrueTypeFonts/>')
      .replace('</w:settings>', `<w:themeFontLang w:val="${about.language}"/></w:settings>`),
  )
  for (const [path, content] of fontParts(faces))
    parts.set(path, typeof content === 'string' ? strToU8(content) : content)
  parts.set('docProps/core.xml', strToU8(coreProperties(about)))
  return packed(parts)
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
