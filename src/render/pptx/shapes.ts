import { type LayoutName, placeholders } from './layouts.ts'

/** What the library writes more than once or for other scripts is left out. */
export function tidied(xml: string): string {
  return xml
    .replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
      let first = true
      return paragraph.replace(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, (properties) => {
        const kept = first ? properties : ''
        first = false
        return kept
      })
    })
    .replace(/<a:latin typeface="([^"]*)"[^>]*\/><a:ea [^>]*\/><a:cs [^>]*\/>/g, '<a:latin typeface="$1"/>')
}

/** Placeholders by the kind and number they have in every layout. */
export function placed(xml: string, layout: LayoutName): string {
  return xml.replace(/<p:ph\s[^>]*?\bidx="(\d+)"[^>]*\/>/g, (ph, index: string) => {
    if (ph.includes('type="sldNum"')) return '<p:ph type="sldNum" sz="quarter" idx="12"/>'
    const place = placeholders[layout][Number(index) - 100]
    if (!place) return ph
    const { kind, index: own } = place
    const size = kind === 'ftr' || (kind === 'body' && own > 1) ? ' sz="quarter"' : ''
    return `<p:ph type="${kind}"${size}${own ? ` idx="${own}"` : ''}/>`
  })
}

/** Shapes counted anew: the library gives some the same number. */
export function numbered(xml: string): string {
  let count = 0
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    count += 1
    return `<p:cNvPr id="${count}"`
  })
}
