import { strToU8 } from 'fflate'
import { type About, coreProperties } from '../ooxml/core.ts'
import { type Parts, packed, renumberRelationships, rewrite, unpacked } from '../ooxml/package.ts'
import type { Brand } from '../theme.ts'
import { finishCharts } from './finish-charts.ts'
import { finishLayouts } from './finish-layouts.ts'
import { finishSlide } from './finish-slide.ts'
import type { Sheet } from './sheet.ts'
import { branded } from './theme.ts'
import { addVectors } from './vectors.ts'

/**
 * A deck as the library wrote it, made the same each time and whole: its own theme, layouts, language and date, charts as they are
 * meant, tables that say what they are, and no part that is named but missing.
 */
export function finish(written: Uint8Array, sheets: Sheet[], brand: Brand, about: About): Uint8Array {
  const parts = unpacked(written)
  finishLayouts(parts)
  sheets.forEach((sheet, at) => {
    rewrite(parts, `ppt/slides/slide${at + 1}.xml`, (xml) => finishSlide(xml, sheet))
    rewrite(parts, `ppt/notesSlides/notesSlide${at + 1}.xml`, paragraphed)
  })
  finishCharts(
    parts,
    sheets.flatMap(({ charts }) => charts),
    about,
  )
  addVectors(parts, sheets)
  rewrite(parts, 'ppt/theme/theme1.xml', (xml) => branded(xml, brand))
  const theme = parts.get('ppt/theme/theme1.xml')!
  parts.set('ppt/theme/theme2.xml', theme)
  rewrite(parts, 'ppt/notesMasters/_rels/notesMaster1.xml.rels', (xml) => xml.replace('theme1.xml', 'theme2.xml'))
  for (const path of parts.keys())
    if (path.startsWith('ppt/') && path.endsWith('.xml')) rewrite(parts, path, (xml) => languaged(xml, about.language))
  parts.set('docProps/core.xml', strToU8(coreProperties(about)))
  parts.set('docProps/app.xml', strToU8(appProperties(sheets.length)))
  rewrite(parts, '[Content_Types].xml', (xml) => contentTypes(xml, parts))
  renumberRelationships(parts)
  return packed(parts)
}

/** The library calls all American, and gives what is in a language of its own that as the other one. */
function languaged(xml: string, language: string): string {
  return xml.replace(/\blang="en-US"(?! altLang)/g, `lang="${language}"`).replaceAll(' altLang="en-US"', '')
}

/** What the speaker says: a paragraph for each line. */
function paragraphed(xml: string): string {
  return xml.replace(
    /<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>(<a:endParaRPr[^>]*\/>)<\/a:p>/,
    (_, look: string, text: string, end: string) =>
      text
        .split(/\r?\n/)
        .map((line) => `<a:p>${line ? `<a:r>${look}<a:t>${line}</a:t></a:r>` : ''}${end}</a:p>`)
        .join(''),
  )
}

const appProperties = (slides: number) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Prisme</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${slides}</Slides><Notes>${slides}</Notes></Properties>`

/** Only the parts that are there, and the theme of the notes. */
function contentTypes(xml: string, parts: Parts): string {
  const theme = /<Override PartName="\/ppt\/theme\/theme1\.xml"[^>]*\/>/.exec(xml)![0]
  return xml
    .replace(theme, theme + theme.replace('theme1', 'theme2'))
    .replace(/\s*<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, path: string) =>
      parts.has(path) ? override.trim() : '',
    )
}
