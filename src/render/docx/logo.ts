import { HorizontalPositionRelativeFrom, ImageRun, TextWrappingType, VerticalPositionRelativeFrom } from 'docx'
import type { Logo } from '../theme/logo.ts'

/** A logo as Word takes it. */
export interface LogoPicture {
  logo: Logo
  /** The likeness of an SVG. */
  png: Uint8Array
  /** In pixels. */
  width: number
  height: number
}

/** Draws an SVG as PNG. */
type Draw = (svg: string, width: number, height: number) => Promise<Uint8Array>

/** What a logo may take of the head of page one, in pixels. */
const room = { width: 230, height: 42 }

/** A theme's logo at the size it has on page one. */
export async function logoPicture(logo: Logo | null, draw: Draw): Promise<LogoPicture | null> {
  if (!logo) return null
  const scale = Math.min(room.width / logo.width, room.height / logo.height)
  const [width, height] = [Math.round(logo.width * scale), Math.round(logo.height * scale)]
  const png = logo.type === 'image/png' ? logo.data : await draw(sized(logo, width, height), width, height)
  return { logo, png, width, height }
}

/** An SVG that says how large it is drawn. */
function sized({ data }: Logo, width: number, height: number): string {
  const svg = Buffer.from(data).toString('utf8')
  return svg.replace(/<svg\b[^>]*>/, (tag) =>
    tag
      .replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
      .replace('<svg', `<svg width="${width}" height="${height}"`),
  )
}

const emu = (twips: number) => twips * 635

/** The logo at a place of the page, in twentieths of a point, with the text beside it. */
export function logoRun({ logo, png, width, height }: LogoPicture, at: { left: number; top: number }): ImageRun {
  const fallback = { type: 'png', data: Buffer.from(png) } as const
  return new ImageRun({
    ...(logo.type === 'image/png' ? fallback : { type: 'svg', data: Buffer.from(logo.data), fallback }),
    transformation: { width, height },
    altText: { name: logo.alt, title: logo.alt, description: logo.alt },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: emu(at.left) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: emu(at.top) },
      wrap: { type: TextWrappingType.NONE },
    },
  })
}
