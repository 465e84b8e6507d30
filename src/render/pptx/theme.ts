import type { Brand } from '../theme.ts'
import { themeColours } from './colours.ts'

/** A theme part with the colours and typefaces of a brand. */
export function branded(xml: string, { name, colours, fonts }: Brand): string {
  const scheme = themeColours
    .map(([place, colour]) => `<a:${place}><a:srgbClr val="${colours[colour].slice(1).toUpperCase()}"/></a:${place}>`)
    .join('')
  const face = (family: string) => `<a:latin typeface="${family}"/><a:ea typeface=""/><a:cs typeface=""/>`
  const title = name.replace(/[<>&"]/g, ' ')
  return xml
    .replace(/(<a:theme [^>]*name=)"[^"]*"/, `$1"${title}"`)
    .replace(/<a:clrScheme.*?<\/a:clrScheme>/s, `<a:clrScheme name="${title}">${scheme}</a:clrScheme>`)
    .replace(
      /<a:fontScheme.*?<\/a:fontScheme>/s,
      `<a:fontScheme name="${title}"><a:majorFont>${face(fonts.heading.family)}</a:majorFont><a:minorFont>${face(fonts.body.family)}</a:minorFont></a:fontScheme>`,
    )
}
