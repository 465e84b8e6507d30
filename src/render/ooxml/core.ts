import { escaped } from './text.ts'

/** What a file says of itself. */
export interface About {
  title: string
  creator: string
  language: string
  date: Date
}

/** The part that holds it. */
export function coreProperties({ title, creator, language, date }: About): string {
  const at = `xsi:type="dcterms:W3CDTF">${date.toISOString().slice(0, 19)}Z`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dc:language>${language}</dc:language><dcterms:created ${at}</dcterms:created><dcterms:modified ${at}</dcterms:modified></cp:coreProperties>`
}
